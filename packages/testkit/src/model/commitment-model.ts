import type { Bounds } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { SliceBounds } from '../arbitrary/slices.ts';

export interface ModelTotals {
  readonly committed: Bounds;
  readonly drawn: Bounds;
  readonly undrawn: Bounds;
}

/**
 * Commitments of the slices that a question picks, added up one end at a time, without a graph: the small slow
 * model that `commitmentTotals` is held against. An end that any picked slice leaves open is open.
 */
export function modelTotals(
  slices: readonly SliceBounds[],
  picks: (slice: SliceBounds) => boolean,
): ModelTotals | undefined {
  const picked = slices.filter(picks);
  if (picked.length === 0) return undefined;
  const committed = added(picked.map((slice) => slice.committed));
  const drawn = added(picked.map((slice) => slice.drawn));
  const undrawn = added([committed, negated(drawn)]);
  return { committed, drawn, undrawn };
}

function added(parts: readonly Bounds[]): Bounds {
  let low: Rational | undefined = Rational.ZERO;
  let high: Rational | undefined = Rational.ZERO;
  for (const part of parts) {
    low = low === undefined || part.low === undefined ? undefined : low.plus(part.low);
    high = high === undefined || part.high === undefined ? undefined : high.plus(part.high);
  }
  return withEnds(low, high);
}

const negated = ({ low, high }: Bounds): Bounds => withEnds(high?.negated(), low?.negated());

const withEnds = (low: Rational | undefined, high: Rational | undefined): Bounds => ({
  ...(low === undefined ? {} : { low }),
  ...(high === undefined ? {} : { high }),
  vague: false,
});
