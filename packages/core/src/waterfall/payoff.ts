import type { Rational } from '../rational/index.ts';

/** Where the split of the next unit of net proceeds changes, and who gets how much of it from there on. */
export interface PayoffSegment {
  readonly from: Rational;
  /** Share of each further unit, by claimant: every claimant is there, those that get nothing with 0. They sum to 1. */
  readonly weights: ReadonlyMap<string, Rational>;
  /** What each claimant has when net proceeds are `from`. They sum to `from`. */
  readonly payouts: ReadonlyMap<string, Rational>;
}

/**
 * What each claimant gets as a function of net proceeds: piecewise linear, continuous, never falling, zero at zero.
 * Solved once from the terms; payouts, charts, option values and expectations all read it.
 */
export interface PayoffTable {
  /** Ascending by `from`; the first starts at zero; neighbours differ in their weights. */
  readonly segments: readonly PayoffSegment[];
}

/** Each claimant's payout at net proceeds of at least zero. Exact: the payouts sum to the proceeds. */
export function payoffAt(table: PayoffTable, netProceeds: Rational): ReadonlyMap<string, Rational> {
  const { from, weights, payouts } = segmentAt(table, netProceeds);
  const further = netProceeds.minus(from);
  return new Map(
    [...payouts].map(([id, paid]) => {
      const weight = weights.get(id);
      return [id, weight === undefined || weight.sign() === 0 ? paid : paid.plus(weight.times(further))];
    }),
  );
}

/** The last segment that starts at or below these net proceeds. */
function segmentAt({ segments }: PayoffTable, netProceeds: Rational): PayoffSegment {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((segments[middle] as PayoffSegment).from.compare(netProceeds) <= 0) low = middle;
    else high = middle - 1;
  }
  return segments[low] as PayoffSegment;
}
