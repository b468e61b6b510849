import { day } from '@tranche/testkit/build';
import { amount, claimOf, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { LedgerClaim } from '../claim/index.ts';
import type { Statement } from '../statement/index.ts';
import { checkClaim } from './check-claim.ts';

const check = (
  said: LedgerClaim,
  statements: readonly Statement[],
  on = '2025-02-12',
  more: { readonly today?: string; readonly document?: readonly LedgerClaim[] } = {},
) =>
  checkClaim({
    said,
    document: more.document ?? [said],
    spokenOn: day(on),
    ...(more.today === undefined ? {} : { today: day(more.today) }),
    evidence: { statements, rates: [], league: [] },
  });

const round = (fields: object) => ({
  type: 'round',
  issuer: 'Fennick',
  leads: ['Alder'],
  participants: [],
  ...fields,
});
const investment = (fields: object) => ({
  type: 'investment',
  investor: 'Alder',
  issuer: 'Fennick',
  ...fields,
});

describe('a claim', () => {
  it('that the text mentions only to reject it has no verdict', () => {
    const said = claimOf({ ...round({ amount: amount(5e6), status: 'closed' }), denied: true });
    expect(check(said, [])).toBeUndefined();
  });

  it('is not borne out by its own document', () => {
    const said = claimOf(round({ amount: amount(5e6), status: 'closed' }));
    const own: Statement = {
      ...factOf('c-other', '2025-02-12', round({ amount: amount(5e6), status: 'closed' })),
      sourceId: 's-document',
    };
    expect(check(said, [own])?.verdict).toBe('cannot_tell');
    expect(check(said, [{ ...own, sourceId: 's-another' }])?.verdict).toBe('supported');
  });

  it('is judged as known on its day, with what is known today beside it', () => {
    const said = claimOf(round({ amount: amount(5e6), date: '2025-02', status: 'closed' }));
    const later = factOf(
      'f-1',
      '2025-03-01',
      round({ amount: amount(5e6), date: '2025-02-10', status: 'closed' }),
    );
    const verdict = check(said, [later], '2025-02-12', { today: '2025-06-01' });
    expect(verdict).toMatchObject({ verdict: 'cannot_tell', knownOn: '2025-02-12' });
    expect(verdict?.today).toMatchObject({ verdict: 'supported', knownOn: '2025-06-01' });
    expect(check(said, [later], '2025-02-12', { today: '2025-02-20' })?.today).toBeUndefined();
  });

  it('of a kind that nothing bears on cannot be told', () => {
    const said = claimOf({ type: 'rank', subject: 'Fennick', claim: 'fastest_growing_company' });
    expect(check(said, [])).toMatchObject({ verdict: 'cannot_tell', check: 'none' });
  });
});

describe('an amount', () => {
  const said = (fields: object) => claimOf(round({ date: '2024-10', status: 'closed', ...fields }));
  // oai-2024-10-round: 6.6 on 2024-10-02, by the issuer.
  const fact = factOf(
    'f-round',
    '2024-10-02',
    round({ amount: amount(6.6e9), date: '2024-10-02', status: 'closed' }),
    { tier: 'party_statement' },
  );

  it('agrees with what others report of the same month', () => {
    expect(check(said({ amount: amount(6.6e9) }), [fact])).toMatchObject({
      verdict: 'supported',
      check: 'amount',
    });
    expect(check(said({ amount: amount(6.5e9, 'about') }), [fact])?.verdict).toBe('supported');
  });

  it('is contradicted when the bounds exclude each other', () => {
    const verdict = check(said({ amount: amount(7.2e9) }), [fact]);
    expect(verdict?.verdict).toBe('contradicted');
    expect(verdict?.findings).toMatchObject([{ evidence: ['f-round'] }]);
  });

  it('is not contradicted by a source lower than the one it is quoted from', () => {
    const filed = claimOf({
      ...round({ amount: amount(7.2e9), date: '2024-10', status: 'closed' }),
      attribution: { kind: 'filing' },
    });
    expect(check(filed, [fact])?.verdict).toBe('cannot_tell');
    expect(check(filed, [{ ...fact, tier: 'filing' }])?.verdict).toBe('contradicted');
  });

  it('of another month is another deal', () => {
    expect(check(said({ amount: amount(7.2e9), date: '2023-05' }), [fact])?.verdict).toBe('cannot_tell');
  });

  it('of a sale by holders does not contradict a round of the same month', () => {
    const sale = factOf(
      'f-sale',
      '2024-10-20',
      round({ amount: amount(1.5e9), money: 'secondary', date: '2024-10-20', status: 'closed' }),
    );
    expect(check(said({ amount: amount(6.6e9) }), [sale])?.verdict).toBe('cannot_tell');
    expect(check(said({ amount: amount(6.6e9) }), [fact, sale])?.verdict).toBe('supported');
  });

  it('that nobody else dates cannot be told', () => {
    expect(check(claimOf(investment({ amount: amount(2e9), status: 'planned' })), [])?.verdict).toBe(
      'cannot_tell',
    );
  });

  it('in another currency is compared at the last official rate, and without one not at all', () => {
    const inEuro = said({ amount: amount(6.1e9, 'about', 'EUR') });
    expect(check(inEuro, [fact])?.verdict).toBe('cannot_tell');
  });

  it('of a plan that came out otherwise is not contradicted by what came later', () => {
    const plan = claimOf(investment({ amount: amount(10e9, 'about'), status: 'in_talks' }));
    const signed = factOf(
      'f-signed',
      '2025-05-01',
      investment({ amount: amount(50e9), when: '2025-05-01', status: 'agreed' }),
    );
    const verdict = check(plan, [signed], '2025-02-12', { today: '2025-06-01' });
    expect(verdict?.today).toMatchObject({ verdict: 'cannot_tell' });
    expect(verdict?.today?.summary).toContain(
      'what came of it: Alder has agreed to put USD 50bn into Fennick',
    );
  });
});

describe('a status', () => {
  const done = claimOf(investment({ amount: amount(40e9), status: 'completed' }));
  const talks = (on: string) =>
    factOf('f-talks', on, investment({ amount: amount(40e9), status: 'in_talks' }));

  it('is ahead of what was reported days before', () => {
    const round40 = claimOf(round({ amount: amount(40e9), status: 'closed' }));
    const known = factOf('f-talks', '2025-02-07', round({ amount: amount(40e9), status: 'in_talks' }));
    expect(check(round40, [known])).toMatchObject({ verdict: 'mixed' });
    expect(check(round40, [known])?.summary).toContain(
      'reported only as in talks, where the text has it as done',
    );
  });

  it('is ahead of a report months before, after which the deal may have been done', () => {
    const round40 = claimOf(round({ amount: amount(40e9), status: 'closed' }));
    const known = factOf('f-talks', '2024-09-07', round({ amount: amount(40e9), status: 'in_talks' }));
    expect(check(round40, [known])?.verdict).toBe('cannot_tell');
  });

  it('of talks bears out no payment', () => {
    expect(check(done, [talks('2025-02-07')])?.verdict).not.toBe('supported');
  });
});

describe('a running total', () => {
  // Microsoft's filings: 13 committed and 11.6 paid by 2025-09-30, 11.8 paid by 2026-03-31 (oai-msft-commitment-*).
  const total = (id: string, known: string, value: number, until: string, status: string) =>
    factOf(id, known, investment({ amount: amount(value), when: `../${until}`, status }), { tier: 'filing' });
  const bound = total('bound', '2025-10-29', 13e9, '2025-09-30', 'agreed');
  const paid = total('paid', '2025-10-29', 11.6e9, '2025-09-30', 'completed');
  const paidLater = total('paid-later', '2026-05-31', 11.8e9, '2026-03-31', 'completed');
  const invested = claimOf(
    investment({ amount: amount(13e9, 'over'), when: '2019/2025', status: 'completed' }),
  );

  it('said to be invested is what was committed, and not what was paid', () => {
    const verdict = check(invested, [bound, paid, paidLater], '2025-10-30', { today: '2026-06-01' });
    // One more month may have brought the rest: only the later total decides.
    expect(verdict?.verdict).toBe('cannot_tell');
    expect(verdict?.today?.verdict).toBe('mixed');
    expect(verdict?.today?.summary).toMatch(
      /is what was committed: .*; of what was paid, others say: Alder put USD 11.8bn into Fennick/,
    );
  });

  it('is contradicted by a later total that is smaller, for totals only grow', () => {
    expect(check(invested, [paidLater], '2026-06-01', {})?.verdict).toBe('contradicted');
    expect(check(invested, [paid], '2025-10-30')?.verdict).toBe('cannot_tell');
  });
});

describe('what holds if a condition fails', () => {
  const fallback = claimOf(
    investment({
      amount: amount(20e9),
      condition: 'if the restructuring is not done by year-end',
      status: 'agreed',
    }),
    'it falls to 20',
    's-document',
  );

  it('is compared with fallbacks only', () => {
    const main = factOf(
      'f-main',
      '2025-04-01',
      investment({ amount: amount(30e9), when: '2025-03-31', status: 'agreed' }),
    );
    expect(check(fallback, [main], '2025-04-02')?.verdict).toBe('cannot_tell');
    const same = factOf(
      'f-fall',
      '2025-04-01',
      investment({ amount: amount(20e9), condition: 'total if the condition fails', status: 'agreed' }),
    );
    expect(check(fallback, [main, same], '2025-04-02')?.verdict).toBe('supported');
  });
});

describe('an event without an amount', () => {
  const shared = { type: 'syndication', investor: 'Alder', issuer: 'Fennick' };
  const joins = claimOf({ ...shared, status: 'planned' });

  it('is borne out by others who tell of it, as far along', () => {
    const other = (status: string) =>
      factOf('f-1', '2025-02-07', { ...shared, amount: amount(10e9, 'up_to'), status });
    expect(check(joins, [other('in_talks')])).toMatchObject({
      verdict: 'supported',
      findings: [{ evidence: ['f-1'] }],
    });
    const joined = claimOf({ ...shared, status: 'closed' });
    expect(check(joined, [other('in_talks')])?.verdict).toBe('cannot_tell');
    expect(check(joined, [other('closed')])?.verdict).toBe('supported');
  });

  it('that was dropped is borne out by others who say that it was', () => {
    const out = claimOf(investment({ status: 'abandoned' }));
    const dropped = factOf('f-1', '2025-02-01', investment({ status: 'abandoned' }));
    const made = factOf('f-2', '2025-02-01', investment({ status: 'closed' }));
    expect(check(out, [made])?.verdict).toBe('cannot_tell');
    expect(check(out, [made, dropped])?.verdict).toBe('supported');
  });
});
