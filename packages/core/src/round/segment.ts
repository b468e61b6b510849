import type { Rational } from '../rational/index.ts';
import type { ConversionTerms, Pricing, RoundProblem } from './problem.ts';
import type { TermTable } from './term-table.kernel.ts';
import type { ValuationCap } from './types.ts';
import type { WholeRound } from './whole-round.ts';

/** Which of its lines each part of a round is on. */
export interface LineChoices {
  /** Whether a convertible converts by its cap: 1, or 0. */
  readonly capped: readonly number[];
  readonly topUp: boolean;
  readonly triggered: readonly boolean[];
}

/** A count of shares that is a line in 1 ÷ price: so many shares, and so much money divided by the price. */
export interface Line {
  readonly shares: bigint;
  readonly money: bigint;
}

/**
 * The exact answer on one segment, in whole numbers of the units of the round; nothing is reduced.
 * F + Q + E = outstanding; F + Q + E + D = (own + target × S) ÷ room; S = (fixed + bought ÷ (kept × P)) ÷ left.
 */
export interface Segment {
  readonly price: { readonly n: bigint; readonly d: bigint };
  readonly outstanding: Line;
  readonly own: Line;
  /** The target and what it leaves, when the pool is topped up; 0 and 1 otherwise. */
  readonly target: bigint;
  readonly room: bigint;
  readonly converted: {
    readonly fixed: bigint;
    readonly bought: bigint;
    readonly kept: bigint;
    readonly left: bigint;
  };
}

/**
 * The one answer in which every part is on the line chosen for it; undefined when there is none that is finite and
 * positive. Whether the choices are the right ones is for the certificate to say.
 */
export function solveSegment(
  { convertibles, pricing }: RoundProblem,
  round: WholeRound,
  terms: TermTable,
  choices: LineChoices,
): Segment | undefined {
  const outstanding = linesBefore(round, choices.triggered, false);
  let own = { shares: outstanding.shares + round.increase, money: outstanding.money };
  let [target, room] = [0n, 1n];
  if (choices.topUp) {
    const uncounted = linesBefore(round, choices.triggered, true);
    const of = round.targetOf;
    [target, room] = [round.target, of - round.target];
    own = { shares: uncounted.shares * of, money: uncounted.money * of + target * round.newMoney };
  }

  // S × left = c + a × (F + Q + E) + b × (F + Q + E + D), with a and b over one denominator and c = money ÷ kept ÷ P.
  const claims = claimsOf(convertibles, pricing, round.moneyUnit, terms, choices.capped);
  const { money, company, preMoney, outstanding: ofOutstanding } = claims;
  const others = preMoney.d * ofOutstanding.d;
  const whole = company.d * others;
  const a = company.n * others;
  const b = preMoney.n * company.d * ofOutstanding.d;
  const claimed = ofOutstanding.n === 0n ? a : a + ofOutstanding.n * company.d * preMoney.d;
  const left = (whole - a) * room - b * target;
  if (left <= 0n) return undefined;
  const ofBefore = claimed * room;
  const fixed = ofBefore * outstanding.shares + b * own.shares;
  const alongside = ofBefore * outstanding.money + b * own.money;
  const bought = money.n * whole * room + (alongside === 0n ? 0n : money.d * alongside);
  const converted = { fixed, bought, kept: money.d, left };

  if ('price' in pricing) {
    const { numerator, denominator } = pricing.price;
    const price = { n: numerator * round.moneyUnit, d: denominator * round.shareUnit };
    return { price, outstanding, own, target, room, converted };
  }
  // P × (counted shares + converted shares) = priced − counted money − converted money, all × kept × left × part.
  const counted = pricing.countsPool ? own : outstanding;
  const part = pricing.countsPool ? room : 1n;
  const ofConverted = (pricing.countsPool ? target : 0n) + (pricing.countsConverted ? part : 0n);
  const n = money.d * left * (round.priced * part - counted.money) - ofConverted * bought;
  const d = money.d * (counted.shares * left + ofConverted * fixed);
  return n <= 0n || d <= 0n ? undefined : { price: { n, d }, outstanding, own, target, room, converted };
}

