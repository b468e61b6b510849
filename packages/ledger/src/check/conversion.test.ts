import { day, rational } from '@tranche/testkit/build';
import { claimOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { PublishedRate } from '../league/index.ts';
import { checkClaim } from './check-claim.ts';

const rate = (
  base: string,
  quote: string,
  value: string,
  on: string,
  kind: PublishedRate['kind'] = 'official',
): PublishedRate => ({
  id: `${quote}-${base}-${on}`,
  base,
  quote,
  rate: rational(value),
  date: day(on),
  publisher: kind === 'official' ? 'ECB' : 'SoftBank Group',
  kind,
  knownFrom: day(on),
});

// ECB euro reference rates of 2025-02-07 and 2025-03-31; SoftBank Group's own rate in its notice of 2025-04-01.
const RATES: readonly PublishedRate[] = [
  rate('EUR', 'USD', '1.0377', '2025-02-07'),
  rate('EUR', 'CNY', '7.5634', '2025-02-07'),
  rate('EUR', 'USD', '1.0815', '2025-03-31'),
  rate('EUR', 'JPY', '161.60', '2025-03-31'),
  rate('USD', 'JPY', '149.52', '2025-03-31', 'issuer'),
];

const checked = (from: [string, number], to: [string, number], on: string) => {
  const said = claimOf({
    type: 'fx',
    from: { currency: from[0], value: from[1] },
    to: { currency: to[0], value: to[1] },
  });
  const verdict = checkClaim({
    said,
    document: [said],
    spokenOn: day(on),
    evidence: { statements: [], rates: RATES, league: [] },
  });
  if (verdict === undefined) throw new Error('a conversion is checked');
  return verdict;
};

describe('a printed conversion', () => {
  it('of 40bn dollars as about 290bn yuan is roughly right: 7.25 beside the cross of five days before, 7.2886', () => {
    // 7.5634 / 1.0377 = 7.288619, and 40 x 7.288619 = 291.54 (facts: fx-cross-2025-02-07, fx-article-implied).
    const { verdict, summary, findings, graph } = checked(['USD', 40e9], ['CNY', 290e9], '2025-02-12');
    expect(verdict).toBe('supported');
    expect(summary).toContain('roughly right');
    expect(summary).toContain('7.2886 CNY per USD (ECB, 2025-02-07)');
    expect(findings.map(({ text }) => text)).toEqual([
      'The text implies 7.25 CNY per USD.',
      'The last official rate, ECB of 2025-02-07 (5 days before), is 7.2886 CNY per USD, which gives CNY 291.5448bn.',
      'The printed amount differs by CNY −1.5448bn, or −0.53 %.',
    ]);
    const labels = graph.nodes.map(({ label }) => label);
    expect(labels).toContain('CNY per USD, cross through EUR');
  });

  it('is right at the rate an issuer used, which is named beside the official one', () => {
    // 40.0 x 149.52 = 5980.8bn yen (facts: fx-sbg-2025-03-31); the official cross gives 5977.
    const { verdict, summary } = checked(['USD', 30e9], ['JPY', 4.49e12], '2025-04-01');
    expect(verdict).toBe('supported');
    expect(summary).toContain('149.52 JPY per USD (SoftBank Group, 2025-03-31)');
  });

  it('is judged at the precision it is printed with', () => {
    expect(checked(['USD', 40e9], ['CNY', 300e9], '2025-02-12').verdict).toBe('mixed');
    expect(checked(['USD', 40e9], ['CNY', 320e9], '2025-02-12').verdict).toBe('contradicted');
  });

  it('cannot be told by an old rate when it is near it, nor by a very old one when it is far', () => {
    expect(checked(['USD', 40e9], ['CNY', 300e9], '2025-03-14').verdict).toBe('cannot_tell');
    expect(checked(['USD', 40e9], ['CNY', 320e9], '2025-03-14').verdict).toBe('contradicted');
    expect(checked(['USD', 40e9], ['CNY', 320e9], '2025-08-14').verdict).toBe('cannot_tell');
  });

  it('cannot be told without a rate on or before the day', () => {
    expect(checked(['USD', 40e9], ['INR', 3.42e12], '2025-04-02').verdict).toBe('cannot_tell');
    expect(checked(['USD', 40e9], ['CNY', 290e9], '2025-02-06').verdict).toBe('cannot_tell');
  });
});
