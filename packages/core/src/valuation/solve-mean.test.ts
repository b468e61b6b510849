import { arbitraryExitSecurities } from '@tranche/testkit/arbitrary';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { type PayoffTable, payoffOf } from '../waterfall/index.ts';
import { expectedExcess, expectedPayoff, kinkedPayoffOf, solveMean } from './index.ts';

const tables = arbitraryExitSecurities()
  .map(payoffOf)
  .filter(({ ok }) => ok)
  .map(expectOk);
const deviation = fc.double({ min: 0.05, max: 4, noNaN: true });
const logMean = fc.double({ min: -2, max: 9, noNaN: true });

/** The slow model: every layer of the table as a difference of two calls, whether the claimant's slope changes or not. */
function layered({ segments }: PayoffTable, id: string, mean: number, spread: number): number {
  return segments.reduce((total, { from, weights }, index) => {
    const next = segments[index + 1]?.from;
    const above = next === undefined ? 0 : expectedExcess(mean, next.toApproximateNumber(), spread);
    const weight = (weights.get(id) ?? Rational.ZERO).toApproximateNumber();
    return total + weight * (expectedExcess(mean, from.toApproximateNumber(), spread) - above);
  }, 0);
}

test('an expected payout by its own kinks is that by all layers, and its derivatives are its slopes', () => {
  fc.assert(
    fc.property(tables, logMean, deviation, (table, at, spread) => {
      const mean = Math.exp(at);
      for (const id of table.segments[0]?.weights.keys() ?? []) {
        const payoff = kinkedPayoffOf(table, id);
        const { value, first, second, third } = expectedPayoff(payoff, at, spread);
        expect(Math.abs(value - layered(table, id, mean, spread))).toBeLessThan(1e-12 * mean);
        const step = 1e-4;
        const [less, more] = [
          expectedPayoff(payoff, at - step, spread),
          expectedPayoff(payoff, at + step, spread),
        ];
        const wide = mean / Math.min(1, spread) ** 3;
        expect(Math.abs(first - (more.value - less.value) / (2 * step))).toBeLessThan(1e-7 * wide);
        expect(Math.abs(second - (more.first - less.first) / (2 * step))).toBeLessThan(1e-7 * wide);
        const bent = (more.second - less.second) / (2 * step);
        expect(Math.abs(third - bent)).toBeLessThan((1e-7 * wide) / Math.min(1, spread) ** 2);
      }
    }),
  );
});

/** The slow model of the solver: 200 halvings. */
function bisected(value: (logMean: number) => number, target: number): number {
  let [low, high] = [-60, 200];
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (value(middle) < target) low = middle;
    else high = middle;
  }
  return high;
}

test('the mean found is the one that bisection finds', () => {
  fc.assert(
    fc.property(tables, logMean, deviation, (table, at, spread) => {
      for (const id of table.segments[0]?.weights.keys() ?? []) {
        const payoff = kinkedPayoffOf(table, id);
        const { value: target, first } = expectedPayoff(payoff, at, spread);
        if (!(target > 1e-200) || first / target < 1e-3) continue;
        const solved = solveMean(payoff, spread, target);
        if (typeof solved === 'string') throw new Error(`${id}: ${solved}`);
        expect((solved.elasticity * target) / first).toBeCloseTo(1, 3);
        expect(solved.evaluations).toBeLessThan(60);
        const slow = bisected((y) => expectedPayoff(payoff, y, spread).value, target);
        expect(Math.abs(solved.logMean - slow)).toBeLessThan(1e-12 / Math.min(1, solved.elasticity));
      }
    }),
  );
});

test('a payout that is never reached has no mean', () => {
  const one = Rational.ONE;
  const debt = expectOk(
    payoffOf({
      classes: [
        {
          id: 'debt',
          kind: 'preferred',
          shares: one,
          originalIssuePrice: Rational.of(40n),
          conversionRatio: Rational.ZERO,
        },
        { id: 'equity', kind: 'common', shares: one },
      ],
    }),
  );
  const payoff = kinkedPayoffOf(debt, 'debt');
  expect([39.9, 40, 41].map((target) => typeof solveMean(payoff, 0.5, target))).toEqual([
    'object',
    'string',
    'string',
  ]);
  expect(solveMean(payoff, 0.5, 40)).toBe('too_high');
});
