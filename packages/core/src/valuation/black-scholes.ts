import { millsRatio, normalCdf, normalDensity } from './normal.ts';

/** A European call on something that pays a continuous yield; rates are continuous, a year's; all floating point. */
export interface CallTerms {
  /** At least zero, as are strike, volatility and years. */
  readonly spot: number;
  readonly strike: number;
  readonly volatility: number;
  readonly years: number;
  readonly rate: number;
  readonly dividendYield: number;
}

export interface CallValue {
  readonly value: number;
  /** Minus or plus infinity where nothing is uncertain (no volatility, no time, no strike, no spot). */
  readonly d1: number;
  readonly d2: number;
  readonly nD1: number;
  readonly nD2: number;
}

/**
 * The Black-Scholes-Merton value of a call: `S e^(−qT) N(d1) − K e^(−rT) N(d2)`. To 1e-12 relative, also far out of
 * the money and at the smallest volatilities, as far as the logarithm of spot over strike is itself that sharp.
 * Without volatility or time it is the discounted intrinsic value.
 * Source: Hull, Options, Futures and Other Derivatives, "The Black-Scholes-Merton model" and "Dividend yields".
 */
export function callValue({ spot, strike, volatility, years, rate, dividendYield }: CallTerms): CallValue {
  return callOnPresentValues(
    spot * Math.exp(-dividendYield * years),
    strike * Math.exp(-rate * years),
    volatility * Math.sqrt(years),
  );
}

/** The same from the present values of asset and strike, and the deviation: volatility × the root of the years. */
export function callOnPresentValues(asset: number, strike: number, deviation: number): CallValue {
  const [d1, d2] = distances(asset, strike, deviation);
  return { value: expectedExcess(asset, strike, deviation), d1, d2, nD1: normalCdf(d1), nD2: normalCdf(d2) };
}

/**
 * What a lognormal number with this mean, and this standard deviation of its logarithm, is expected to exceed a
 * strike by: E max(0, X − strike). Mean, strike and deviation at least zero; a strike below zero is exceeded surely.
 * 1e-12 relative.
 */
export function expectedExcess(mean: number, strike: number, deviation: number): number {
  if (strike <= 0) return mean - strike;
  return Math.max(mean - strike, 0) + timeValue(mean, strike, deviation);
}

/**
 * What the side that is out of the money is worth: E max(0, X − strike) for a strike above the mean, and
 * E max(0, strike − X) for one below. Symmetric in the two. Mean and deviation at least zero, strike above zero.
 */
export function timeValue(mean: number, strike: number, deviation: number): number {
  if (deviation === 0 || mean === 0) return 0;
  const low = Math.min(mean, strike);
  const middle = logarithmOfRatio(Math.max(mean, strike), low) / deviation;
  const near = middle - deviation / 2;
  const far = middle + deviation / 2;
  if (deviation < SMALL_DEVIATION) return low * normalDensity(near) * millsDrop(middle, deviation);
  if (near >= 0) return low * normalDensity(near) * (millsRatio(near) - millsRatio(far));
  return low * (1 - normalDensity(near) * (millsRatio(-near) + millsRatio(far)));
}

const SMALL_DEVIATION = 0.05;

/**
 * M(middle − width ÷ 2) − M(middle + width ÷ 2) for a small width, where the plain difference would cancel: the odd
 * terms of Taylor's series about the middle. M' = tM − 1, and each further derivative is t × the last + n × the one
 * before. The term left out is below 1e-15 of the first.
 */
function millsDrop(middle: number, width: number): number {
  const value = millsRatio(middle);
  const first = middle * value - 1;
  const second = middle * first + value;
  const third = middle * second + 2 * first;
  const fourth = middle * third + 3 * second;
  const fifth = middle * fourth + 4 * third;
  const sixth = middle * fifth + 5 * fourth;
  const seventh = middle * sixth + 6 * fifth;
  const square = (width * width) / 4;
  return -width * (first + (square / 6) * (third + (square / 20) * (fifth + (square / 42) * seventh)));
}

/** How many deviations the mean lies above the strike, under the measure of the asset and under that of money. */
function distances(mean: number, strike: number, deviation: number): readonly [d1: number, d2: number] {
  if (strike === 0) return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (mean === 0) return [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const middle = logarithmOfRatio(mean, strike);
  // At the money the limit of a vanishing deviation is zero; anywhere else it is infinite.
  if (deviation === 0 && middle === 0) return [0, 0];
  return [middle / deviation + deviation / 2, middle / deviation - deviation / 2];
}

/** ln(a ÷ b) of positive numbers, sharp also where they are nearly equal or their quotient cannot be held. */
function logarithmOfRatio(a: number, b: number): number {
  const excess = (a - b) / b;
  if (Math.abs(excess) < 0.5) return Math.log1p(excess);
  const ratio = a / b;
  return ratio > 0 && ratio < Number.POSITIVE_INFINITY ? Math.log(ratio) : Math.log(a) - Math.log(b);
}
