/**
 * The normal distribution in floating point, as near as a double can tell: a few units in the last place
 * everywhere, the far tails included. All else in this folder rests on it.
 */

/**
 * Mills' ratio of the normal distribution, (1 − N(t)) ÷ φ(t), of t at least zero: the tail without its exponential.
 * Accurate to 4e-16 relative. Written as 1 ÷ (t + h(t)), so that for large t the error of h hardly counts; h is a
 * quotient of polynomials with positive coefficients, which lose nothing to cancellation. The coefficients
 * interpolate h at the Chebyshev points of (t − c) ÷ (t + c), computed with 70 digits (mpmath 1.3).
 */
export function millsRatio(t: number): number {
  // Beyond this the powers would overflow, and h(t) ÷ t is below the last place.
  if (t > 1e9) return 1 / t;
  let above = 8.549184672985426e-7;
  above = above * t + 2.414193514096212e-5;
  above = above * t + 3.3829825154159013e-4;
  above = above * t + 3.039954785301441e-3;
  above = above * t + 1.916326122200413e-2;
  above = above * t + 8.765897283419115e-2;
  above = above * t + 0.2914113032357045;
  above = above * t + 0.6830024914180592;
  above = above * t + 1.0369769946433394;
  above = above * t + 0.7978845608028654;
  let below = 8.549184672985483e-7;
  below = below * t + 2.4141935140947664e-5;
  below = below * t + 3.4000808848197824e-4;
  below = below * t + 3.0882386546948397e-3;
  below = below * t + 1.9834728284705838e-2;
  below = below * t + 9.359402742272355e-2;
  below = below * t + 0.3277440501747315;
  below = below * t + 0.8410922358837911;
  below = below * t + 1.5187156646242057;
  below = below * t + 1.7550875039700686;
  below = below * t + 1;
  return below / (t * below + above);
}

const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

/** Half of the square beyond which e to its negative is zero as a double. */
const LARGEST_HALF_SQUARE = 746;

/**
 * The density φ(x). The part of x² that a double cannot hold is worked out and put back: left out, it would
 * cost 1e-13 in the tails.
 */
export function normalDensity(x: number): number {
  const square = x * x;
  if (square > 2 * LARGEST_HALF_SQUARE) return 0;
  // Dekker's product: x = high + low, each of half the digits, so that their products are exact.
  const spread = 134_217_729 * x;
  const high = spread - (spread - x);
  const low = x - high;
  const rest = high * high - square + 2 * high * low + low * low;
  return ONE_OVER_ROOT_TWO_PI * Math.exp(-square / 2) * (1 - rest / 2);
}

/** The chance N(x) of a standard normal number below x; 1e-15 relative down to where doubles end, near x = −38. */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  const tail = normalDensity(x) * millsRatio(Math.abs(x));
  return x < 0 ? tail : 1 - tail;
}
