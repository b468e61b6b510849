import { arbitraryBoundedPoint, arbitraryMoney } from '@tranche/testkit/arbitrary';
import { bounds, exactly } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lowestRanks, rankByBounds } from './index.ts';

test('a sum known only as "up to 10.8" can stand anywhere below those it cannot reach', () => {
  const rows = [
    { id: 'Ant', bounds: exactly('14') },
    { id: 'Didi', bounds: bounds('0', '10.8') },
    { id: 'Databricks', bounds: exactly('10') },
    { id: 'Thrive', bounds: exactly('10') },
    { id: 'undisclosed', bounds: bounds() },
  ];
  expect(Object.fromEntries(lowestRanks(rows))).toEqual({
    Ant: 2,
    Didi: 5,
    Databricks: 4,
    Thrive: 4,
    undisclosed: 5,
  });
});

test('whatever values the bounds allow, a row stands between its best and its lowest rank', () => {
  const anyRows = fc.array(arbitraryBoundedPoint(arbitraryMoney()), { maxLength: 7 });
  fc.assert(
    fc.property(anyRows, (pointed) => {
      const rows = pointed.map((row, index) => ({ id: `row ${index}`, ...row }));
      const lowest = lowestRanks(rows);
      const best = new Map(rankByBounds(rows).order.map(({ id, rank }) => [id, rank]));
      for (const { id, point } of rows) {
        const rank = 1 + rows.filter((row) => row.point.compare(point) > 0).length;
        expect(rank).toBeGreaterThanOrEqual(best.get(id) ?? 0);
        expect(rank).toBeLessThanOrEqual(lowest.get(id) ?? 0);
      }
    }),
  );
});
