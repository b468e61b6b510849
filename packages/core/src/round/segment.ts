import type { Rational } from '../rational/index.ts';
import type { RoundProblem } from './problem.ts';
import { minus, ONE, over, plus, type Ratio, ratioOf, times, ZERO } from './ratio.kernel.ts';
import type { TermGroups } from './term-groups.kernel.ts';

/** A count of shares that is a line in 1 ÷ price: so many shares, and so much money divided by the price. */
export interface Line {
  readonly shares: Ratio;
  readonly money: Ratio;
}

/** Which of its lines each part of a round is on; convertibles by groups of equal terms. */
export interface GroupChoices {
  /** Whether a group converts by its cap. */
  readonly capped: Uint8Array;
  readonly topUp: boolean;
  readonly triggered: readonly boolean[];
}

/** The exact answer on one segment, as quotients that are not reduced. */
export interface Segment {
  readonly price: Ratio;
  /** F + Q + E. */
  readonly outstanding: Line;
  /** F + Q + E + D = own + share × S. */
  readonly own: Line;
  readonly share: Ratio;
  /** S = scaled ÷ left. */
  readonly scaledConverted: Line;
  readonly left: Ratio;
}

const addLines = (a: Line, b: Line): Line => ({
  shares: plus(a.shares, b.shares),
  money: plus(a.money, b.money),
});
const timesLine = (a: Line, factor: Ratio): Line => ({
  shares: times(a.shares, factor),
  money: times(a.money, factor),
});

/** The count of a line at a price. */
export const countAt = (line: Line, price: Ratio): Ratio => plus(line.shares, over(line.money, price));

/**
 * The one answer in which every part is on the line chosen for it; undefined when there is none that is finite and
 * positive. Whether the choices are the right ones is for the certificate to say.
 */
export function solveSegment(
  problem: RoundProblem,
  groups: TermGroups,
  choices: GroupChoices,
): Segment | undefined {
  const { pool, pricing } = problem;
  const { outstanding, uncounted } = linesBefore(problem, choices.triggered);
  const claims = claimsOf(problem, groups, choices.capped);

  let own = outstanding;
  let share = ZERO;
  if ('increase' in pool) own = { shares: plus(own.shares, ratioOf(pool.increase)), money: own.money };
  else if (choices.topUp) {
    const { numerator, denominator } = pool.target;
    const target = ratioOf(pool.target);
    const room = denominator - numerator;
    own = timesLine(
      { shares: uncounted.shares, money: plus(uncounted.money, times(target, ratioOf(problem.newMoney))) },
      { n: denominator, d: room },
    );
    share = { n: numerator, d: room };
  }

  // S × left = money ÷ P + ofCompany × (F + Q + E) + ofPreMoney × own + ofOutstanding × (F + Q + E).
  const left = minus(minus(ONE, claims.ofCompany), times(claims.ofPreMoney, share));
  if (left.n <= 0n) return undefined;
  const claimed = addLines(
    timesLine(outstanding, plus(claims.ofCompany, claims.ofOutstanding)),
    timesLine(own, claims.ofPreMoney),
  );
  const scaledConverted = { shares: claimed.shares, money: plus(claimed.money, claims.money) };

  let price: Ratio;
  if ('price' in pricing) price = ratioOf(pricing.price);
  else {
    // P = (money − counted money) ÷ counted shares, both × left.
    const counted = pricing.countsPool ? own : outstanding;
    const ofConverted = plus(pricing.countsPool ? share : ZERO, pricing.countsConverted ? ONE : ZERO);
    const shares = plus(times(counted.shares, left), times(scaledConverted.shares, ofConverted));
    const money = minus(
      times(minus(ratioOf(pricing.money), counted.money), left),
      times(scaledConverted.money, ofConverted),
    );
    if (money.n <= 0n || shares.n <= 0n) return undefined;
    price = over(money, shares);
  }
  return { price, outstanding, own, share, scaledConverted, left };
}

/** F + Q + E, and the part of it that a pool target does not count. */
export function linesBefore(
  problem: RoundProblem,
  triggered: readonly boolean[],
): { readonly outstanding: Line; readonly uncounted: Line } {
  const standing = ratioOf(problem.standingShares);
  let outstanding: Line = { shares: standing, money: ZERO };
  let uncounted: Line = { shares: minus(standing, ratioOf(problem.standingCounted)), money: ZERO };
  for (const [index, { shares, fixed, money, counted }] of problem.protections.entries()) {
    const held = triggered[index]
      ? timesLine({ shares: ratioOf(fixed), money: ratioOf(money) }, ratioOf(shares))
      : { shares: ratioOf(shares), money: ZERO };
    outstanding = addLines(outstanding, held);
    if (!counted) uncounted = addLines(uncounted, held);
  }
  return { outstanding, uncounted };
}

/** What the convertibles take together, on the lines chosen: money at the round price, and fractions of counts. */
function claimsOf({ pricing }: RoundProblem, groups: TermGroups, capped: Uint8Array) {
  const { balances, unit, discountOf, capOf, discounts, caps, capStep, fixed } = groups;
  const atDiscount = new Array<bigint>(discounts.length).fill(0n);
  const atCap = new Array<bigint>(caps.length).fill(0n);
  for (let group = 0; group < balances.length; group += 1) {
    const balance = balances[group] as bigint;
    if (capped[group] === 1) {
      const place = capOf[group] as number;
      atCap[place] = (atCap[place] as bigint) + balance;
    } else {
      const place = discountOf[group] as number;
      atDiscount[place] = (atDiscount[place] as bigint) + balance;
    }
  }
  // Common denominators by product: cheaper than reducing, as long as equal terms have been put together.
  const money = new Sum(unit);
  for (let place = 0; place < discounts.length; place += 1) {
    const { numerator, denominator } = discounts[place] as Rational;
    money.add(atDiscount[place] as bigint, denominator, denominator - numerator);
  }
  const of = {
    company_capitalization: new Sum(unit),
    pre_money_capitalization: new Sum(unit),
    outstanding: new Sum(unit),
    round_pre_money_shares: new Sum(unit),
  };
  for (let place = 0; place < caps.length; place += 1) {
    const paid = atCap[place] as bigint;
    if (paid === 0n) continue;
    const { amount, base } = caps[place] as (typeof caps)[number];
    of[base].add(paid, amount.denominator, capStep === 1n ? amount.numerator : amount.numerator / capStep);
  }
  const perStep = { n: 1n, d: capStep };
  const preMoney = 'preMoney' in pricing && pricing.preMoney ? ratioOf(pricing.preMoney) : ZERO;
  return {
    money: plus(money.value(), times(times(of.round_pre_money_shares.value(), perStep), preMoney)),
    ofCompany: plus(times(of.company_capitalization.value(), perStep), ratioOf(fixed)),
    ofPreMoney: times(of.pre_money_capitalization.value(), perStep),
    ofOutstanding: times(of.outstanding.value(), perStep),
  };
}

/** A sum of fractions over the product of their denominators. */
class Sum {
  private n = 0n;
  private d = 1n;

  constructor(private readonly unit: bigint) {}

  /** Adds `part × up ÷ down`. */
  add(part: bigint, up: bigint, down: bigint): void {
    if (part === 0n) return;
    this.n = this.n * down + part * up * this.d;
    this.d *= down;
  }

  value(): Ratio {
    return this.n === 0n ? ZERO : { n: this.n, d: this.d * this.unit };
  }
}
