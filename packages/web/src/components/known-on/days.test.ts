import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, stepAt } from './days.ts';

const timeline = {
  series: [
    {
      field: 'size',
      label: 'Size',
      unit: 'USD',
      points: [
        { knownOn: '2025-01-30', text: 'USD 15bn to USD 25bn', evidence: [] },
        { knownOn: '2025-03-31', text: 'up to USD 40bn', evidence: [] },
      ],
    },
  ],
  events: [
    { knownFrom: '2025-03-31', kind: 'agreed', text: 'The round is signed.', evidence: [] },
    { knownFrom: '2025-02-12', kind: 'reported', text: 'SoftBank leads.', evidence: [] },
  ],
};

describe('the days on which something became known', () => {
  it('come in order, each once, with all that became known', () => {
    expect(daysOf(timeline)).toEqual([
      { date: '2025-01-30', news: ['Size: USD 15bn to USD 25bn'] },
      { date: '2025-02-12', news: ['SoftBank leads.'] },
      { date: '2025-03-31', news: ['Size: up to USD 40bn', 'The round is signed.'] },
    ]);
  });

  it.each([
    ['2025-01-29', -1],
    ['2025-01-30', 0],
    ['2025-03-30', 1],
    ['2026-01-01', 2],
  ])('on %s the step is %i', (date, step) => {
    expect(stepAt(daysOf(timeline), date)).toBe(step);
  });

  it('a day is its own step', () => {
    const dates = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1 });
    fc.assert(
      fc.property(dates, (numbers) => {
        const days = daysOf({
          series: [],
          events: numbers.map((n) => ({
            knownFrom: `2025-02-${String(n).padStart(2, '0')}`,
            kind: 'reported',
            text: String(n),
            evidence: [],
          })),
        });
        expect(days.map((day) => stepAt(days, day.date))).toEqual(days.map((_, index) => index));
      }),
    );
  });
});
