import { expectedPayoff, type KinkedPayoff } from './expected-payoff.ts';

/** The logarithm of a mean at which a claimant's expected payout is what it should be. */
export interface SolvedMean {
  readonly logMean: number;
  /** How many parts in a hundred the expectation moves when the mean moves by one: below 1e-3 the answer is soft. */
  readonly elasticity: number;
  /** How often the expectation was worked out. */
  readonly evaluations: number;
}

/** Why there is no such mean: the payout never gets that high, or it stays the same over a range of means. */
export type NoMean = 'too_high' | 'flat';

/** A step this small against the deviation leaves an error of the order of its fourth power. */
const LAST_STEP = 1e-4;
const MOST_EVALUATIONS = 400;

/**
 * Finds the mean of lognormal net proceeds at which a payoff is expected to pay `target`, more than zero; deviation
 * more than zero. The payoff never falls, so there is at most one.
 *
 * Works on the logarithm of the expectation as a function of the logarithm of the mean, which is nearly a straight
 * line, from the mean that would do without uncertainty, by steps of the fourth order: the second and third derivatives
 * come free with the densities. Each point narrows a bracket; a step that leaves it is replaced by bisection.
 */
export function solveMean(payoff: KinkedPayoff, deviation: number, target: number): SolvedMean | NoMean {
  const start = certainProceeds(payoff, target);
  if (start === undefined) return 'too_high';
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let logMean = Math.log(start);
  let reach = 1 + 2 * deviation;
  const lastStep = LAST_STEP * Math.min(1, deviation);
  for (let evaluations = 1; evaluations <= MOST_EVALUATIONS; evaluations += 1) {
    const { value, first, second, third } = expectedPayoff(payoff, logMean, deviation);
    if (value < target) low = logMean;
    else high = logMean;
    const elasticity = first / value;
    const step = stepFrom(Math.log(value / target), elasticity, second / value, third / value);
    if (Math.abs(step) <= lastStep) return { logMean: logMean + step, elasticity, evaluations };
    if (Math.abs(step) < reach && logMean + step > low && logMean + step < high) {
      logMean += step;
    } else if (high - low < Number.POSITIVE_INFINITY) {
      const middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) return { logMean, elasticity, evaluations };
      logMean = middle;
    } else {
      logMean += value < target ? reach : -reach;
      reach *= 2;
    }
  }
  return 'flat';
}

/**
 * The step to where the logarithm of an expectation is zero, from its value and the derivatives of the expectation ÷
 * the expectation. With f = c (y + a y² + b y³) about here, it is Newton's step n over 1 + a n + (b − a²) n².
 */
function stepFrom(gap: number, elasticity: number, second: number, third: number): number {
  const newton = -gap / elasticity;
  const a = (second / elasticity - elasticity) / 2;
  const b = (third / elasticity - 3 * second + 2 * elasticity * elasticity) / 6;
  const bend = 1 + newton * (a + (b - a * a) * newton);
  return bend > 0.5 && bend < 2 ? newton / bend : newton;
}

/** The net proceeds that pay this much when nothing is uncertain; undefined when none pay more. */
function certainProceeds(
  { firstSlope, kinks, slopes, payouts }: KinkedPayoff,
  target: number,
): number | undefined {
  let index = kinks.length - 1;
  const lastSlope = index < 0 ? firstSlope : (slopes[index] as number);
  if (lastSlope === 0 && !((payouts[index] ?? 0) > target)) return undefined;
  while (index >= 0 && (payouts[index] as number) >= target) index -= 1;
  if (index < 0) return target / firstSlope;
  return (kinks[index] as number) + (target - (payouts[index] as number)) / (slopes[index] as number);
}
