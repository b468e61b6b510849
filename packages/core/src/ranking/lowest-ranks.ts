import type { BoundedRow } from './rank-by-bounds.ts';

/**
 * The lowest rank that each row can hold: 1 plus the number of other rows that may be greater, an absent end being
 * open. With the best rank, which `rankByBounds` gives, it says how far bounds settle a row's place; equal exact
 * values share a rank. Exact; n log n in the rows. Fails: never.
 */
export function lowestRanks(rows: readonly BoundedRow[]): ReadonlyMap<string, number> {
  const highs = rows
    .flatMap(({ bounds: { high } }) => (high === undefined ? [] : [high]))
    .sort((one, other) => other.compare(one));
  const open = rows.length - highs.length;
  return new Map(
    rows.map(({ id, bounds: { low, high } }) => {
      let [from, to] = [0, highs.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        if (low === undefined || highs[middle]?.compare(low) === 1) from = middle + 1;
        else to = middle;
      }
      // A row whose own end may be above its low end has counted itself.
      const isCounted = high === undefined || low === undefined || high.compare(low) > 0;
      return [id, 1 + open + from - (isCounted ? 1 : 0)];
    }),
  );
}
