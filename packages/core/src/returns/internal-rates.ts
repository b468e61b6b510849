import { Rational } from '../rational/index.ts';
import { discountPolynomial, reversed, type TimedFlow } from './discount-polynomial.ts';
import { isolateRoots, type RootInterval } from './isolate-roots.ts';
import { simplestBetween } from './simplest-fraction.ts';

/** How near the rates of `internalRates` are to the true ones. */
export const RATE_ACCURACY = '1e-15 relative';

/**
 * All annual rates above −100 % at which the present value of flows is zero, ascending; a multiple root once. None
 * where the flows cancel at every rate.
 * Complete: the present value is a polynomial in the discount of one period, whose roots from 0 to 1 are the rates
 * from zero up, and whose reversed roots are the rates below zero; both are isolated by proof, not by guesses.
 * Each rate is the simplest fraction within its proven interval, so a rate of exactly 10 % is 1/10.
 */
export function internalRates(flows: readonly TimedFlow[]): readonly Rational[] {
  const { terms, periodsPerYear } = discountPolynomial(flows);
  const atZero = terms.reduce((sum, { coefficient }) => sum + coefficient, 0n);
  const below = isolateRoots(reversed(terms)).map((root) => rateIn(growthOver(root, periodsPerYear)));
  const above = isolateRoots(terms).map((root) => rateIn(growthOver(inverted(root), periodsPerYear)));
  const none = terms.length > 0 && atZero === 0n ? [Rational.ZERO] : [];
  return [...below, ...none, ...above.reverse()];
}

/** `1 ÷ x` of an interval, rounded outwards. */
const inverted = ({ low, high, bits }: RootInterval): RootInterval => {
  const unit = 1n << BigInt(2 * bits);
  return { low: unit / high, high: unit / low + 1n, bits };
};

/** The growth of a year from that of a period, rounded outwards. */
const growthOver = ({ low, high, bits }: RootInterval, periods: number): RootInterval => ({
  low: powerOf(low, periods, bits, 0n),
  high: powerOf(high, periods, bits, 1n),
  bits,
});

/** By squaring, each product rounded down or (`up` is 1) up. */
function powerOf(base: bigint, exponent: number, bits: number, up: bigint): bigint {
  const shift = BigInt(bits);
  let [power, square] = [1n << shift, base];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = ((power * square) >> shift) + up;
    square = ((square * square) >> shift) + up;
  }
  return power;
}

function rateIn({ low, high, bits }: RootInterval): Rational {
  const unit = 1n << BigInt(bits);
  return simplestBetween(Rational.of(low - unit, unit), Rational.of(high - unit, unit));
}
