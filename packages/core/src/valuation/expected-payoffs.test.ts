import { arbitraryExitSecurities } from '@tranche/testkit/arbitrary';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { payoffAt, payoffOf } from '../waterfall/index.ts';
import { expectedPayoff, kinkedPayoffOf } from './expected-payoff.ts';
import { expectedPayoffsOf } from './expected-payoffs.ts';

const tables = arbitraryExitSecurities()
  .map(payoffOf)
  .filter((table) => table.ok)
  .map(expectOk);

test('the expectations of all claimants sum to the mean, and each is that of its own payoff', () => {
  fc.assert(
    fc.property(
      tables,
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 30 }),
      (table, mean, tenths) => {
        const expectations = expectedPayoffsOf(table);
        const expected = expectations.of(mean, tenths / 10);
        expect(Math.abs(expected.reduce((sum, value) => sum + value, 0) - mean)).toBeLessThan(1e-12 * mean);
        for (const [index, id] of expectations.ids.entries()) {
          const alone = expectedPayoff(kinkedPayoffOf(table, id), Math.log(mean), tenths / 10).value;
          expect(Math.abs((expected[index] as number) - alone)).toBeLessThan(1e-12 * mean);
        }
      },
    ),
  );
});

test('without deviation the expectation is the payout at the mean', () => {
  fc.assert(
    fc.property(tables, fc.nat(400), (table, mean) => {
      const exact = payoffAt(table, Rational.of(mean));
      const expectations = expectedPayoffsOf(table);
      for (const [index, value] of expectations.of(mean, 0).entries()) {
        const payout = exact.get(expectations.ids[index] as string)?.toApproximateNumber() ?? Number.NaN;
        expect(Math.abs(value - payout)).toBeLessThanOrEqual(1e-13 * mean);
      }
    }),
  );
});

test('a straight sum over a fine grid of quantiles comes to the same', () => {
  // 20 of 100 shares with a preference of 20: pays min(x, 20) + max(x - 100, 0) / 5.
  const table = expectOk(
    payoffOf({
      classes: [
        { id: 'A', kind: 'preferred', shares: Rational.of(20), originalIssuePrice: Rational.ONE },
        { id: 'c', kind: 'common', shares: Rational.of(80) },
      ],
    }),
  );
  const [mean, deviation] = [90, 0.8];
  let total = 0;
  const steps = 200_000;
  for (let step = 0; step < steps; step += 1) {
    const z = -9 + (18 * (step + 0.5)) / steps;
    const exit = mean * Math.exp(deviation * z - deviation ** 2 / 2);
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    total += (Math.min(exit, 20) + Math.max(exit - 100, 0) / 5) * density * (18 / steps);
  }
  expect(expectedPayoffsOf(table).of(mean, deviation)[0]).toBeCloseTo(total, 7);
});
