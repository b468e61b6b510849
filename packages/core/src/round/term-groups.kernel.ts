import { Rational } from '../rational/index.ts';
import type { ConversionTerms } from './problem.ts';
import type { CapBase, ValuationCap } from './types.ts';

/**
 * Convertibles with the same discount and cap choose alike whatever they hold, so they are solved as one. Exact:
 * floating point only finds the place of a term among those seen, and an equal one is then looked for.
 */
export interface TermGroups {
  /** The group of each convertible; −1 for a fixed percentage. */
  readonly groupOf: Int32Array;
  /** By group: the balances together, in parts of `unit`. */
  readonly balances: readonly bigint[];
  readonly unit: bigint;
  /** By group: the place of its discount, and of its cap or −1. */
  readonly discountOf: readonly number[];
  readonly capOf: readonly number[];
  readonly discounts: readonly Rational[];
  readonly caps: readonly ValuationCap[];
  /** A step that the numerators of all caps are multiples of: caps are round numbers. */
  readonly capStep: bigint;
  /** All fixed percentages together. */
  readonly fixed: Rational;
}

/** Room for the discounts of one cap in the key of a group. */
const DISCOUNTS = 2 ** 20;

export function groupTerms(convertibles: readonly ConversionTerms[]): TermGroups {
  const groupOf = new Int32Array(convertibles.length);
  const unit = commonUnit(convertibles);
  const balances: bigint[] = [];
  const discountOf: number[] = [];
  const capOf: number[] = [];
  const discounts: Rational[] = [Rational.ZERO];
  const caps: ValuationCap[] = [];
  const discountAt = new Map<number, number>([[0, 0]]);
  const capAt: Partial<Record<CapBase, Map<number, number>>> = {};
  const groupAt = new Map<number, number>();
  let fixed = Rational.ZERO;
  let capStep = 0;

  for (let index = 0; index < convertibles.length; index += 1) {
    const { balance, discount, cap, fixedPercentage } = convertibles[index] as ConversionTerms;
    if (fixedPercentage !== undefined) {
      groupOf[index] = -1;
      fixed = fixed.plus(fixedPercentage);
      continue;
    }
    let discountPlace = 0;
    if (discount !== undefined) {
      const near = Number(discount.numerator) / Number(discount.denominator);
      const seen = discountAt.get(near);
      if (seen !== undefined && (discounts[seen] as Rational).equals(discount)) discountPlace = seen;
      else {
        discountPlace = seen === undefined ? -1 : discounts.findIndex((one) => one.equals(discount));
        if (discountPlace < 0) discountPlace = discounts.push(discount) - 1;
        if (seen === undefined) discountAt.set(near, discountPlace);
      }
    }
    let capPlace = -1;
    if (cap !== undefined) {
      const { amount, base } = cap;
      const near = Number(amount.numerator) / Number(amount.denominator);
      capAt[base] ??= new Map();
      const places = capAt[base];
      const seen = places.get(near);
      if (seen !== undefined && (caps[seen] as ValuationCap).amount.equals(amount)) capPlace = seen;
      else {
        if (seen !== undefined) {
          capPlace = caps.findIndex((one) => one.base === base && one.amount.equals(amount));
        }
        if (capPlace < 0) {
          capPlace = caps.push(cap) - 1;
          capStep = capStep === 1 ? 1 : commonStep(capStep, Number(amount.numerator));
        }
        if (seen === undefined) places.set(near, capPlace);
      }
    }
    const scaled = unit === 1n ? balance.numerator : balance.numerator * (unit / balance.denominator);
    const key = (capPlace + 1) * DISCOUNTS + discountPlace;
    const group = groupAt.get(key);
    if (group === undefined) {
      groupAt.set(key, balances.length);
      groupOf[index] = balances.length;
      balances.push(scaled);
      discountOf.push(discountPlace);
      capOf.push(capPlace);
    } else {
      groupOf[index] = group;
      balances[group] = (balances[group] as bigint) + scaled;
    }
  }
  return {
    groupOf,
    balances,
    unit,
    discountOf,
    capOf,
    discounts,
    caps,
    capStep: BigInt(capStep || 1),
    fixed,
  };
}

/** The least part of money that every balance is a whole number of. */
function commonUnit(convertibles: readonly ConversionTerms[]): bigint {
  let unit = 1n;
  for (const { balance } of convertibles) {
    if (unit % balance.denominator === 0n) continue;
    // The denominator of 1/unit × 1/denominator, reduced by what both share, is the next common one.
    unit *= Rational.of(balance.denominator, unit).numerator;
  }
  return unit;
}

/** The greatest common divisor of two whole numbers, the first perhaps zero; 1 for a number too large to be exact. */
function commonStep(step: number, number: number): number {
  if (number > Number.MAX_SAFE_INTEGER) return 1;
  let [divisor, rest] = [number, step];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}
