import { Rational } from '../rational/index.ts';

/**
 * An exact quotient that is not brought to lowest terms: for a handful of operations in a row, where reducing after
 * each would cost more than all of them. The denominator is positive.
 */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Ratio = { n: 0n, d: 1n };
export const ONE: Ratio = { n: 1n, d: 1n };

export const ratioOf = ({ numerator, denominator }: Rational): Ratio => ({ n: numerator, d: denominator });
export const toRational = ({ n, d }: Ratio): Rational => Rational.of(n, d);

export function plus(a: Ratio, b: Ratio): Ratio {
  if (a.n === 0n) return b;
  if (b.n === 0n) return a;
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function minus(a: Ratio, b: Ratio): Ratio {
  if (b.n === 0n) return a;
  return a.d === b.d ? { n: a.n - b.n, d: a.d } : { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}

export function times(a: Ratio, b: Ratio): Ratio {
  if (a.n === 0n || b.n === 0n) return ZERO;
  return { n: a.n * b.n, d: a.d * b.d };
}

/** The divisor is positive. */
export const over = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.d, d: a.d * b.n });

/**
 * The number within two units of its last place; not a number where it is so large or small that products of such
 * numbers could leave the range of floating point. Every comparison with it is then false.
 */
export function toNumber({ n, d }: Ratio): number {
  if (n === 0n) return 0;
  let quotient = Number(n) / Number(d);
  if (Number.isNaN(quotient) || quotient === 0) {
    // Beyond the range by themselves: both are cut to the 900 bits or so that matter.
    const digits = Math.max(n.toString(16).length, d.toString(16).length);
    const shift = BigInt(Math.max(0, digits * 4 - 900));
    quotient = Number(n >> shift) / Number(d >> shift);
  }
  const size = Math.abs(quotient);
  return size > LEAST && size < MOST ? quotient : Number.NaN;
}

const LEAST = 1e-60;
const MOST = 1e60;
