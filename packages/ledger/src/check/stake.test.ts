import { day } from '@tranche/testkit/build';
import { amount, claimOf, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { LedgerClaim } from '../claim/index.ts';
import type { Statement } from '../statement/index.ts';
import { checkClaim } from './check-claim.ts';

const stake = (percent: number, fields: object = {}) => ({
  type: 'stake',
  holder: 'Microsoft',
  entity: 'OpenAI',
  percent,
  qualifier: 'exact',
  when: '2025-10-28',
  status: 'completed',
  ...fields,
});

// oai-2025-10-recap and oai-2025-10-msft-predilution: about 27 after recent rounds, 32.5 before them.
const AFTER = factOf('after', '2025-10-28', stake(27, { qualifier: 'about' }), { tier: 'party_statement' });
const BEFORE = factOf('before', '2025-10-28', stake(32.5), {
  note: 'Basis: excluding recent funding rounds.',
});

const check = (
  said: LedgerClaim,
  statements: readonly Statement[],
  others: readonly LedgerClaim[] = [],
  on = '2025-10-30',
) =>
  checkClaim({
    said,
    document: [said, ...others],
    spokenOn: day(on),
    evidence: { statements, rates: [], league: [] },
  });

describe('a percentage', () => {
  it('agrees with one of the figures that differ by their basis, and shows the other', () => {
    const verdict = check(claimOf(stake(27)), [AFTER, BEFORE]);
    expect(verdict?.verdict).toBe('supported');
    expect(verdict?.findings.map(({ text }) => text).join(' ')).toContain('excluding recent funding rounds');
  });

  it('that no statement agrees with is contradicted', () => {
    expect(check(claimOf(stake(45)), [AFTER, BEFORE])?.verdict).toBe('contradicted');
  });

  it('of a plan is not compared with what is held', () => {
    expect(check(claimOf(stake(45, { status: 'planned' })), [AFTER])?.verdict).toBe('cannot_tell');
  });

  it('follows, or does not, from the amount and the valuation in the text', () => {
    const paid = claimOf({
      type: 'investment',
      investor: 'Alder',
      issuer: 'Fennick',
      amount: amount(4e6),
      status: 'closed',
    });
    const valued = claimOf({
      type: 'valuation',
      entity: 'Fennick',
      amount: amount(20e6),
      basis: 'post',
      status: 'closed',
    });
    const said = (percent: number) =>
      claimOf(stake(percent, { holder: 'Alder', entity: 'Fennick', when: '2025-10' }));
    expect(check(said(20), [], [paid, valued])?.verdict).toBe('supported');
    expect(check(said(10), [], [paid, valued])?.verdict).toBe('mixed');
    // More may have been held before.
    expect(check(said(35), [], [paid, valued])?.verdict).toBe('cannot_tell');
    expect(check(said(20), [], [paid])?.verdict).toBe('cannot_tell');
  });

  it('is not put beside a valuation that is only talked about', () => {
    const paid = claimOf({
      type: 'investment',
      investor: 'Alder',
      issuer: 'Fennick',
      amount: amount(4e6),
      status: 'closed',
    });
    const talked = claimOf({
      type: 'valuation',
      entity: 'Fennick',
      amount: amount(100e6),
      basis: 'post',
      status: 'in_talks',
    });
    const said = claimOf(stake(20, { holder: 'Alder', entity: 'Fennick' }));
    expect(check(said, [], [paid, talked])?.verdict).toBe('cannot_tell');
  });
});
