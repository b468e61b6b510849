import { day } from '@tranche/testkit/build';
import { amount, claimOf, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { LedgerClaim } from '../claim/index.ts';
import type { Statement } from '../statement/index.ts';
import { checkClaim } from './check-claim.ts';

const check = (said: LedgerClaim, others: readonly LedgerClaim[], statements: readonly Statement[] = []) =>
  checkClaim({
    said,
    document: [said, ...others],
    spokenOn: day('2025-06-01'),
    evidence: { statements, rates: [], league: [] },
  });

const round = (value: number, fields: object = {}) =>
  claimOf({
    type: 'round',
    issuer: 'OpenAI',
    amount: amount(value),
    status: 'agreed',
    leads: [],
    participants: [],
    ...fields,
  });
const tranche = (value: number, when: string, fields: object = {}) =>
  claimOf({ type: 'tranche', issuer: 'OpenAI', amount: amount(value), when, status: 'agreed', ...fields });

describe('the tranches of a round', () => {
  it('that add up to it bear it out: 10 + 30 = 40', () => {
    const verdict = check(round(40e9), [tranche(10e9, '2025-04'), tranche(30e9, '2025-12')]);
    expect(verdict).toMatchObject({ verdict: 'supported', check: 'sum' });
    expect(verdict?.summary).toBe('The tranches add up: USD 10bn + USD 30bn = USD 40bn.');
  });

  it('that add up to more contradict it', () => {
    const verdict = check(round(30e9), [tranche(10e9, '2025-04'), tranche(30e9, '2025-12')]);
    expect(verdict).toMatchObject({ verdict: 'contradicted', check: 'sum' });
  });

  it('that add up to less leave a remainder on the page', () => {
    const verdict = check(round(41e9), [tranche(10e9, '2025-04'), tranche(30e9, '2025-12')]);
    expect(verdict?.verdict).toBe('cannot_tell');
    expect(verdict?.findings.map(({ text }) => text).join(' ')).toContain(
      'USD 10bn + USD 30bn = USD 40bn, beside USD 41bn.',
    );
  });

  it('of one time may be parts of each other, and are not added', () => {
    const others = [tranche(22.5e9, '2025-12-26'), tranche(10e9, '2025-04'), tranche(30e9, '2025-12')];
    expect(check(round(41e9), others)?.check).not.toBe('sum');
  });

  it('leave out what holds only if a condition fails, and are not asked of a single tranche', () => {
    const fallback = tranche(10e9, '2025-12', { condition: 'the restructuring is not completed' });
    expect(check(round(40e9), [tranche(10e9, '2025-04'), tranche(30e9, '2025-12'), fallback])?.verdict).toBe(
      'supported',
    );
    expect(check(round(40e9), [tranche(10e9, '2025-04')])?.check).not.toBe('sum');
  });
});

describe('the payers of a tranche', () => {
  // oai-2025-03-tranche-1: 7.5 of SoftBank and 2.5 of co-investors in April 2025.
  const by = (id: string, type: string, value: number) =>
    factOf(id, '2025-05-14', {
      type,
      investor: 'SoftBank',
      issuer: 'OpenAI',
      amount: amount(value),
      when: '2025-04',
      status: 'closed',
    });

  it('that one fact gives together add up: 7.5 + 2.5 = 10', () => {
    const verdict = check(
      tranche(10e9, '2025-04'),
      [],
      [by('f#own', 'investment', 7.5e9), by('f#shared', 'syndication', 2.5e9)],
    );
    expect(verdict).toMatchObject({ verdict: 'supported', check: 'sum' });
  });

  it('of different facts are not added', () => {
    const verdict = check(
      tranche(10e9, '2025-04'),
      [],
      [by('f#own', 'investment', 7.5e9), by('g#shared', 'syndication', 2.5e9)],
    );
    expect(verdict?.verdict).toBe('cannot_tell');
  });
});
