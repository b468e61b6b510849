import type { Rational } from '../rational/index.ts';
import type { PayoffTable } from '../waterfall/index.ts';
import { timeValue } from './black-scholes.ts';

/** The expected payouts of all claimants of a payoff table when net proceeds are lognormal. Floating. */
export interface ExpectedPayoffs {
  /** Claimants, in the order of the results. */
  readonly ids: readonly string[];
  /**
   * The expected payouts for the mean of net proceeds, which is at least zero, and the standard deviation of their
   * logarithm. 1e-12 relative to the mean. Without deviation they are the payouts at the mean.
   */
  of(mean: number, deviation: number): Float64Array;
}

/**
 * Prepares a table once, for many means and deviations. A payout bends at the breakpoints and is straight between
 * them, so its expectation is the payout at the mean plus, for each breakpoint, the change of slope times one time
 * value: a call above the mean, a put below it. The time values are common to all claimants. Nothing is sampled.
 */
export function expectedPayoffsOf({ segments }: PayoffTable): ExpectedPayoffs {
  const ids = [...(segments[0]?.weights.keys() ?? [])];
  const columns = ids.length;
  const starts = Float64Array.from(segments, ({ from }) => from.toApproximateNumber());
  const column = (pick: (row: number, id: string) => Rational | undefined): Float64Array =>
    Float64Array.from(
      { length: segments.length * columns },
      (_, at) => pick(Math.floor(at / columns), ids[at % columns] as string)?.toApproximateNumber() ?? 0,
    );
  const slopes = column((row, id) => segments[row]?.weights.get(id));
  const paid = column((row, id) => segments[row]?.payouts.get(id));
  const changes = column((row, id) => {
    const before = segments[row - 1]?.weights.get(id);
    const now = segments[row]?.weights.get(id);
    return before === undefined ? now : now?.minus(before);
  });
  return {
    ids,
    of(mean, deviation) {
      const expected = new Float64Array(columns);
      let row = 0;
      while (row + 1 < starts.length && (starts[row + 1] as number) <= mean) row += 1;
      const further = mean - (starts[row] as number);
      for (let at = 0; at < columns; at += 1) {
        expected[at] =
          (paid[row * columns + at] as number) + (slopes[row * columns + at] as number) * further;
      }
      for (let kink = 1; kink < starts.length; kink += 1) {
        const value = timeValue(mean, starts[kink] as number, deviation);
        const first = kink * columns;
        for (let at = 0; at < columns; at += 1) {
          expected[at] = (expected[at] as number) + (changes[first + at] as number) * value;
        }
      }
      return expected;
    },
  };
}
