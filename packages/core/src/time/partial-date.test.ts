import { arbitraryDay } from '@tranche/testkit/arbitrary';
import { partialDate } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  firstDayOf,
  lastDayOf,
  type PlainDate,
  parsePartialDate,
  rangeOf,
  rangesOverlap,
} from './index.ts';

describe('the days a partial date can mean', () => {
  test.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-04', '2025-04-01', '2025-04-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-12-26', '2025-12-26', '2025-12-26'],
    ['2025-Q1', '2025-01-01', '2025-03-31'],
    ['2025-Q4', '2025-10-01', '2025-12-31'],
    ['2025-H1', '2025-01-01', '2025-06-30'],
    ['2025-H2', '2025-07-01', '2025-12-31'],
    ['2025-spring', '2025-03-01', '2025-05-31'],
    ['2025-winter', '2025-12-01', '2026-02-28'],
    ['2025-04/2025-06', '2025-04-01', '2025-06-30'],
    ['2025-04-01/2025-04-01', '2025-04-01', '2025-04-01'],
    ['2025/2028', '2025-01-01', '2028-12-31'],
    ['../2025', undefined, '2025-12-31'],
    ['2025-08-01/..', '2025-08-01', undefined],
  ])('%s runs from %s to %s', (text, from, to) => {
    const date = partialDate(text);
    expect([firstDayOf(date), lastDayOf(date)]).toEqual([from, to]);
  });
});

test.each([
  '',
  '2025-13',
  '2025-00',
  '2025-Q5',
  '2025-H3',
  '2025-Spring',
  '25',
  '2025-1',
  '../..',
  '..',
  '2025/',
  '/2025',
  '2025/2026/2027',
  '2025-06/2025-04',
  '2025-02-30',
])('%j is not a date at any precision', (text) => {
  expect(parsePartialDate(text, 'when')).toMatchObject({
    ok: false,
    failure: { code: 'BAD_DATE', path: 'when' },
  });
});

test('an interval within one quarter may name the same quarter twice', () => {
  expect(rangeOf(partialDate('2025-Q2/2025-Q2'))).toEqual(rangeOf(partialDate('2025-Q2')));
});

test('a day lies in its month, its quarter, its half and its year', () => {
  fc.assert(
    fc.property(arbitraryDay(), (day) => {
      const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
      const coarser = [
        day.slice(0, 7),
        `${year}-Q${Math.ceil(month / 3)}`,
        `${year}-H${Math.ceil(month / 6)}`,
        year,
      ];
      for (const text of coarser) {
        const { from, to } = rangeOf(partialDate(text));
        expect(from !== undefined && to !== undefined && from <= day && day <= to).toBe(true);
      }
    }),
  );
});

describe('ranges overlap', () => {
  const range = (from: PlainDate, days: number): { from: PlainDate; to: PlainDate } => ({
    from,
    to: addDays(from, days),
  });
  const length = fc.integer({ min: 0, max: 400 });

  test('when and only when a day stands in both', () => {
    fc.assert(
      fc.property(
        arbitraryDay(),
        length,
        fc.integer({ min: -500, max: 500 }),
        length,
        (day, one, offset, two) => {
          const [first, second] = [range(day, one), range(addDays(day, offset), two)];
          const shared = Math.min(one, offset + two) - Math.max(0, offset) >= 0;
          expect(rangesOverlap(first, second)).toBe(shared);
          expect(rangesOverlap(second, first)).toBe(shared);
        },
      ),
    );
  });

  test('an open end reaches everything on its side', () => {
    const by = rangeOf(partialDate('../2025-12-31'));
    expect(rangesOverlap(by, rangeOf(partialDate('2025-08-01')))).toBe(true);
    expect(rangesOverlap(by, rangeOf(partialDate('2026')))).toBe(false);
    expect(rangesOverlap({}, by)).toBe(true);
  });
});
