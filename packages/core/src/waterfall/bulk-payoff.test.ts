import { arbitraryExitSecurities } from '@tranche/testkit/arbitrary';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { BulkPayoff } from './bulk-payoff.kernel.ts';
import { type PayoffTable, payoffAt } from './payoff.ts';
import { payoffOf } from './payoff-of.ts';

const tables = arbitraryExitSecurities()
  .map(payoffOf)
  .filter((table) => table.ok)
  .map(expectOk);
/** Exits at, just beside and between the breakpoints, in quarters, which floating numbers hold exactly. */
const quarters = fc.array(fc.nat(1600), { minLength: 1, maxLength: 40 });

const bulkOf = (table: PayoffTable, exits: readonly number[]): BulkPayoff => {
  const bulk = BulkPayoff.of(table, exits.length);
  bulk.exits.set(exits);
  bulk.pay();
  return bulk;
};

test('bulk payouts are those of the exact table, for any number of exits and claimants', () => {
  fc.assert(
    fc.property(tables, quarters, (table, values) => {
      const { ids, payouts } = bulkOf(
        table,
        values.map((quarter) => quarter / 4),
      );
      expect(payouts.length).toBe(values.length * ids.length);
      for (const [index, quarter] of values.entries()) {
        const exact = payoffAt(table, Rational.of(quarter, 4));
        for (const [column, id] of ids.entries()) {
          const found = payouts[index * ids.length + column];
          expect(found).toBeCloseTo((exact.get(id) as Rational).toApproximateNumber(), 11);
        }
      }
    }),
  );
});

test('exits on both sides of every breakpoint fall into the right segment', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const exits = table.segments.flatMap(({ from }) => {
        const point = from.toApproximateNumber();
        return [-0, point * (1 - 2 ** -52), point, point * (1 + 2 ** -52), point * 1e9, point / 1e9];
      });
      const { ids, payouts } = bulkOf(table, exits);
      for (const [index, exit] of exits.entries()) {
        const total = payouts
          .subarray(index * ids.length, (index + 1) * ids.length)
          .reduce((sum, paid) => sum + paid, 0);
        expect(Math.abs(total - exit)).toBeLessThanOrEqual(1e-13 * exit);
      }
    }),
  );
});

test('mean payouts are the means of the payouts, over all exits or a part of them', () => {
  fc.assert(
    fc.property(tables, quarters, fc.nat(), (table, values, pick) => {
      const bulk = bulkOf(
        table,
        values.map((quarter) => quarter / 4),
      );
      const first = pick % values.length;
      for (const [column, mean] of bulk.means(first).entries()) {
        let total = 0;
        for (let index = first; index < values.length; index += 1) {
          total += bulk.payouts[index * bulk.ids.length + column] ?? 0;
        }
        expect(mean).toBeCloseTo(total / (values.length - first), 10);
      }
    }),
  );
});

test('only the exits asked for are worked on', () => {
  const table = expectOk(payoffOf({ classes: [{ id: 'c', kind: 'common', shares: Rational.ONE }] }));
  const bulk = BulkPayoff.of(table, 4);
  bulk.exits.set([1, 2, 3, 4]);
  bulk.pay(2, 3);
  bulk.pay(1, 1);
  // One claimant is an odd number of columns: the place after the last is written as well.
  expect([...bulk.payouts.subarray(0, 3)]).toEqual([0, 0, 3]);
});
