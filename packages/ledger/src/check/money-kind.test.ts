import { day } from '@tranche/testkit/build';
import { amount, claimOf, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { LedgerClaim } from '../claim/index.ts';
import type { Statement } from '../statement/index.ts';
import { checkClaim } from './check-claim.ts';

// oai-2024-11-softbank-tender: up to 1.5bn for units of staff, in a tender from 27 November to 24 December 2024.
const OFFER = { amount: amount(1.5e9, 'up_to'), money: 'secondary', status: 'planned' };
const TENDER: readonly Statement[] = [
  factOf('tender', '2024-11-27', {
    type: 'round',
    issuer: 'OpenAI',
    instrument: 'employee tender offer',
    date: '2024-11-27/2024-12-24',
    leads: [],
    participants: ['SoftBank'],
    ...OFFER,
  }),
  factOf('tender#investment', '2024-11-27', {
    type: 'investment',
    investor: 'SoftBank',
    issuer: 'OpenAI',
    when: '2024-11-27/2024-12-24',
    ...OFFER,
  }),
];
const PRIMARY = factOf('primary', '2024-12-20', {
  type: 'investment',
  investor: 'SoftBank',
  issuer: 'OpenAI',
  amount: amount(1.5e9),
  money: 'primary',
  when: '2024-12',
  status: 'closed',
});

const check = (said: LedgerClaim, statements: readonly Statement[], others: readonly LedgerClaim[] = []) =>
  checkClaim({
    said,
    document: [said, ...others],
    spokenOn: day('2025-02-12'),
    evidence: { statements, rates: [], league: [] },
  });
const paid = (quote: string, fields: object = {}) =>
  claimOf(
    {
      type: 'investment',
      investor: 'SoftBank',
      issuer: 'OpenAI',
      amount: amount(1.5e9),
      status: 'closed',
      ...fields,
    },
    quote,
  );

describe('the kind of money', () => {
  it('called a funding round, where holders sold, contradicts the claim and keeps its amount as a finding', () => {
    const verdict = check(paid('followed by an additional $1.5 billion funding round'), TENDER);
    expect(verdict).toMatchObject({ verdict: 'contradicted', check: 'money_kind' });
    expect(verdict?.summary).toBe(
      'The USD 1.5bn was not new money to the company: reported was an employee tender offer of up to USD 1.5bn, a purchase from holders, which brings the company no money.',
    );
    expect(verdict?.findings.map(({ text }) => text).join(' ')).toContain('as an upper limit');
  });

  it('of a round is new money unless its instrument says otherwise', () => {
    const round = claimOf({
      type: 'round',
      issuer: 'OpenAI',
      amount: amount(1.5e9),
      status: 'closed',
      leads: ['SoftBank'],
      participants: [],
    });
    expect(check(round, TENDER)).toMatchObject({ verdict: 'contradicted', check: 'money_kind' });
  });

  it('that the text leaves open is mixed: right in its amount, silent on who got the money', () => {
    expect(check(paid('it added 1.5 billion dollars'), TENDER)).toMatchObject({
      verdict: 'mixed',
      check: 'money_kind',
    });
  });

  it('said rightly, in the claim, in its quote or elsewhere in the text, is no error', () => {
    expect(check(paid('it bought shares', { money: 'secondary' }), TENDER)?.check).toBe('amount');
    expect(check(paid('it paid $1.5 billion in a tender offer'), TENDER)?.check).toBe('amount');
    const round = claimOf({
      type: 'round',
      issuer: 'OpenAI',
      amount: amount(1.5e9),
      instrument: 'tender offer',
      status: 'closed',
      leads: [],
      participants: [],
    });
    expect(check(paid('it added 1.5 billion dollars'), TENDER, [round])?.check).toBe('amount');
  });

  it('is open where others tell of new money of the same amount as well', () => {
    expect(check(paid('a funding round'), [...TENDER, PRIMARY])).toMatchObject({
      verdict: 'supported',
      check: 'amount',
    });
  });

  it('of another amount is another deal', () => {
    expect(check(paid('a funding round', { amount: amount(0.5e9) }), TENDER)?.verdict).toBe('cannot_tell');
  });
});
