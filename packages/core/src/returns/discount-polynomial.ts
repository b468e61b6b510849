import { Rational } from '../rational/index.ts';

/** Money at a time: paid in below zero, received above. */
export interface TimedFlow {
  /** From the time origin; may be negative. */
  readonly years: Rational;
  readonly amount: Rational;
}

/** `coefficient × x ^ exponent`. */
export interface Term {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/**
 * The net present value of flows as a polynomial in the discount of one period, `x = (1 + rate) ^ (−1 ÷ periodsPerYear)`.
 * Terms ascend by exponent, start at 0, and have no zero coefficient; the value is scaled by a positive number and
 * moved in time, neither of which moves its roots.
 */
export interface DiscountPolynomial {
  readonly terms: readonly Term[];
  readonly periodsPerYear: number;
}

/** Exact: the period is the longest of which every time between flows is a multiple. No flows, no terms. */
export function discountPolynomial(flows: readonly TimedFlow[]): DiscountPolynomial {
  const [first] = flows;
  const since = flows.map(({ years }) => years.minus(first?.years ?? Rational.ZERO));
  const periods = since.reduce((all, { denominator }) => leastCommonMultiple(all, denominator), 1n);
  const scale = flows.reduce((all, { amount }) => leastCommonMultiple(all, amount.denominator), 1n);
  const byTime = new Map<bigint, bigint>();
  for (const [index, { amount }] of flows.entries()) {
    const time = wholeProduct(since[index] ?? Rational.ZERO, periods);
    byTime.set(time, (byTime.get(time) ?? 0n) + wholeProduct(amount, scale));
  }
  const left = [...byTime].filter(([, coefficient]) => coefficient !== 0n);
  left.sort(([one], [other]) => Number(one - other));
  const start = left[0]?.[0] ?? 0n;
  return {
    terms: left.map(([time, coefficient]) => ({ coefficient, exponent: Number(time - start) })),
    periodsPerYear: Number(periods),
  };
}

/** The same polynomial in `1 ÷ x`, times a power of it: its roots below one are those of the first above one. */
export function reversed(terms: readonly Term[]): readonly Term[] {
  const degree = terms.at(-1)?.exponent ?? 0;
  return terms.map(({ coefficient, exponent }) => ({ coefficient, exponent: degree - exponent })).reverse();
}

/** How often the sign changes along the terms: at least the number of positive roots, and exact when it is 0 or 1. */
export function signChanges(terms: readonly Term[]): number {
  return terms.filter(
    ({ coefficient }, index) => index > 0 && coefficient < 0n !== (terms[index - 1]?.coefficient ?? 0n) < 0n,
  ).length;
}

const wholeProduct = (value: Rational, multiple: bigint): bigint =>
  (value.numerator * multiple) / value.denominator;

function leastCommonMultiple(one: bigint, other: bigint): bigint {
  let [divisor, rest] = [one, other];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return (one / divisor) * other;
}
