import { day } from '@tranche/testkit/build';
import { amount, claimOf, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../statement/index.ts';
import { checkClaim } from './check-claim.ts';

const own = (fields: object) => ({ investor: 'SoftBank', issuer: 'OpenAI', ...fields });

// oai-2025-03-commitment: up to 40 in all, of which up to 30 its own and 10 for co-investors.
const SIGNED: readonly Statement[] = [
  factOf('round', '2025-04-01', {
    type: 'round',
    issuer: 'OpenAI',
    amount: amount(40e9, 'up_to'),
    date: '2025-03-31',
    status: 'agreed',
    leads: ['SoftBank'],
    participants: [],
  }),
  factOf('part', '2025-04-01', {
    type: 'investment',
    ...own({ amount: amount(30e9, 'up_to'), when: '2025-03-31', status: 'agreed' }),
  }),
  factOf('shared', '2025-04-01', {
    type: 'syndication',
    ...own({ amount: amount(10e9), status: 'planned' }),
  }),
];
const TALKS: readonly Statement[] = [
  factOf('talks', '2025-02-07', {
    type: 'round',
    issuer: 'OpenAI',
    amount: amount(40e9),
    status: 'in_talks',
    leads: ['SoftBank'],
    participants: [],
  }),
  factOf('talks-own', '2025-02-07', {
    type: 'investment',
    ...own({ amount: amount(40e9), status: 'in_talks' }),
  }),
  factOf('talks-shared', '2025-02-07', {
    type: 'syndication',
    ...own({ amount: amount(10e9, 'up_to'), status: 'in_talks' }),
  }),
];

const check = (value: number, statements: readonly Statement[], on: string) => {
  const said = claimOf({ type: 'investment', ...own({ amount: amount(value), status: 'planned' }) });
  return checkClaim({
    said,
    document: [said],
    spokenOn: day(on),
    evidence: { statements, rates: [], league: [] },
  });
};

describe('an amount said of one investor', () => {
  it('that is the whole of the round it leads is mixed, its own part being smaller', () => {
    const verdict = check(40e9, [...TALKS, ...SIGNED], '2025-04-02');
    expect(verdict).toMatchObject({ verdict: 'mixed', check: 'amount' });
    expect(verdict?.summary).toBe(
      'USD 40bn is the round that SoftBank leads; its own part is up to USD 30bn, and USD 10bn may come from co-investors.',
    );
  });

  it('is told by the whole of its own part, not by an instalment of it', () => {
    const instalment = factOf('instalment', '2025-04-01', {
      type: 'investment',
      ...own({ amount: amount(22.5e9), when: '2025-12', status: 'agreed' }),
    });
    expect(check(40e9, [instalment, ...SIGNED], '2025-04-02')?.summary).toContain(
      'its own part is up to USD 30bn',
    );
  });

  it('of which a part may be passed on is borne out by talks, with that as a finding', () => {
    const verdict = check(40e9, TALKS, '2025-02-12');
    expect(verdict?.verdict).toBe('supported');
    expect(verdict?.findings.map(({ text }) => text).join(' ')).toContain(
      'up to USD 10bn may come from co-investors',
    );
  });

  it('that is its own part is simply right', () => {
    expect(check(30e9, SIGNED, '2025-04-02')?.verdict).toBe('supported');
  });
});
