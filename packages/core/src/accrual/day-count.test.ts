import { arbitraryDay } from '@tranche/testkit/arbitrary';
import { day, rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { addDays, daysBetween, isLeapYear, partsOf } from '../time/index.ts';
import { DAY_COUNTS, type DayCount, yearFraction } from './index.ts';

const between = (from: string, to: string, dayCount: DayCount): Rational =>
  yearFraction(day(from), day(to), dayCount);

describe('worked examples', () => {
  // ISDA, "EMU and market conventions: recent developments" (1998), and the same as checked by QuantLib
  // (test-suite/daycounters.cpp, testActualActual), to ten decimals.
  test.each([
    ['2003-11-01', '2004-05-01', '0.497724380567', '61/365 + 121/366'],
    ['1999-02-01', '1999-07-01', '0.410958904110', '150/365'],
    ['1999-07-01', '2000-07-01', '1.001377348600', '184/365 + 182/366'],
    ['2002-08-15', '2003-07-15', '0.915068493151', '334/365'],
    ['2003-07-15', '2004-01-15', '0.504004790778', '170/365 + 14/366'],
    ['1999-07-30', '2000-01-30', '0.503892506924', '155/365 + 29/366'],
    ['2000-01-30', '2000-06-30', '0.415300546448', '152/366'],
  ])('%s to %s is %s of a year by actual/actual ISDA: %s', (from, to, printed, parts) => {
    const fraction = between(from, to, 'actual_actual_isda');
    expect(fraction.toDecimal(10)).toBe(rational(printed).toDecimal(10));
    const added = parts.split(' + ').map(rational);
    expect(fraction).toEqual(added.reduce((sum, part) => sum.plus(part)));
  });

  // ISDA, 30-360-2006ISDADefs.xls, "30/360 (or Bond Basis)", 2006 ISDA Definitions, section 4.16(f): examples 1 to 3.
  test.each([
    ['2006-08-20', '2007-02-20', 180],
    ['2008-08-20', '2009-02-20', 180],
    ['2006-08-31', '2007-02-28', 178],
    ['2007-02-28', '2007-08-31', 183],
    ['2007-08-31', '2008-02-29', 179],
    ['2008-02-29', '2008-08-31', 182],
    ['2008-08-31', '2009-02-28', 178],
    ['2006-01-31', '2006-02-28', 28],
    ['2006-01-30', '2006-02-28', 28],
    ['2006-02-28', '2006-03-03', 5],
    ['2006-02-14', '2006-02-28', 14],
    ['2006-09-30', '2006-10-31', 30],
    ['2006-10-31', '2006-11-28', 28],
    ['2007-08-31', '2008-02-28', 178],
    ['2008-02-28', '2008-08-28', 180],
    ['2008-02-28', '2008-08-30', 182],
    ['2008-02-28', '2008-08-31', 183],
    ['2007-02-26', '2008-02-28', 362],
    ['2007-02-26', '2008-02-29', 363],
    ['2008-02-29', '2009-02-28', 359],
    ['2008-02-28', '2008-03-30', 32],
    ['2008-02-28', '2008-03-31', 33],
  ])('%s to %s is %i days by 30/360', (from, to, days) => {
    expect(between(from, to, '30_360')).toEqual(Rational.of(days, 360));
  });

  test('a leap year is 366 days of 360, of 365, and of 365.25', () => {
    const of = (dayCount: DayCount) => between('2024-01-01', '2025-01-01', dayCount).toString();
    expect([of('actual_360'), of('actual_365'), of('actual_365_25')]).toEqual([
      '61/60',
      '366/365',
      '488/487',
    ]);
  });

  test('the last year that a date can have counts its days by its own length', () => {
    expect(between('9999-12-01', '9999-12-31', 'actual_actual_isda')).toEqual(Rational.of(30, 365));
    expect(between('9998-12-31', '9999-12-31', 'actual_actual_isda')).toEqual(Rational.ONE);
  });
});

describe.each(DAY_COUNTS)('by %s', (dayCount) => {
  test('no time passes from a day to itself, and backwards is the negative of forwards', () => {
    fc.assert(
      fc.property(arbitraryDay(), arbitraryDay(), (from, to) => {
        expect(yearFraction(from, from, dayCount)).toEqual(Rational.ZERO);
        expect(yearFraction(to, from, dayCount)).toEqual(yearFraction(from, to, dayCount).negated());
      }),
    );
  });

  test('a later end is no shorter time, and a year is within a week of one', () => {
    fc.assert(
      fc.property(arbitraryDay(), fc.nat({ max: 800 }), fc.nat({ max: 40 }), (from, days, more) => {
        const shorter = yearFraction(from, addDays(from, days), dayCount);
        const longer = yearFraction(from, addDays(from, days + more), dayCount);
        expect(longer.compare(shorter)).not.toBe(-1);
        const distance = shorter.minus(Rational.of(days, 365)).absolute();
        expect(distance.compare(Rational.of(14, 365))).toBe(-1);
      }),
    );
  });
});

test('actual/actual is the sum over days of one by the length of their year', () => {
  fc.assert(
    fc.property(arbitraryDay(), fc.nat({ max: 900 }), (from, days) => {
      let total = Rational.ZERO;
      for (let at = 0; at < days; at += 1) {
        total = total.plus(Rational.of(1, isLeapYear(partsOf(addDays(from, at)).year) ? 366 : 365));
      }
      expect(yearFraction(from, addDays(from, days), 'actual_actual_isda')).toEqual(total);
    }),
    { numRuns: 20 },
  );
});

test('actual counts add up over any day between', () => {
  fc.assert(
    fc.property(arbitraryDay(), arbitraryDay(), arbitraryDay(), (one, two, three) => {
      for (const dayCount of DAY_COUNTS) {
        if (dayCount === '30_360') continue;
        const parts = yearFraction(one, two, dayCount).plus(yearFraction(two, three, dayCount));
        expect(parts).toEqual(yearFraction(one, three, dayCount));
      }
      expect(yearFraction(one, two, 'actual_360').times(Rational.of(360))).toEqual(
        Rational.of(daysBetween(one, two)),
      );
    }),
  );
});
