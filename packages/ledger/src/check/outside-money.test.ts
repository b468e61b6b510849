import { day } from '@tranche/testkit/build';
import { amount, claimOf, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../statement/index.ts';
import { checkClaim } from './check-claim.ts';

const into = (id: string, known: string, fields: object, more = {}): Statement =>
  factOf(id, known, { type: 'investment', investor: 'Alder', issuer: 'DeepSeek', ...fields }, more);

// ds-no-external-2025-02, ds-alibaba-denial, ds-weighs-2025-02, ds-2026-06-close.
const NONE = factOf('none', '2025-02-28', { type: 'no_external_funding', entity: 'DeepSeek' });
const DENIED = into(
  'denied',
  '2025-02-07',
  { investor: 'Alibaba', amount: amount(1e9), status: 'abandoned' },
  { denied: true },
);
const TALKS = into('talks', '2025-02-19', { investor: 'Alibaba', status: 'in_talks' });
const CLOSED = into('closed', '2026-06-26', {
  investor: 'Tencent',
  amount: amount(1.4e9),
  when: '2026-06-16',
  status: 'closed',
});
const ALL = [NONE, DENIED, TALKS, CLOSED];

const check = (statements: readonly Statement[], on: string, today?: string) => {
  const said = claimOf({ type: 'no_external_funding', entity: 'DeepSeek' });
  return checkClaim({
    said,
    document: [said],
    spokenOn: day(on),
    ...(today === undefined ? {} : { today: day(today) }),
    evidence: { statements, rates: [], league: [] },
  });
};

describe('"no outside money so far"', () => {
  it('is supported where others say so, and no longer holds from the day money came', () => {
    expect(check(ALL, '2025-03-12')).toMatchObject({ verdict: 'supported', check: 'no_external_funding' });
    const { today } = check(ALL, '2025-03-12', '2026-11-24') ?? {};
    expect(today).toMatchObject({ verdict: 'supported' });
    expect(today?.summary).toContain('It no longer holds from 2026-06-16.');
  });

  it('is not supported by silence, and a denial is a finding only', () => {
    const verdict = check(ALL, '2025-02-12');
    expect(verdict?.verdict).toBe('cannot_tell');
    expect(verdict?.findings).toMatchObject([{ evidence: ['denied'] }]);
  });

  it('is contradicted by money that came before', () => {
    expect(check(ALL, '2026-07-01')).toMatchObject({ verdict: 'contradicted' });
  });

  it('is not contradicted by talks, nor by an owner who adds to what is his', () => {
    expect(check([NONE, TALKS], '2025-03-12')?.verdict).toBe('supported');
    const owner = factOf('owner', '2025-02-28', {
      type: 'stake',
      holder: 'Liang',
      entity: 'DeepSeek',
      percent: 99,
      qualifier: 'exact',
      status: 'completed',
    });
    const adds = into('adds', '2025-03-01', {
      investor: 'Liang',
      amount: amount(1e6),
      when: '2025-03-01',
      status: 'closed',
    });
    expect(check([NONE, owner, adds], '2025-03-12')?.verdict).toBe('supported');
    expect(check([NONE, adds], '2025-03-12')?.verdict).toBe('contradicted');
  });

  it('is not contradicted by money that a source names beside saying so: a fund of the founder is not outside', () => {
    const said: Statement = { ...NONE, knownFrom: day('2025-01-28'), sourceId: 's-1' };
    const fund = (sourceId: string): Statement => ({
      ...into('fund', '2025-01-28', { investor: 'High-Flyer', status: 'completed' }),
      sourceId,
    });
    expect(check([said, fund('s-1')], '2025-02-12')?.verdict).toBe('supported');
    expect(check([said, fund('s-2')], '2025-02-12')?.verdict).toBe('contradicted');
  });
});
