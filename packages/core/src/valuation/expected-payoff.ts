import { Rational } from '../rational/index.ts';
import type { PayoffTable } from '../waterfall/index.ts';
import { millsRatio } from './normal.ts';

/**
 * What one claimant gets as a function of net proceeds, in floating numbers and with only the points where its own
 * slope changes: the other breakpoints of the table leave no trace in its value.
 */
export interface KinkedPayoff {
  /** Slope from zero on. */
  readonly firstSlope: number;
  /** Points above zero where the slope changes, ascending, and their logarithms. */
  readonly kinks: Float64Array;
  readonly logKinks: Float64Array;
  /** By how much the slope changes at each kink, what it is from there on, and the payout at the kink. */
  readonly changes: Float64Array;
  readonly slopes: Float64Array;
  readonly payouts: Float64Array;
}

/** The payoff of a claimant of a table, each number rounded once from the exact one. */
export function kinkedPayoffOf({ segments }: PayoffTable, id: string): KinkedPayoff {
  const at = (values: ReadonlyMap<string, Rational> | undefined): Rational =>
    values?.get(id) ?? Rational.ZERO;
  const bends = segments.flatMap(({ from, weights, payouts }, index) => {
    const change = at(weights).minus(at(segments[index - 1]?.weights));
    return index === 0 || change.sign() === 0
      ? []
      : [{ from, change, slope: at(weights), payout: at(payouts) }];
  });
  const column = (pick: (bend: (typeof bends)[number]) => Rational): Float64Array =>
    Float64Array.from(bends, (bend) => pick(bend).toApproximateNumber());
  const kinks = column(({ from }) => from);
  return {
    firstSlope: at(segments[0]?.weights).toApproximateNumber(),
    kinks,
    logKinks: kinks.map(Math.log),
    changes: column(({ change }) => change),
    slopes: column(({ slope }) => slope),
    payouts: column(({ payout }) => payout),
  };
}

/** An expectation, and how it moves with the logarithm of the mean. */
export interface ExpectedPayoff {
  readonly value: number;
  /** Derivatives by ln(mean). */
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

/**
 * The expected payout when net proceeds are lognormal with the mean e^logMean and this standard deviation of their
 * logarithm, which is more than zero. It is the payout at the mean plus, for each kink, the change of slope times the
 * time value there: call values above the mean and put values below it, so that little is left to cancel. Each kink
 * costs one exponential and two Mills' ratios, since `mean × φ(d1) = kink × φ(d2)`.
 */
export function expectedPayoff(payoff: KinkedPayoff, logMean: number, deviation: number): ExpectedPayoff {
  const { kinks, logKinks, changes } = payoff;
  const mean = Math.exp(logMean);
  const half = deviation / 2;
  let value = 0;
  let first = 0;
  let densities = 0;
  let densityMoments = 0;
  let below = 0;
  for (let index = 0; index < kinks.length; index += 1) {
    const change = changes[index] as number;
    const middle = (logMean - (logKinks[index] as number)) / deviation;
    const d1 = middle + half;
    const d2 = middle - half;
    const density = mean * ONE_OVER_ROOT_TWO_PI * Math.exp((-d1 * d1) / 2);
    densities += change * density;
    densityMoments += change * density * d1;
    const tail1 = density * millsRatio(Math.abs(d1));
    const tail2 = density * millsRatio(Math.abs(d2));
    if (middle > 0) {
      // The put: kink × N(−d2) − mean × N(−d1).
      below += 1;
      value += change * ((d2 >= 0 ? tail2 : (kinks[index] as number) - tail2) - tail1);
      first -= change * tail1;
    } else {
      // The call: mean × N(d1) − kink × N(d2).
      const held = d1 < 0 ? tail1 : mean - tail1;
      value += change * (held - tail2);
      first += change * held;
    }
  }
  const slope = below === 0 ? payoff.firstSlope : (payoff.slopes[below - 1] as number);
  first += slope * mean;
  const curvature = densities / deviation;
  return {
    value: value + payoutAt(payoff, below, mean),
    first,
    second: first + curvature,
    third: first + 2 * curvature - densityMoments / (deviation * deviation),
  };
}

/** The payout at these proceeds, of which `below` kinks lie below. */
function payoutAt(
  { firstSlope, kinks, slopes, payouts }: KinkedPayoff,
  below: number,
  proceeds: number,
): number {
  if (below === 0) return firstSlope * proceeds;
  const last = below - 1;
  return (payouts[last] as number) + (slopes[last] as number) * (proceeds - (kinks[last] as number));
}
