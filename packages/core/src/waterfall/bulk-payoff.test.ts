import { arbitraryExitSecurities } from '@tranche/testkit/arbitrary';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { BulkPayoff } from './bulk-payoff.kernel.ts';
import { payoffAt } from './payoff.ts';
import { payoffOf } from './payoff-of.ts';

const tables = arbitraryExitSecurities()
  .map(payoffOf)
  .filter((table) => table.ok)
  .map(expectOk);
/** Exits at, just beside and between the breakpoints, in quarters, which floating numbers hold exactly. */
const quarters = fc.array(fc.nat(1600), { maxLength: 1200 });

test('bulk payouts are those of the exact table, for any number of exits and claimants', () => {
  fc.assert(
    fc.property(tables, quarters, (table, values) => {
      const bulk = BulkPayoff.of(table);
      const payouts = bulk.payouts(Float64Array.from(values, (quarter) => quarter / 4));
      for (const [index, quarter] of values.entries()) {
        const exact = payoffAt(table, Rational.of(quarter, 4));
        for (const [column, id] of bulk.ids.entries()) {
          const found = payouts[index * bulk.ids.length + column];
          expect(found).toBeCloseTo((exact.get(id) as Rational).toApproximateNumber(), 11);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('exits on both sides of every breakpoint fall into the right segment', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const bulk = BulkPayoff.of(table);
      const exits = table.segments.flatMap(({ from }) => {
        const point = from.toApproximateNumber();
        return [-0, point * (1 - 2 ** -52), point, point * (1 + 2 ** -52), point * 1e9, point / 1e9];
      });
      const payouts = bulk.payouts(Float64Array.from(exits));
      for (const [index, exit] of exits.entries()) {
        const total = payouts
          .subarray(index * bulk.ids.length, (index + 1) * bulk.ids.length)
          .reduce((sum, paid) => sum + paid, 0);
        expect(Math.abs(total - exit)).toBeLessThanOrEqual(1e-13 * exit);
      }
    }),
  );
});

test('mean payouts are the means of the payouts', () => {
  fc.assert(
    fc.property(tables, quarters, (table, values) => {
      fc.pre(values.length > 0);
      const exits = Float64Array.from(values, (quarter) => quarter / 4);
      const bulk = BulkPayoff.of(table);
      const payouts = bulk.payouts(exits);
      for (const [column, mean] of bulk.means(exits).entries()) {
        let total = 0;
        for (let index = column; index < payouts.length; index += bulk.ids.length)
          total += payouts[index] ?? 0;
        expect(mean).toBeCloseTo(total / values.length, 10);
      }
    }),
  );
});
