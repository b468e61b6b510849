import { Rational } from '../rational/index.ts';
import type { ConversionTerms } from './problem.ts';
import { near, nearRational } from './ratio.kernel.ts';
import type { CapBase, ValuationCap } from './types.ts';

/** The bases by number, as `baseOf` holds them. */
const BASES: readonly CapBase[] = [
  'company_capitalization',
  'pre_money_capitalization',
  'outstanding',
  'round_pre_money_shares',
];

/**
 * The terms of convertibles with each discount and each cap once, so that exact sums are taken over few denominators.
 * Places are exact; the numbers named `near` are for guesses, and for comparisons with room to spare.
 */
export interface TermTable {
  /** By convertible: the place of its discount, −1 for a fixed percentage; of its cap or −1; the number of its base. */
  readonly discountOf: readonly number[];
  readonly capOf: readonly number[];
  readonly baseOf: readonly number[];
  /** By convertible: cap ÷ (1 − discount), what the base must be worth more than for the cap to give more shares. */
  readonly nearThreshold: readonly number[];
  /** By convertible: balance ÷ (1 − discount), and balance ÷ cap. */
  readonly nearMoney: readonly number[];
  readonly nearFraction: readonly number[];
  readonly discounts: readonly Rational[];
  readonly caps: readonly ValuationCap[];
  /** The numerator of each cap over the step that all are multiples of: caps are round numbers. */
  readonly capSteps: readonly bigint[];
  readonly capStep: bigint;
  /** All fixed percentages together. */
  readonly fixed: Rational;
}

export function tabulateTerms(convertibles: readonly ConversionTerms[]): TermTable {
  const discountOf: number[] = [];
  const capOf: number[] = [];
  const baseOf: number[] = [];
  const nearThreshold: number[] = [];
  const nearMoney: number[] = [];
  const nearFraction: number[] = [];
  const discounts = new Discounts();
  const caps = new Caps();
  let fixed = Rational.ZERO;

  for (let index = 0; index < convertibles.length; index += 1) {
    const { balance, discount, cap, fixedPercentage } = convertibles[index] as ConversionTerms;
    const discountPlace = discount === undefined ? 0 : discounts.placeOf(discount);
    const capPlace = cap === undefined ? -1 : caps.placeOf(cap);
    const kept = discounts.nearKept[discountPlace] as number;
    let money = nearRational(balance);
    let threshold = Number.MAX_VALUE;
    let fraction = 0;
    let base = 0;
    if (capPlace >= 0) {
      const amount = caps.near[capPlace] as number;
      threshold = amount / kept;
      fraction = money / amount;
      base = caps.bases[capPlace] as number;
    }
    money /= kept;
    if (fixedPercentage !== undefined) {
      fixed = fixed.plus(fixedPercentage);
      money = 0;
    }
    discountOf.push(fixedPercentage === undefined ? discountPlace : -1);
    capOf.push(capPlace);
    baseOf.push(base);
    nearThreshold.push(threshold);
    nearMoney.push(money);
    nearFraction.push(fraction);
  }
  return {
    discountOf,
    capOf,
    baseOf,
    nearThreshold,
    nearMoney,
    nearFraction,
    discounts: discounts.all,
    caps: caps.all,
    capSteps: caps.inSteps(),
    capStep: BigInt(caps.step),
    fixed,
  };
}

/** Spreads the parts of a fraction over the keys of a map; fractions that share a key are told apart exactly. */
const MIX = 8191;

/** The discounts seen, each once; the first is none. */
class Discounts {
  readonly all: Rational[] = [Rational.ZERO];
  readonly nearKept: number[] = [1];
  private readonly at = new Map<number, number>();

  placeOf(discount: Rational): number {
    const { numerator, denominator } = discount;
    const key = (Number(numerator) * MIX + Number(denominator)) | 0;
    const seen = this.at.get(key);
    if (seen === undefined) {
      if (numerator === 0n) return 0;
      this.at.set(key, this.all.length);
    } else {
      // Others of the same key, if there are any, stand behind the first.
      for (let place = seen; place < this.all.length; place += 1) {
        if ((this.all[place] as Rational).equals(discount)) return place;
      }
    }
    this.nearKept.push(near(denominator - numerator, denominator));
    return this.all.push(discount) - 1;
  }
}

/** The caps seen, each once for each base. */
class Caps {
  readonly all: ValuationCap[] = [];
  readonly near: number[] = [];
  readonly bases: number[] = [];
  /** What all numerators are multiples of. */
  step = 1;
  private readonly numerators: number[] = [];
  private readonly at = new Map<number, number>();

  placeOf(cap: ValuationCap): number {
    const { amount } = cap;
    const base = numberOfBase(cap.base);
    const numerator = Number(amount.numerator);
    const denominator = amount.denominator === 1n ? 1 : Number(amount.denominator);
    const key = (numerator * BASES.length + denominator * MIX + base) | 0;
    const seen = this.at.get(key);
    if (seen === undefined) {
      this.at.set(key, this.all.length);
    } else {
      // Others of the same key, if there are any, stand behind the first.
      for (let place = seen; place < this.all.length; place += 1) {
        if (this.bases[place] === base && (this.all[place] as ValuationCap).amount.equals(amount))
          return place;
      }
    }
    this.near.push(denominator === 1 && numerator < SAFE ? numerator : nearRational(amount));
    this.bases.push(base);
    this.numerators.push(numerator);
    this.step = this.all.length === 0 && numerator < SAFE ? numerator : commonDivisor(this.step, numerator);
    return this.all.push(cap) - 1;
  }

  inSteps(): readonly bigint[] {
    const steps: bigint[] = [];
    for (let place = 0; place < this.all.length; place += 1) {
      const numerator = this.numerators[place] as number;
      steps.push(
        numerator < SAFE ? BigInt(numerator / this.step) : (this.all[place] as ValuationCap).amount.numerator,
      );
    }
    return steps;
  }
}

/** Whole numbers below this are exact in floating point. */
const SAFE = Number.MAX_SAFE_INTEGER;

function numberOfBase(base: CapBase): number {
  for (let number = 0; number < BASES.length; number += 1) if (BASES[number] === base) return number;
  return -1;
}

/** The greatest common divisor of two positive whole numbers; 1 where the second is too large to be exact. */
function commonDivisor(step: number, number: number): number {
  if (number >= SAFE) return 1;
  let divisor = step;
  let rest = number % step;
  while (rest !== 0) {
    const next = divisor % rest;
    divisor = rest;
    rest = next;
  }
  return divisor;
}
