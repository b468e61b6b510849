/**
 * Where a company value that follows geometric Brownian motion lies when an exponential clock rings, and what a unit of
 * money there is worth today: with y = ln(exit value ÷ value now), weight × e^(κ y), where κ is one number for exits
 * below the value now and another above it. Not a chance: it sums to the discount factor of the exit, and times the
 * exit value to the value now.
 */
export interface ExitDensity {
  readonly weight: number;
  readonly below: Slopes;
  readonly above: Slopes;
}

/** κ, and κ + 1: the same for money and for parts of the company. Both computed without cancellation. */
export interface Slopes {
  readonly money: number;
  readonly company: number;
}

/**
 * The density for an exit intensity λ and volatility σ above zero, and a risk-neutral drift of `rate`:
 * weight = λ ÷ R, κ = (ν ± R) ÷ σ², ν = r − σ² ÷ 2, R = √(ν² + 2 σ² (λ + r)).
 * Source: the exit of Gornall and Strebulaev, "Squaring Venture Capital Valuations with Reality" (2020), with its time
 * integrated out; docs/reference/calculators.md, contract_value; worked examples in cases/contract_value.json.
 */
export function exitDensity(exitRate: number, volatility: number, rate: number): ExitDensity {
  const variance = volatility * volatility;
  // μ belongs to the company as numeraire: R² = ν² + 2 σ² (λ + r) = μ² + 2 σ² λ.
  const nu = rate - variance / 2;
  const mu = rate + variance / 2;
  const root = Math.sqrt(mu * mu + 2 * variance * exitRate);
  const discount = exitRate + rate;
  return {
    weight: exitRate / root,
    below: {
      money: nu < 0 ? (2 * discount) / (root - nu) : (nu + root) / variance,
      company: mu < 0 ? (2 * exitRate) / (root - mu) : (mu + root) / variance,
    },
    above: {
      money: nu > 0 ? (-2 * discount) / (nu + root) : (nu - root) / variance,
      company: mu > 0 ? (-2 * exitRate) / (mu + root) : (mu - root) / variance,
    },
  };
}

/** The integral of e^(κ y) from `start` to `end`; an infinite end is one where e^(κ y) vanishes. */
export function exponentialMass(kappa: number, start: number, end: number): number {
  const z = kappa * (end - start);
  if (Math.abs(z) < 1) return Math.exp(kappa * start) * (end - start) * (z === 0 ? 1 : Math.expm1(z) / z);
  return (powerAt(kappa, end) - powerAt(kappa, start)) / kappa;
}

/** The integral of (y − start) e^(κ y) from `start` to `end`, both finite. */
export function exponentialMoment(kappa: number, start: number, end: number): number {
  const width = end - start;
  const z = kappa * width;
  if (Math.abs(z) < 1) return Math.exp(kappa * start) * width * width * momentSeries(z);
  return (powerAt(kappa, end) * (z - 1) + powerAt(kappa, start)) / (kappa * kappa);
}

/** e^(κ y), of which the infinite ends are taken to vanish. */
const powerAt = (kappa: number, y: number): number => (Number.isFinite(y) ? Math.exp(kappa * y) : 0);

/** (e^z (z − 1) + 1) ÷ z² = Σ z^k ÷ (k! (k + 2)), for |z| below 1, where the closed form cancels. */
function momentSeries(z: number): number {
  let [term, total] = [1, 0.5];
  for (let k = 1; k <= 20; k += 1) {
    term *= z / k;
    total += term / (k + 2);
  }
  return total;
}
