import { arbitraryDay } from '@tranche/testkit/arbitrary';
import { day } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOfWeek,
  daysBetween,
  fromEpochDay,
  isLeapYear,
  lengthOfMonth,
  parsePlainDate,
  partsOf,
  toEpochDay,
  wholeMonthsBetween,
} from './index.ts';

const anyDay = arbitraryDay();
const MILLISECONDS_A_DAY = 86_400_000;

test.each([
  '2025-02-29',
  '1900-02-29',
  '2025-13-01',
  '2025-00-10',
  '2025-04-31',
  '2025-4-1',
  '25-04-01',
  '2025-04-01 ',
  '',
])('%j is not a calendar date', (text) => {
  expect(parsePlainDate(text, 'date')).toMatchObject({
    ok: false,
    failure: { code: 'BAD_DATE', path: 'date' },
  });
});

test.each([
  [2000, true],
  [1900, false],
  [2024, true],
  [2025, false],
])('%i is a leap year: %s', (year, leap) => {
  expect(isLeapYear(year)).toBe(leap);
  expect(lengthOfMonth(year, 2)).toBe(leap ? 29 : 28);
});

describe('days of the epoch', () => {
  test('agree with the calendar of ECMAScript, and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (epochDay) => {
        const date = fromEpochDay(epochDay);
        expect(date).toBe(new Date(epochDay * MILLISECONDS_A_DAY).toISOString().slice(0, 10));
        expect(toEpochDay(date)).toBe(epochDay);
      }),
    );
  });

  test('follow string order', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(one < other).toBe(daysBetween(one, other) > 0);
      }),
    );
  });

  test('a year outside four digits breaks the promise that text sorts by date', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow('four digits');
  });
});

test('from the signing of 31 March 2025 to the completion of 26 December 2025 are 270 days', () => {
  expect(daysBetween(day('2025-03-31'), day('2025-12-26'))).toBe(270);
  expect(addDays(day('2025-03-31'), 270)).toBe('2025-12-26');
});

describe('moving by months', () => {
  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-01', -1, '2024-12-01'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-06-30', 0, '2025-06-30'],
  ])('%s by %i is %s', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  test('keeps the day where the target month has it, and takes its last day otherwise', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const from = partsOf(date);
        const to = partsOf(addMonths(date, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.day).toBe(Math.min(from.day, lengthOfMonth(to.year, to.month)));
      }),
    );
  });
});

test.each([
  ['2024-01-31', '2024-02-28', 0],
  ['2024-01-31', '2024-02-29', 1],
  ['2024-01-31', '2024-04-30', 3],
  ['2024-02-29', '2025-02-28', 12],
  ['2025-02-28', '2025-03-31', 1],
  ['2025-06-30', '2025-06-30', 0],
])('from %s to %s, %i whole months are completed', (from, to, months) => {
  expect(wholeMonthsBetween(day(from), day(to))).toBe(months);
});

test('whole months are the most that can be moved without passing the end', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 4000 }), (from, days) => {
      const to = addDays(from, days);
      const months = wholeMonthsBetween(from, to);
      expect(addMonths(from, months) <= to).toBe(true);
      expect(addMonths(from, months + 1) > to).toBe(true);
    }),
  );
});

test('31 March 2025 was a Monday, and weekdays repeat every seven days', () => {
  expect(dayOfWeek(day('2025-03-31'))).toBe(1);
  fc.assert(
    fc.property(anyDay, (date) => {
      expect(dayOfWeek(addDays(date, 1))).toBe((dayOfWeek(date) % 7) + 1);
    }),
  );
});
