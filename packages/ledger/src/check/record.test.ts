import type { StatedAmount } from '@tranche/core/money';
import { day, rational } from '@tranche/testkit/build';
import { amount, claimOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { LedgerClaim } from '../claim/index.ts';
import type { LeagueDeal } from '../league/index.ts';
import { checkClaim } from './check-claim.ts';

const usd = (value: string, qualifier: StatedAmount['qualifier'] = 'exact'): StatedAmount => ({
  currency: 'USD',
  value: rational(value),
  qualifier,
});

const deal = (
  id: string,
  issuer: string,
  on: string,
  equity: StatedAmount,
  more: { readonly debt?: StatedAmount; readonly received?: boolean; readonly known?: string } = {},
): LeagueDeal => {
  const at = { from: day(on), knownFrom: day(more.known ?? on), equity, statements: [id] };
  const full = more.debt === undefined ? at : { ...at, debt: more.debt };
  return {
    id,
    label: `${issuer}, ${on.slice(0, 4)}`,
    issuer,
    announced: [full],
    received: more.received === false ? [] : [full],
    flags: [],
  };
};

// Amounts and dates from the table of the largest rounds (facts: lr-snapshot-2025-02-15, lr-snapshot-2025-04-01).
const TABLE: readonly LeagueDeal[] = [
  deal('ant', 'Ant Group', '2018-06-08', usd('14e9', 'about')),
  deal('juul', 'Juul Labs', '2018-12-20', usd('12.8e9')),
  deal('databricks', 'Databricks', '2025-01-22', usd('10e9'), { debt: usd('5.25e9') }),
  deal('openai-2024', 'OpenAI', '2024-10-02', usd('6.6e9')),
  deal('didi', 'DiDi', '2019-12-31', usd('10.8e9'), { known: '2025-04-01' }),
  deal('openai-2025', 'OpenAI', '2025-03-31', usd('40e9', 'up_to'), { received: false, known: '2025-04-01' }),
];

const round = (value: number, status: string, issuer = 'OpenAI') =>
  claimOf({ type: 'round', issuer, amount: amount(value), status, leads: ['SoftBank'], participants: [] });
const record = (fields: object = {}) =>
  claimOf({ type: 'rank', subject: 'OpenAI 2025 round', claim: 'largest_private_funding_round', ...fields });

const check = (said: LedgerClaim, others: readonly LedgerClaim[], on: string, league = TABLE) => {
  const verdict = checkClaim({
    said,
    document: [said, ...others],
    spokenOn: day(on),
    evidence: { statements: [], rates: [], league },
  });
  if (verdict === undefined) throw new Error('a rank is checked');
  return verdict;
};
const texts = (verdict: { readonly findings: readonly { readonly text: string }[] }) =>
  verdict.findings.map(({ text }) => text).join('\n');

describe('a record', () => {
  it('that a plan would break holds only if it is signed, and was not held by the one it names', () => {
    // lr-claim-article-a: true if completed; lr-claim-article-b: contradicted, Ant 14 and others were larger.
    const said = record({ over: 'OpenAI', status: 'planned' });
    const verdict = check(said, [round(40e9, 'planned')], '2025-02-12');
    expect(verdict).toMatchObject({
      verdict: 'mixed',
      check: 'record',
      condition: 'only if the deal is signed',
    });
    expect(verdict.summary).toBe(
      'By announced amount USD 40bn would be the largest known, if the deal is signed, but the record until then was not held by OpenAI itself: its largest was USD 6.6bn, and Ant Group, 2018 (about USD 14bn) and Juul Labs, 2018 (USD 12.8bn) were larger.',
    );
    expect(new Set(verdict.findings.flatMap(({ evidence }) => evidence))).toContain('ant');
  });

  it('is put to each other rule, and says where the answer flips', () => {
    const verdict = check(record({ status: 'planned' }), [round(40e9, 'planned')], '2025-02-12');
    expect(verdict.verdict).toBe('supported');
    expect(texts(verdict)).toContain(
      'By announced amount, equity and debt, the answer stays (Databricks, 2025, USD 15.25bn, leads the others).',
    );
    expect(texts(verdict)).toContain(
      'By cash received, equity only: nothing of it had been received, so it is not the largest; the answer flips.',
    );
  });

  it('of a signed deal holds without a condition, the deal itself left out of the table', () => {
    const verdict = check(record(), [round(40e9, 'agreed')], '2025-04-02');
    expect(verdict).toMatchObject({
      verdict: 'supported',
      summary: 'By announced amount USD 40bn is the largest known.',
    });
    expect(verdict.condition).toBeUndefined();
  });

  it('of a smaller round is contradicted, and by whom', () => {
    // lr-claim-databricks-2024: contradicted unless scoped, Ant 14 in 2018.
    const said = record({ subject: 'Databricks' });
    const verdict = check(said, [round(10e9, 'closed', 'Databricks')], '2025-01-23');
    expect(verdict.verdict).toBe('contradicted');
    expect(verdict.summary).toContain('Ant Group, 2018 (about USD 14bn)');
  });

  it('flips by money received when cash is what others had more of', () => {
    const said = record({ subject: 'Databricks' });
    const alone = TABLE.filter(({ issuer }) => issuer === 'OpenAI' || issuer === 'Databricks');
    const verdict = check(said, [round(10e9, 'closed', 'Databricks')], '2025-01-23', alone);
    expect(verdict.verdict).toBe('supported');
    expect(texts(verdict)).not.toContain('flips');
  });

  it('held by the one it is said to have been held by is supported', () => {
    const said = record({ over: 'Ant Group' });
    const verdict = check(said, [round(40e9, 'agreed')], '2025-04-02');
    expect(verdict.verdict).toBe('supported');
    expect(verdict.summary).toContain('the record until then was held by Ant Group');
  });

  it('takes the amount from the table where the text gives none, once the deal is known', () => {
    expect(check(record({ subject: 'OpenAI' }), [], '2025-04-02').verdict).toBe('supported');
    expect(check(record({ subject: 'Fennick' }), [], '2025-04-02').verdict).toBe('cannot_tell');
  });

  it('stands in a table as known on the day', () => {
    expect(texts(check(record({ status: 'planned' }), [round(40e9, 'planned')], '2025-02-12'))).not.toContain(
      'DiDi',
    );
    expect(texts(check(record(), [round(40e9, 'agreed')], '2025-04-02'))).toContain('DiDi');
  });

  it('cannot be told without a table', () => {
    expect(check(record(), [round(40e9, 'agreed')], '2025-04-02', []).verdict).toBe('cannot_tell');
  });
});
