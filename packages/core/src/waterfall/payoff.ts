import { Rational } from '../rational/index.ts';

/** Where the split of the next unit of net proceeds changes, and who gets how much of it from there on. */
export interface PayoffSegment {
  readonly from: Rational;
  /** Share of each further unit, by claimant; those left out get nothing. They sum to 1. */
  readonly weights: ReadonlyMap<string, Rational>;
}

/**
 * What each claimant gets as a function of net proceeds: piecewise linear, continuous, zero at zero. Solved once from
 * the terms; payouts, charts, option values and expectations all read it.
 */
export interface PayoffTable {
  /** Ascending by `from`; the first starts at zero. */
  readonly segments: readonly PayoffSegment[];
}

/** Each claimant's payout at net proceeds of at least zero. Exact: the payouts sum to the proceeds. */
export function payoffAt({ segments }: PayoffTable, netProceeds: Rational): ReadonlyMap<string, Rational> {
  const payouts = new Map<string, Rational>();
  for (const [index, { from, weights }] of segments.entries()) {
    if (netProceeds.compare(from) <= 0) break;
    const next = segments[index + 1]?.from;
    const until = next !== undefined && next.compare(netProceeds) < 0 ? next : netProceeds;
    const width = until.minus(from);
    for (const [id, weight] of weights) {
      payouts.set(id, (payouts.get(id) ?? Rational.ZERO).plus(weight.times(width)));
    }
  }
  return payouts;
}