/** F + Q + E; or the part of it that a pool target does not count. */
export function linesBefore(round: WholeRound, triggered: readonly boolean[], uncounted: boolean): Line {
  let [shares, money] = [uncounted ? round.standingUncounted : round.standing, 0n];
  for (let index = 0; index < round.protections.length; index += 1) {
    const held = round.protections[index] as WholeRound['protections'][number];
    if (uncounted && held.counted) continue;
    shares += triggered[index] ? held.fixed : held.shares;
    if (triggered[index]) money += held.money;
  }
  return { shares, money };
}

/** A sum of fractions over the product of their denominators. */
interface Sum {
  n: bigint;
  d: bigint;
}

/** What the convertibles take together, on the lines chosen: money at the round price, and fractions of counts. */
function claimsOf(
  convertibles: readonly ConversionTerms[],
  pricing: Pricing,
  moneyUnit: bigint,
  terms: TermTable,
  capped: readonly number[],
) {
  const { discountOf, capOf, discounts, caps, capSteps, capStep, fixed } = terms;
  const atDiscount: bigint[] = [];
  const atCap: bigint[] = [];
  for (let place = 0; place < discounts.length; place += 1) atDiscount.push(0n);
  for (let place = 0; place < caps.length; place += 1) atCap.push(0n);
  for (let index = 0; index < discountOf.length; index += 1) {
    const discountPlace = discountOf[index] as number;
    if (discountPlace < 0) continue;
    const { numerator, denominator } = (convertibles[index] as ConversionTerms).balance;
    const balance = denominator === moneyUnit ? numerator : numerator * (moneyUnit / denominator);
    if (capped[index] === 1) {
      const place = capOf[index] as number;
      atCap[place] = (atCap[place] as bigint) + balance;
    } else atDiscount[discountPlace] = (atDiscount[discountPlace] as bigint) + balance;
  }
  // Common denominators by product: cheaper than reducing, once equal terms have been put together.
  const money: Sum = { n: atDiscount[0] as bigint, d: 1n };
  for (let place = 1; place < discounts.length; place += 1) {
    const { numerator, denominator } = discounts[place] as Rational;
    add(money, (atDiscount[place] as bigint) * denominator, denominator - numerator);
  }
  const company: Sum = { n: 0n, d: 1n };
  const preMoney: Sum = { n: 0n, d: 1n };
  const outstanding: Sum = { n: 0n, d: 1n };
  const byPrice: Sum = { n: 0n, d: 1n };
  for (let place = 0; place < caps.length; place += 1) {
    const paid = atCap[place] as bigint;
    if (paid === 0n) continue;
    const { amount, base } = caps[place] as ValuationCap;
    const sum =
      base === 'company_capitalization'
        ? company
        : base === 'pre_money_capitalization'
          ? preMoney
          : base === 'outstanding'
            ? outstanding
            : byPrice;
    add(sum, amount.denominator === 1n ? paid : paid * amount.denominator, capSteps[place] as bigint);
  }
  const step = capStep * moneyUnit;
  for (const sum of [company, preMoney, outstanding]) if (sum.n !== 0n) sum.d *= step;
  if (fixed.numerator !== 0n) add(company, fixed.numerator, fixed.denominator);
  if (byPrice.n !== 0n && 'preMoney' in pricing && pricing.preMoney !== undefined) {
    const { numerator, denominator } = pricing.preMoney;
    add(money, byPrice.n * numerator, byPrice.d * capStep * denominator);
  }
  return { money, company, preMoney, outstanding };
}

function add(sum: Sum, n: bigint, d: bigint): void {
  if (n === 0n) return;
  sum.n = sum.n * d + n * sum.d;
  sum.d *= d;
}
