import type { Rational } from '../rational/index.ts';
import type { ConversionTerms, RoundProblem } from './problem.ts';
import type { TermTable } from './term-table.kernel.ts';
import type { ValuationCap } from './types.ts';

/** What the convertibles take together: money at the round price, in money units, and fractions of counts. */
export interface Claims {
  readonly money: Fraction;
  readonly company: Fraction;
  readonly preMoney: Fraction;
  readonly outstanding: Fraction;
}

interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** Whole numbers below this are exact in floating point, and so are sums and products that stay below it. */
const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * A sum of fractions over the product of their denominators: cheaper than reducing, once equal terms have been put
 * together. Exact; small numbers are put together in floating point for as long as they stay whole.
 */
class Sum {
  private n = 0n;
  private d = 1n;
  private smallN = 0;
  private smallD = 1;

  add(n: bigint, d: bigint): void {
    this.n = this.n * d + n * this.d;
    this.d *= d;
  }

  /** Both whole and below `SAFE`. */
  addSmall(n: number, d: number): void {
    const nextN = this.smallN * d + n * this.smallD;
    const nextD = this.smallD * d;
    if (nextN < SAFE && nextD < SAFE) {
      this.smallN = nextN;
      this.smallD = nextD;
      return;
    }
    this.add(BigInt(this.smallN), BigInt(this.smallD));
    this.smallN = n;
    this.smallD = d;
  }

  value(): Fraction {
    if (this.smallN !== 0) this.add(BigInt(this.smallN), BigInt(this.smallD));
    this.smallN = 0;
    this.smallD = 1;
    return { n: this.n, d: this.d };
  }
}

/** The claims on the lines chosen. Exact. */
export function claimsOf(
  { convertibles, pricing }: RoundProblem,
  moneyUnit: bigint,
  terms: TermTable,
  capped: readonly number[],
): Claims {
  const money = new Sum();
  const byBase = [new Sum(), new Sum(), new Sum(), new Sum()] as const;
  const { wholeBalances, capStep, fixed } = terms;
  if (wholeBalances === undefined) addExactly(terms, convertibles, moneyUnit, capped, money, byBase);
  else addWhole(terms, wholeBalances, capped, money, byBase);
  // Whole balances are in plain money, the others in parts of the unit.
  const unit = wholeBalances === undefined ? moneyUnit : 1n;
  const step = capStep * unit;
  const [company, preMoney, outstanding, byPrice] = byBase;
  const ofCompany = overStep(company.value(), step);
  const worth = byPrice.value();
  if (worth.n !== 0n && 'preMoney' in pricing && pricing.preMoney !== undefined) {
    const { numerator, denominator } = pricing.preMoney;
    money.add(worth.n * numerator, worth.d * capStep * denominator);
  }
  const paid = money.value();
  return {
    money: wholeBalances === undefined || moneyUnit === 1n ? paid : { n: paid.n * moneyUnit, d: paid.d },
    company:
      fixed.numerator === 0n
        ? ofCompany
        : {
            n: ofCompany.n * fixed.denominator + fixed.numerator * ofCompany.d,
            d: ofCompany.d * fixed.denominator,
          },
    preMoney: overStep(preMoney.value(), step),
    outstanding: overStep(outstanding.value(), step),
  };
}

const overStep = ({ n, d }: Fraction, step: bigint): Fraction =>
  n === 0n ? { n, d: 1n } : { n, d: d * step };

/** Adds up balances that are whole and small, in floating point for as long as that is exact. */
function addWhole(
  terms: TermTable,
  balances: readonly number[],
  capped: readonly number[],
  money: Sum,
  byBase: readonly Sum[],
): void {
  const { discountOf, capOf, discounts, wholeKept, wholeOf, caps, wholeCaps, capBases, capStep } = terms;
  const atDiscount = new Array<number>(discounts.length).fill(0);
  const atCap = new Array<number>(caps.length).fill(0);
  for (let index = 0; index < balances.length; index += 1) {
    const balance = balances[index] as number;
    if (capped[index] === 1) {
      const place = capOf[index] as number;
      atCap[place] = (atCap[place] as number) + balance;
    } else {
      const place = discountOf[index] as number;
      if (place >= 0) atDiscount[place] = (atDiscount[place] as number) + balance;
    }
  }
  money.addSmall(atDiscount[0] as number, 1);
  for (let place = 1; place < discounts.length; place += 1) {
    const paid = atDiscount[place] as number;
    if (paid === 0) continue;
    const n = paid * (wholeOf[place] as number);
    if (n < SAFE) money.addSmall(n, wholeKept[place] as number);
    else {
      const { numerator, denominator } = discounts[place] as Rational;
      money.add(BigInt(paid) * denominator, denominator - numerator);
    }
  }
  const step = Number(capStep);
  for (let place = 0; place < caps.length; place += 1) {
    const paid = atCap[place] as number;
    if (paid === 0) continue;
    const sum = byBase[capBases[place] as number] as Sum;
    const d = (wholeCaps[place] as number) / step;
    if (d < SAFE) sum.addSmall(paid, d);
    else {
      const { amount } = caps[place] as ValuationCap;
      sum.add(BigInt(paid) * amount.denominator, amount.numerator / capStep);
    }
  }
}

/** Adds up any balances. */
function addExactly(
  { discountOf, capOf, discounts, caps, capBases, capStep }: TermTable,
  convertibles: readonly ConversionTerms[],
  moneyUnit: bigint,
  capped: readonly number[],
  money: Sum,
  byBase: readonly Sum[],
): void {
  const atDiscount = discounts.map(() => 0n);
  const atCap = caps.map(() => 0n);
  for (let index = 0; index < discountOf.length; index += 1) {
    const discountPlace = discountOf[index] as number;
    if (discountPlace < 0) continue;
    const { numerator, denominator } = (convertibles[index] as ConversionTerms).balance;
    const [sums, place] = capped[index] === 1 ? [atCap, capOf[index] as number] : [atDiscount, discountPlace];
    sums[place] = (sums[place] as bigint) + numerator * (moneyUnit / denominator);
  }
  for (const [place, { numerator, denominator }] of discounts.entries()) {
    const paid = atDiscount[place] as bigint;
    if (paid !== 0n) money.add(paid * denominator, denominator - numerator);
  }
  for (const [place, { amount }] of caps.entries()) {
    const paid = atCap[place] as bigint;
    if (paid === 0n) continue;
    (byBase[capBases[place] as number] as Sum).add(paid * amount.denominator, amount.numerator / capStep);
  }
}
