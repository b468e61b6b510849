import { day, rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Derivation, evaluate, exactValue, explain } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { type Accrual, accrue, checkAccrual } from './index.ts';

const RATE = rational('0.08');
const dates = { from: day('2024-01-01'), to: day('2026-01-01') };

function accrued(accrual: Accrual): string {
  const sheet = new Derivation();
  return accrue(sheet, expectOk(checkAccrual(accrual, 'terms')), 'terms').value.toString();
}

describe('worked examples', () => {
  test.each([
    // 515511.xyz, "Carried interest calculation": 8 % for five years, simple or compound.
    ['simple', { rate: RATE, method: 'simple', years: rational('5') }, '2/5'],
    [
      'compound by the year',
      { rate: RATE, method: 'compound', compoundsPerYear: 1, years: rational('5') },
      '4583282/9765625', // 1.08⁵ = 1.4693280768
    ],
    [
      'compound by the quarter',
      { rate: RATE, method: 'compound', compoundsPerYear: 4, years: rational('0.5') },
      '101/2500',
    ],
    ['simple over dates', { rate: RATE, method: 'simple', ...dates, dayCount: '30_360' }, '4/25'],
    [
      'compound over dates that are whole periods',
      { rate: RATE, method: 'compound', compoundsPerYear: 2, ...dates, dayCount: 'actual_actual_isda' },
      '66351/390625', // 1.04⁴ = 1.16985856
    ],
    ['over no time', { rate: RATE, method: 'compound', compoundsPerYear: 12, years: rational('0') }, '0'],
  ] as const)('%s', (_, accrual, expected) => {
    expect(accrued(accrual)).toBe(expected);
  });

  test('what is accrued is explained to the fields it was given by', () => {
    const sheet = new Derivation();
    const accrual: Accrual = { rate: RATE, method: 'simple', ...dates, dayCount: 'actual_365' };
    const { node, value } = accrue(sheet, accrual, 'terms');
    const graph = sheet.build();
    const steps = explain(graph, node).map(({ words }) => words);
    expect(steps.slice(0, 2)).toEqual(['terms.rate', '2024-01-01 to 2026-01-01 by actual_365']);
    expect(exactValue(evaluate(graph).get(node) ?? { vague: true })).toEqual(value);
  });
});

describe('what cannot be accrued exactly fails at its field', () => {
  const simple = { rate: RATE, method: 'simple' } as const;
  const compound = { rate: RATE, method: 'compound', compoundsPerYear: 1 } as const;
  const year = { years: Rational.ONE };
  test.each([
    ['a rate below zero', { ...simple, ...year, rate: rational('-0.01') }, 'NEGATIVE_AMOUNT', 'terms.rate'],
    [
      'no period in a year',
      { ...compound, ...year, compoundsPerYear: 0 },
      'OUT_OF_RANGE',
      'terms.compounds_per_year',
    ],
    ['a time below zero', { ...simple, years: rational('-1') }, 'NEGATIVE_AMOUNT', 'terms.years'],
    ['years and a date', { ...simple, ...year, from: dates.from }, 'UNSUPPORTED_COMBINATION', 'terms'],
    [
      'years and a day count',
      { ...simple, ...year, dayCount: 'actual_365' },
      'UNSUPPORTED_COMBINATION',
      'terms',
    ],
    ['no time', simple, 'MISSING_FIELD', 'terms.years'],
    ['no start', { ...simple, to: dates.to, dayCount: 'actual_365' } as const, 'MISSING_FIELD', 'terms.from'],
    ['no end', { ...simple, from: dates.from, dayCount: 'actual_365' } as const, 'MISSING_FIELD', 'terms.to'],
    ['no day count', { ...simple, ...dates }, 'MISSING_FIELD', 'terms.day_count'],
    [
      'an end before the start',
      { ...simple, from: dates.to, to: dates.from, dayCount: 'actual_365' } as const,
      'OUT_OF_RANGE',
      'terms.to',
    ],
    [
      'no compounding period',
      { ...simple, method: 'compound', ...year } as const,
      'MISSING_FIELD',
      'terms.compounds_per_year',
    ],
    [
      'a broken period of years',
      { ...compound, years: rational('1.5') },
      'UNSUPPORTED_COMBINATION',
      'terms.years',
    ],
    [
      'a broken period of dates',
      { ...compound, ...dates, dayCount: 'actual_365' } as const,
      'UNSUPPORTED_COMBINATION',
      'terms',
    ],
    [
      'more periods than any security lives',
      { ...compound, compoundsPerYear: 366, years: rational('28') },
      'OUT_OF_RANGE',
      'terms.compounds_per_year',
    ],
  ] as const)('%s', (_, accrual, code, path) => {
    expect(checkAccrual(accrual as Accrual, 'terms')).toMatchObject({ ok: false, failure: { code, path } });
  });
});

test('compound over one period is simple over it, and over more of them never less', () => {
  const percent = fc.nat({ max: 50 }).map((points) => Rational.of(points, 100));
  fc.assert(
    fc.property(percent, fc.integer({ min: 1, max: 12 }), fc.nat({ max: 24 }), (rate, perYear, periods) => {
      const years = Rational.of(periods, perYear);
      const compound = rational(accrued({ rate, method: 'compound', compoundsPerYear: perYear, years }));
      const simple = rational(accrued({ rate, method: 'simple', years }));
      const order = compound.compare(simple);
      if (periods <= 1) expect(order).toBe(0);
      else expect(order).not.toBe(-1);
    }),
  );
});
