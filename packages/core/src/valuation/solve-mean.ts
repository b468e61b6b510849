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

/** Cubic convergence: a step this small leaves an error below 1e-16. */
const LAST_STEP = 1e-6;
const MOST_EVALUATIONS = 400;

/**
 * Finds the mean of lognormal net proceeds at which a payoff is expected to pay `target`, more than zero; deviation
 * more than zero. The payoff never falls, so there is at most one.
 *
 * Works on the logarithm of the expectation as a function of the logarithm of the mean, which is nearly a straight
 * line, from the mean that would do without uncertainty, by Halley's steps: the second derivative comes free with the
 * densities. Each point narrows a bracket; a step that leaves it is replaced by bisection.
 */
export function solveMean(payoff: KinkedPayoff, deviation: number, target: number): SolvedMean | NoMean {
  const start = certainProceeds(payoff, target);
  if (start === undefined) return 'too_high';
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let logMean = Math.log(start);
  let reach = 1 + 2 * deviation;
  for (let evaluations = 1; evaluations <= MOST_EVALUATIONS; evaluations += 1) {
    const { value, first, second } = expectedPayoff(payoff, logMean, deviation);
    if (value < target) low = logMean;
    else high = logMean;
    const elasticity = first / value;
    const newton = -Math.log(value / target) / elasticity;
    const bend = 1 + (newton * (second / value - elasticity * elasticity)) / (2 * elasticity);
    const step = bend > 0.5 ? newton / bend : newton;
    if (Math.abs(step) <= LAST_STEP) return { logMean: logMean + step, elasticity, evaluations };
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
