import { Rational } from '../rational/index.ts';

/**
 * An exact quotient that is not brought to lowest terms, with a positive denominator: for results of which only the
 * size is asked, where reducing would cost more than all the rest.
 */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export const toRational = ({ n, d }: Ratio): Rational => Rational.of(n, d);
export const plus = (a: Ratio, b: Ratio): Ratio =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, { n: -b.n, d: b.d });
export const times = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.n, d: a.d * b.d });
/** The divisor is positive. */
export const over = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.d, d: a.d * b.n });
export const isLess = (a: Ratio, b: Ratio): boolean => a.n * b.d < b.n * a.d;

const LEAST = 1e-60;
const MOST = 1e60;

/**
 * `n ÷ d` within two units of its last place; not a number where it is so large or small that products of such
 * numbers could leave the range of floating point. Every comparison with it is then false.
 */
export function near(n: bigint, d: bigint): number {
  if (n === 0n) return 0;
  let quotient = d === 1n ? Number(n) : Number(n) / Number(d);
  if (Number.isNaN(quotient) || quotient === 0) {
    // Beyond the range by themselves: both are cut to the 900 bits or so that matter.
    const digits = Math.max(n.toString(16).length, d.toString(16).length);
    const shift = BigInt(Math.max(0, digits * 4 - 900));
    quotient = Number(n >> shift) / Number(d >> shift);
  }
  const size = Math.abs(quotient);
  return size > LEAST && size < MOST ? quotient : Number.NaN;
}

export const nearRational = ({ numerator, denominator }: Rational): number => near(numerator, denominator);
