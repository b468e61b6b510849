import { findRate } from '@tranche/core/convert';
import type { PlainDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import expectedAnswers from '../../test/expected-answers.json' with { type: 'json' };
import { referenceRates } from './reference-rates.ts';

interface Cross {
  readonly id: string;
  readonly date: string;
  readonly rates: Readonly<Record<string, string>>;
}
const crosses = expectedAnswers.filter(({ id }) => id.startsWith('fx-cross-')) as unknown as readonly Cross[];
const official = referenceRates().filter(({ kind }) => kind === 'official');

describe('reference rates', () => {
  it.each(crosses)('give the dollar crosses of $date to six decimals, half even ($id)', ({ date, rates }) => {
    for (const [to, expected] of Object.entries(rates)) {
      const published = official.filter(({ publisher }) => publisher === 'ECB reference rates');
      const found = findRate({ from: 'USD', to, date: date as PlainDate, rates: published });
      expect(found.ok && found.value.rate.toDecimal(6, 'half_even'), to).toBe(expected);
      expect(found.ok && found.value.ageDays).toBe(0);
    }
  });

  it('are all the crosses there are to check', () => {
    expect(crosses).toHaveLength(5);
  });

  it('mark averages and the rate of an issuer, which no day may be converted at unasked', () => {
    const kinds = new Map(referenceRates().map(({ publisher, kind }) => [publisher, kind]));
    expect(Object.fromEntries(kinds)).toEqual({
      'ECB reference rates': 'official',
      'CFETS central parity': 'official',
      'Federal Reserve monthly average': 'average',
      'Rate used by SoftBank Group': 'issuer',
    });
  });

  it('are the last official ones on or before a day, and say how old they are', () => {
    const found = findRate({ from: 'USD', to: 'CNY', date: '2025-02-12' as PlainDate, rates: official });
    expect(found.ok && found.value.rate.toString()).toBe('75634/10377');
    expect(found.ok && found.value.ageDays).toBe(5);
  });
});
