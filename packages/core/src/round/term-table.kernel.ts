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
  /** By convertible: the balance, where all are whole and even their sum is exact in floating point. */
  readonly wholeBalances: readonly number[] | undefined;
  readonly discounts: readonly Rational[];
  readonly caps: readonly ValuationCap[];
  /** By discount: its denominator less its numerator, and its denominator; not a number where not exact as one. */
  readonly wholeKept: readonly number[];
  readonly wholeOf: readonly number[];
  /** By cap: the amount where it is whole, or not a number; and the number of its base. */
  readonly wholeCaps: readonly number[];
  readonly capBases: readonly number[];
  /** What the numerators of all caps are multiples of: caps are round numbers. */
  readonly capStep: bigint;
  /** All fixed percentages together. */
  readonly fixed: Rational;
}

export function tabulateTerms(convertibles: readonly ConversionTerms[]): TermTable {
  const count = convertibles.length;
  const discountOf = new Array<number>(count);
  const capOf = new Array<number>(count);
  const baseOf = new Array<number>(count);
  const nearThreshold = new Array<number>(count);
  const nearMoney = new Array<number>(count);
  const nearFraction = new Array<number>(count);
  const wholeBalances = new Array<number>(count);
  const discounts = new Discounts(count);
  const caps = new Caps(count);
  let fixed = Rational.ZERO;
  let total = 0;

  for (let index = 0; index < count; index += 1) {
    const { balance, discount, cap, fixedPercentage } = convertibles[index] as ConversionTerms;
    const discountPlace = discount === undefined ? 0 : discounts.placeOf(discount);
    const kept = discounts.nearKept[discountPlace] as number;
    let money = Number(balance.numerator);
    if (balance.denominator !== 1n || money >= SAFE) {
      money = nearRational(balance);
      total = SAFE;
    }
    if (fixedPercentage !== undefined) {
      fixed = fixed.plus(fixedPercentage);
      money = 0;
    }
    wholeBalances[index] = money;
    total += money;
    discountOf[index] = fixedPercentage === undefined ? discountPlace : -1;
    nearMoney[index] = money / kept;
    if (cap === undefined) {
      capOf[index] = -1;
      baseOf[index] = 0;
      nearThreshold[index] = Number.MAX_VALUE;
      nearFraction[index] = 0;
    } else {
      const place = caps.placeOf(cap);
      const amount = caps.near[place] as number;
      capOf[index] = place;
      baseOf[index] = caps.bases[place] as number;
      nearThreshold[index] = amount / kept;
      nearFraction[index] = money / amount;
    }
  }
  return {
    discountOf,
    capOf,
    baseOf,
    nearThreshold,
    nearMoney,
    nearFraction,
    wholeBalances: total < SAFE ? wholeBalances : undefined,
    discounts: discounts.all,
    caps: caps.all,
    wholeKept: discounts.wholeKept,
    wholeOf: discounts.wholeOf,
    wholeCaps: caps.whole,
    capBases: caps.bases,
    capStep: BigInt(caps.step),
    fixed,
  };
}

/** Where terms are found again: a table of places, by a key of theirs, that is never full. */
class Places {
  /** Places from 1; 0 is free. */
  private readonly slots: number[];
  private readonly mask: number;

  constructor(most: number) {
    let size = 4;
    while (size < 2 * most) size *= 2;
    this.slots = new Array<number>(size).fill(0);
    this.mask = size - 1;
  }

  /** Where the search for a key starts. */
  start(key: number): number {
    return (Math.imul(key | 0, 0x9e3779b1) >>> 15) & this.mask;
  }

  /** The place at a slot; −1 for none. */
  at(slot: number): number {
    return (this.slots[slot] as number) - 1;
  }

  next(slot: number): number {
    return (slot + 1) & this.mask;
  }

  put(slot: number, place: number): void {
    this.slots[slot] = place + 1;
  }
}

/** The discounts seen, each once; the first is none. */
class Discounts {
  readonly all: Rational[] = [Rational.ZERO];
  readonly nearKept: number[] = [1];
  readonly wholeKept: number[] = [1];
  readonly wholeOf: number[] = [1];
  private readonly places: Places;

  constructor(most: number) {
    this.places = new Places(most);
  }

  placeOf(discount: Rational): number {
    const of = Number(discount.denominator);
    const off = Number(discount.numerator);
    if (off === 0) return 0;
    const isExact = of < SAFE;
    let slot = this.places.start(off * 8191 + of);
    for (let place = this.places.at(slot); place >= 0; place = this.places.at(slot)) {
      const same = isExact
        ? this.wholeOf[place] === of && this.wholeKept[place] === of - off
        : (this.all[place] as Rational).equals(discount);
      if (same) return place;
      slot = this.places.next(slot);
    }
    this.places.put(slot, this.all.length);
    this.nearKept.push(
      isExact ? (of - off) / of : near(discount.denominator - discount.numerator, discount.denominator),
    );
    this.wholeKept.push(isExact ? of - off : Number.NaN);
    this.wholeOf.push(isExact ? of : Number.NaN);
    return this.all.push(discount) - 1;
  }
}

/** The caps seen, each once for each base. */
class Caps {
  readonly all: ValuationCap[] = [];
  readonly near: number[] = [];
  readonly bases: number[] = [];
  readonly whole: number[] = [];
  step = 1;
  private readonly places: Places;

  constructor(most: number) {
    this.places = new Places(most);
  }

  placeOf(cap: ValuationCap): number {
    const { amount } = cap;
    const base = numberOfBase(cap.base);
    const numerator = Number(amount.numerator);
    const isExact = numerator < SAFE && amount.denominator === 1n;
    let slot = this.places.start(numerator * BASES.length + base);
    for (let place = this.places.at(slot); place >= 0; place = this.places.at(slot)) {
      const same = isExact
        ? this.whole[place] === numerator
        : (this.all[place] as ValuationCap).amount.equals(amount);
      if (same && this.bases[place] === base) return place;
      slot = this.places.next(slot);
    }
    this.places.put(slot, this.all.length);
    this.near.push(isExact ? numerator : nearRational(amount));
    this.bases.push(base);
    this.whole.push(isExact ? numerator : Number.NaN);
    this.step = this.all.length === 0 && numerator < SAFE ? numerator : commonDivisor(this.step, numerator);
    return this.all.push(cap) - 1;
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
