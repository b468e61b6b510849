import type { Term } from './discount-polynomial.ts';

/** A point from 0 to 1, and its powers; all times `2 ^ bits`, the powers rounded down. */
export interface Sample {
  readonly x: bigint;
  readonly powers: readonly bigint[];
  /** Sums of the positive and of the negative terms, by order, as they are asked for. */
  readonly sums: Map<number, Sums>;
}

interface Sums {
  readonly plus: bigint;
  readonly minus: bigint;
}

/** The least and the greatest a value can be. */
export interface Range {
  readonly least: bigint;
  readonly greatest: bigint;
}

/**
 * A polynomial and its slopes in fixed point, with every rounding accounted for, so that a sign it tells is proven.
 * Since every power grows with `x`, two samples bound all values between them.
 *
 * The slope of order 0 is the polynomial itself. That of order n + 1 is `x ^ (κ + 1) · d/dx (x ^ −κ · slope n)`, which
 * multiplies each term by its exponent less κ: between two roots of a slope above zero lies a root of the next (Rolle).
 * With κ the exponent at a change of sign, each slope has one change of sign less than the one before, so that the
 * slope whose order is their number has no root above zero (Descartes).
 */
export class SampledPolynomial {
  private readonly exponents: readonly bigint[];
  private readonly weights: (readonly bigint[])[];
  private readonly errors: Sums[] = [];

  constructor(
    private readonly terms: readonly Term[],
    readonly bits: number,
  ) {
    this.exponents = terms.map(({ exponent }) => BigInt(exponent));
    this.weights = [terms.map(({ coefficient }) => coefficient)];
  }

  at(x: bigint): Sample {
    return { x, powers: this.powersOf(x), sums: new Map() };
  }

  /** The values of a slope from one sample to the next, in units of `2 ^ −bits`. */
  between(order: number, low: Sample, high: Sample): Range {
    const [atLow, atHigh, error] = [this.sumsAt(order, low), this.sumsAt(order, high), this.errorOf(order)];
    return {
      least: atLow.plus - atHigh.minus - error.minus,
      greatest: atHigh.plus + error.plus - atLow.minus,
    };
  }

  /** The sign directly above zero, where the first term outweighs the others. */
  signAboveZero(order: number): -1 | 0 | 1 {
    return signOf(this.weightsOf(order).find((weight) => weight !== 0n) ?? 0n);
  }

  /** The sign at 1, exact: 0 only where a root lies there. */
  signAtOne(order: number): -1 | 0 | 1 {
    return signOf(this.weightsOf(order).reduce((sum, weight) => sum + weight));
  }

  private sumsAt(order: number, sample: Sample): Sums {
    let sums = sample.sums.get(order);
    if (sums === undefined) {
      sums = summed(this.weightsOf(order), sample.powers);
      sample.sums.set(order, sums);
    }
    return sums;
  }

  /** How far rounded sums may lie below the true ones: a power of k factors, each rounded down, by less than k. */
  private errorOf(order: number): Sums {
    this.errors[order] ??= summed(this.weightsOf(order), this.exponents);
    return this.errors[order];
  }

  private weightsOf(order: number): readonly bigint[] {
    const known = this.weights[order];
    if (known !== undefined) return known;
    const before = this.weightsOf(order - 1);
    const kappa = this.exponents[middleChange(before)] ?? 0n;
    const weights = before.map((weight, index) => weight * ((this.exponents[index] ?? 0n) - kappa));
    this.weights[order] = weights;
    return weights;
  }

  /** The exponents ascend, so each power is built on the one before. */
  private powersOf(x: bigint): readonly bigint[] {
    const shift = BigInt(this.bits);
    const squares = [x];
    let power = 1n << shift;
    let reached = 0;
    return this.terms.map(({ exponent }) => {
      for (let gap = exponent - reached, bit = 0; gap > 0; gap = Math.floor(gap / 2), bit += 1) {
        const root = squares[bit - 1] ?? x;
        squares[bit] ??= (root * root) >> shift;
        if (gap % 2 === 1) power = (power * (squares[bit] ?? x)) >> shift;
      }
      reached = exponent;
      return power;
    });
  }
}

function summed(weights: readonly bigint[], powers: readonly bigint[]): Sums {
  let [plus, minus] = [0n, 0n];
  for (const [index, weight] of weights.entries()) {
    const value = weight * (powers[index] ?? 0n);
    if (weight > 0n) plus += value;
    else minus -= value;
  }
  return { plus, minus };
}

/** The index of a weight before a change of sign, of the middle one of all changes; 0 if there is none. */
function middleChange(weights: readonly bigint[]): number {
  const changes: number[] = [];
  let last: number | undefined;
  for (const [index, weight] of weights.entries()) {
    if (weight === 0n) continue;
    if (last !== undefined && signOf(weights[last] ?? 0n) !== signOf(weight)) changes.push(last);
    last = index;
  }
  return changes[Math.floor(changes.length / 2)] ?? 0;
}

const signOf = (value: bigint): -1 | 0 | 1 => (value > 0n ? 1 : value < 0n ? -1 : 0);
