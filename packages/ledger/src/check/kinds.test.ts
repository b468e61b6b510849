import { day } from '@tranche/testkit/build';
import { amount, claimOf, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { LedgerClaim } from '../claim/index.ts';
import type { Statement } from '../statement/index.ts';
import { checkClaim } from './check-claim.ts';

const check = (
  said: LedgerClaim,
  statements: readonly Statement[],
  others: readonly LedgerClaim[] = [],
  on = '2025-12-31',
) =>
  checkClaim({
    said,
    document: [said, ...others],
    spokenOn: day(on),
    evidence: { statements, rates: [], league: [] },
  });
const findingsOf = (verdict: ReturnType<typeof check>): string =>
  (verdict?.findings ?? []).map(({ text }) => text).join('\n');

const softbank = (fields: object) => ({
  type: 'investment',
  investor: 'SoftBank',
  issuer: 'OpenAI',
  ...fields,
});

describe('a date', () => {
  // oai-2025-03-tranche-1: 7.5 by SoftBank in April 2025.
  const paid = (when: string, id = 'paid') =>
    factOf(id, '2025-12-31', softbank({ amount: amount(7.5e9), when, status: 'closed' }), { tier: 'filing' });
  const said = (when: string) => claimOf(softbank({ amount: amount(7.5e9), when, status: 'closed' }));

  it('that nobody else gives for the sum is wrong, though the sum is right', () => {
    const verdict = check(said('2025-05'), [paid('2025-04')]);
    expect(verdict).toMatchObject({ verdict: 'mixed', check: 'date' });
    expect(verdict?.summary).toBe(
      'The sum agrees with what others report, the date does not: SoftBank put USD 7.5bn into OpenAI in April 2025 (known since 2025-12-31 from a filing or register), and not in May 2025.',
    );
    expect(check(said('2023-05'), [paid('2025-04')])?.check).toBe('date');
  });

  it('on which others differ among themselves is borne out by some, and the conflict is named', () => {
    const verdict = check(said('2025-04'), [paid('2025-04'), paid('2025-05', 'later')]);
    expect(verdict?.verdict).toBe('supported');
    expect(verdict?.summary).toContain('others date it in May 2025');
    expect(findingsOf(verdict)).toContain('Another date:');
  });

  it('is not refuted by a payment of the same sum at two other times', () => {
    expect(check(said('2023-05'), [paid('2025-04'), paid('2025-08', 'again')])?.verdict).toBe('cannot_tell');
  });

  it('that was planned is not refuted by when it came', () => {
    const plan = claimOf(softbank({ amount: amount(7.5e9), when: '2025-03', status: 'planned' }));
    expect(check(plan, [paid('2025-04')], [], '2025-02-12')?.verdict).not.toBe('mixed');
  });
});

describe('control', () => {
  const control = (holder: string, fields: object = {}) => ({
    type: 'control',
    holder,
    entity: 'OpenAI',
    how: 'appoints the board',
    status: 'completed',
    ...fields,
  });
  // oai-2025-10-recap: the Foundation appoints the board, as of 2025-10-28.
  const recap = factOf('recap', '2025-10-28', control('OpenAI Foundation', { when: '2025-10-28' }), {
    tier: 'party_statement',
  });

  it('is borne out by others who name the same holder', () => {
    expect(check(claimOf(control('OpenAI Foundation')), [recap])).toMatchObject({
      verdict: 'supported',
      check: 'control',
    });
  });

  it('is contradicted where others name another only, also where the holder has the larger share', () => {
    const share = factOf('share', '2025-10-28', {
      type: 'stake',
      holder: 'Microsoft',
      entity: 'OpenAI',
      percent: 51,
      qualifier: 'about',
      status: 'completed',
    });
    const verdict = check(claimOf(control('Microsoft')), [recap, share]);
    expect(verdict?.verdict).toBe('contradicted');
    expect(verdict?.summary).toContain('and not Microsoft');
    expect(findingsOf(verdict)).toContain('a share is not control');
    expect(check(claimOf(control('Microsoft')), [share])?.verdict).toBe('cannot_tell');
  });

  it('of an earlier day is not told by what came later', () => {
    const early = claimOf(control('Microsoft', { when: '2024-06' }));
    expect(check(early, [recap])?.verdict).toBe('cannot_tell');
  });
});

describe('who leads a round', () => {
  // oai-2024-10-round: Thrive led it.
  const round = (leads: readonly string[], participants: readonly string[] = []) => ({
    type: 'round',
    issuer: 'OpenAI',
    amount: amount(6.6e9),
    date: '2024-10',
    status: 'closed',
    leads,
    participants,
  });
  const known = factOf('round', '2024-10-02', round(['Thrive Capital'], ['Microsoft', 'Nvidia']));

  it('is borne out, or mixed where others name another: the round is right and the role is not', () => {
    expect(check(claimOf(round(['Thrive Capital'])), [known])?.verdict).toBe('supported');
    const verdict = check(claimOf(round(['SoftBank'])), [known]);
    expect(verdict).toMatchObject({ verdict: 'mixed', check: 'lead' });
    expect(verdict?.summary).toContain('led by Thrive Capital');
  });

  it('and who takes part are told apart: a list of participants is rarely complete', () => {
    const verdict = check(claimOf(round(['Thrive Capital'], ['Nvidia', 'Tiger Global'])), [known]);
    expect(verdict?.verdict).toBe('supported');
    expect(findingsOf(verdict)).toContain('Others too name Nvidia as taking part.');
    expect(findingsOf(verdict)).toContain('No other list of participants at hand names Tiger Global.');
  });
});

describe('worth before and after the money', () => {
  // oai-2025-02-cnbc: 260 before, 40 raised, 300 after.
  const round = (post: number, fields: object = {}) =>
    claimOf({
      type: 'round',
      issuer: 'OpenAI',
      amount: amount(40e9),
      pre_money: amount(260e9),
      post_money: amount(post),
      status: 'in_talks',
      leads: [],
      participants: [],
      ...fields,
    });
  const valuation = (value: number, basis: string) => ({
    type: 'valuation',
    entity: 'OpenAI',
    amount: amount(value),
    basis,
    status: 'in_talks',
  });

  it('differ by the new money, within one claim', () => {
    expect(check(round(300e9), [])).toMatchObject({ verdict: 'supported', check: 'valuation' });
    const verdict = check(round(340e9), []);
    expect(verdict?.verdict).toBe('contradicted');
    expect(verdict?.summary).toBe(
      'The figures do not agree in the text: USD 260bn before the money and USD 40bn of new money make USD 300bn after it, and not USD 340bn.',
    );
  });

  it('by no more than "up to" says, and not by what holders sell', () => {
    expect(check(round(290e9, { amount: amount(40e9, 'up_to') }), [])?.verdict).toBe('cannot_tell');
    expect(check(round(340e9, { money: 'secondary' }), [])?.verdict).toBe('cannot_tell');
  });

  it('differ by the new money between the claims of a text, and with what others give', () => {
    const after = claimOf(valuation(300e9, 'post'));
    const before = claimOf(valuation(260e9, 'pre'));
    const raised = claimOf({
      type: 'round',
      issuer: 'OpenAI',
      amount: amount(40e9),
      status: 'in_talks',
      leads: [],
      participants: [],
    });
    expect(check(after, [], [before, raised])?.verdict).toBe('supported');
    expect(check(claimOf(valuation(340e9, 'post')), [], [before, raised])?.verdict).toBe('mixed');
    const fact = factOf('cnbc', '2025-02-07', {
      type: 'round',
      issuer: 'OpenAI',
      amount: amount(40e9),
      pre_money: amount(260e9),
      status: 'in_talks',
      leads: [],
      participants: [],
    });
    expect(check(after, [fact], [], '2025-02-12')?.verdict).toBe('supported');
    expect(check(claimOf(valuation(340e9, 'post')), [fact], [], '2025-02-12')?.verdict).toBe('cannot_tell');
  });
});

describe('amount, share and valuation', () => {
  // Meta and Scale AI, June 2025: 14.3 for 49 per cent, at more than 29.
  const paid = {
    type: 'investment',
    investor: 'Meta',
    issuer: 'Scale AI',
    amount: amount(14.3e9),
    status: 'agreed',
  };
  const share = {
    type: 'stake',
    holder: 'Meta',
    entity: 'Scale AI',
    percent: 49,
    qualifier: 'exact',
    status: 'agreed',
  };
  const worth = (value: number) => ({
    type: 'valuation',
    entity: 'Scale AI',
    amount: amount(value),
    basis: 'post',
    status: 'agreed',
  });

  it('follow from each other, each way: 14.3 for 49 per cent is 29.2 for the whole', () => {
    const [a, b, c] = [claimOf(paid), claimOf(share), claimOf(worth(29.2e9))];
    for (const [said, ...others] of [
      [a, b, c],
      [b, a, c],
      [c, a, b],
    ] as const) {
      expect(check(said, [], others)?.verdict).toBe('supported');
    }
  });

  it('do not where the amount would buy more than the share', () => {
    const verdict = check(claimOf(worth(20e9)), [], [claimOf(paid), claimOf(share)]);
    expect(verdict?.verdict).toBe('mixed');
    expect(verdict?.summary).toContain('is 71.5 %, beside 49 % stated');
  });

  it('are put beside what one other source gives together', () => {
    const facts = [factOf('deal', '2025-06-13', paid), factOf('deal#worth', '2025-06-13', worth(29.2e9))];
    expect(check(claimOf(share), facts)?.verdict).toBe('supported');
  });
});

describe('parts of a whole', () => {
  const pledge = (by: string | undefined, value: number) => ({
    type: 'commitment',
    ...(by === undefined ? {} : { by }),
    to: 'Stargate',
    amount: amount(value),
    status: 'planned',
  });
  // sg-equity-information: 19 + 19 + 7 + 7 = 52.
  const parts = (
    [
      ['SoftBank', 19e9],
      ['OpenAI', 19e9],
      ['Oracle', 7e9],
      ['MGX', 7e9],
    ] as const
  ).map(([by, value]) => claimOf(pledge(by, value)));

  it('are pledges that add up, or not: 19 + 19 + 7 + 7 is 52 and not 62', () => {
    expect(check(claimOf(pledge(undefined, 52e9)), [], parts)).toMatchObject({
      verdict: 'supported',
      check: 'sum',
    });
    const verdict = check(claimOf(pledge(undefined, 62e9)), [], parts);
    expect(verdict?.verdict).toBe('cannot_tell');
    expect(findingsOf(verdict)).toContain('= USD 52bn, beside USD 62bn');
  });

  it('are shares, which are no more than the whole: 26 + 27 + 47', () => {
    const share = (holder: string, percent: number) =>
      claimOf({
        type: 'stake',
        holder,
        entity: 'OpenAI',
        percent,
        qualifier: 'exact',
        when: '2025-10-28',
        status: 'completed',
      });
    const [others, more] = [
      [share('Foundation', 26), share('employees', 47)],
      [share('Foundation', 36), share('employees', 47)],
    ];
    expect(findingsOf(check(share('Microsoft', 27), [], others))).toContain('26 % + 47 % = 100 %');
    expect(check(share('Microsoft', 27), [], more)).toMatchObject({ verdict: 'mixed', check: 'sum' });
  });

  it('are what an investor passes on and its own money: 40 less 30 is 10', () => {
    const round = factOf('deal', '2025-04-01', {
      type: 'round',
      issuer: 'OpenAI',
      amount: amount(40e9),
      date: '2025-03-31',
      status: 'agreed',
      leads: ['SoftBank'],
      participants: [],
    });
    const own = factOf('deal#own', '2025-04-01', softbank({ amount: amount(30e9), status: 'agreed' }));
    const said = (value: number) =>
      claimOf({
        type: 'syndication',
        investor: 'SoftBank',
        issuer: 'OpenAI',
        amount: amount(value),
        status: 'planned',
      });
    expect(check(said(10e9), [round, own], [], '2025-04-02')).toMatchObject({
      verdict: 'supported',
      check: 'sum',
    });
    expect(check(said(15e9), [round, own], [], '2025-04-02')?.verdict).toBe('cannot_tell');
  });
});
