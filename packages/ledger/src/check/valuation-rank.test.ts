import { day } from '@tranche/testkit/build';
import { amount, claimOf, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { LedgerClaim } from '../claim/index.ts';
import { checkClaim } from './check-claim.ts';

const valued = (entity: string, value: number, when: string, status = 'closed') =>
  factOf(`${entity}-${when}`, when, {
    type: 'valuation',
    entity,
    amount: amount(value),
    basis: 'unspecified',
    when,
    status,
  });

const FACTS = [
  valued('OpenAI', 500e9, '2025-10-02'),
  valued('OpenAI', 157e9, '2024-10-02'),
  valued('Anthropic', 61.5e9, '2025-03-31'),
  valued('Anthropic', 900e9, '2025-09-30', 'in_talks'),
];
const check = (fields: object, others: readonly LedgerClaim[] = [], on = '2025-10-03') => {
  const said = claimOf({ type: 'rank', claim: 'most_valuable_private_company', ...fields });
  return checkClaim({
    said,
    document: [said, ...others],
    spokenOn: day(on),
    evidence: { statements: FACTS, rates: [], league: [] },
  });
};

describe('the most valuable company', () => {
  it('is contradicted by a settled valuation that is higher', () => {
    const verdict = check({ subject: 'Anthropic', object: 'world' });
    expect(verdict).toMatchObject({ verdict: 'contradicted', check: 'valuation_rank' });
    expect(verdict?.summary).toBe('OpenAI was valued higher than Anthropic.');
  });

  it('is above the rival it names, which does not prove that it is above all', () => {
    const verdict = check({ subject: 'OpenAI', over: 'Anthropic', object: 'world' });
    expect(verdict?.verdict).toBe('supported');
    expect(verdict?.summary).toContain('cannot be proved');
  });

  it('cannot be told from a list that is not complete, nor within a scope that is not in it', () => {
    expect(check({ subject: 'OpenAI', object: 'world' })?.verdict).toBe('cannot_tell');
    expect(check({ subject: 'Anthropic', object: 'American insurers' })?.verdict).toBe('cannot_tell');
    expect(check({ subject: 'Fennick' })?.verdict).toBe('cannot_tell');
  });

  it('counts the valuation that the text itself gives, and for second place two that are higher', () => {
    const own = claimOf({
      type: 'valuation',
      entity: 'Fennick',
      amount: amount(200e9),
      basis: 'post',
      status: 'closed',
    });
    const second = { claim: 'second_most_valuable_startup', subject: 'Fennick', object: 'world' };
    expect(check(second, [own])?.verdict).toBe('cannot_tell');
    expect(check({ subject: 'Fennick', object: 'world' }, [own])?.verdict).toBe('contradicted');
  });

  it('is as of the day of the text', () => {
    expect(check({ subject: 'Anthropic', object: 'world' }, [], '2025-10-01')?.summary).toContain('OpenAI');
    expect(check({ subject: 'OpenAI', over: 'Anthropic' }, [], '2024-12-01')?.verdict).toBe('cannot_tell');
  });

  it('is put to each other rule, with the basis of each valuation named', () => {
    const sale = [
      factOf('sale', '2025-10-02', {
        type: 'round',
        issuer: 'Fennick',
        amount: amount(6e9),
        money: 'secondary',
        date: '2025-10-02',
        status: 'closed',
        leads: [],
        participants: [],
      }),
      factOf('sale#valuation', '2025-10-02', {
        type: 'valuation',
        entity: 'Fennick',
        amount: amount(600e9),
        basis: 'unspecified',
        when: '2025-10-02',
        status: 'closed',
      }),
    ];
    const said = claimOf({ type: 'rank', claim: 'most_valuable_private_company', subject: 'OpenAI' });
    const verdict = checkClaim({
      said,
      document: [said],
      spokenOn: day('2025-10-03'),
      evidence: { statements: [...FACTS, ...sale], rates: [], league: [] },
    });
    expect(verdict?.verdict).toBe('contradicted');
    expect(verdict?.findings.map(({ text }) => text)).toEqual([
      'OpenAI was last valued at USD 500bn, basis not stated (2025-10-02).',
      'Fennick was last valued at USD 600bn, price of a sale by holders (2025-10-02).',
      'With prices of sales by holders left out, the answer flips.',
      'With valuations that were only agreed left out, the answer stays.',
    ]);
  });
});
