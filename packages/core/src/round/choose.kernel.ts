import type { Rational } from '../rational/index.ts';
import type { RoundProblem } from './problem.ts';
import { minus, plus, type Ratio, ratioOf, times, toNumber } from './ratio.kernel.ts';
import { type GroupChoices, type Line, linesBefore, type Segment } from './segment.ts';
import type { TermGroups } from './term-groups.kernel.ts';
import type { CapBase } from './types.ts';

/**
 * What the cap of each group is measured by, in floating point: a group converts by its cap when what the shares of
 * the cap's base are worth at the price is more than cap ÷ (1 − discount).
 */
export interface GroupNumbers {
  readonly threshold: Float64Array;
  readonly base: Uint8Array;
  /** Balance ÷ (1 − discount), and balance ÷ cap. */
  readonly money: Float64Array;
  readonly fraction: Float64Array;
}

const BASES: readonly CapBase[] = [
  'company_capitalization',
  'pre_money_capitalization',
  'outstanding',
  'round_pre_money_shares',
];

/** Nearer to its threshold than this a choice is made exactly; the numbers themselves are good to 1e-14. */
const NEAR = 1e-9;
/** A guess that has not settled by then is left to the exact steps. */
const MOST_STEPS = 60;

const near = (value: Rational): number => toNumber(ratioOf(value));

export function numbersOf({ balances, unit, discountOf, capOf, discounts, caps }: TermGroups): GroupNumbers {
  const count = balances.length;
  const [threshold, money, fraction] = [
    new Float64Array(count),
    new Float64Array(count),
    new Float64Array(count),
  ];
  const base = new Uint8Array(count);
  const kept = discounts.map(
    ({ numerator, denominator }) => Number(denominator - numerator) / Number(denominator),
  );
  const amounts = caps.map(({ amount }) => near(amount));
  const bases = caps.map((cap) => BASES.indexOf(cap.base));
  const perUnit = 1 / Number(unit);
  for (let group = 0; group < count; group += 1) {
    const balance = Number(balances[group]) * perUnit;
    const left = kept[discountOf[group] as number] as number;
    const cap = capOf[group] as number;
    money[group] = balance / left;
    threshold[group] = cap < 0 ? Number.MAX_VALUE : (amounts[cap] as number) / left;
    if (cap < 0) continue;
    fraction[group] = balance / (amounts[cap] as number);
    base[group] = bases[cap] as number;
  }
  return { threshold, base, money, fraction };
}

/** The choices that floating point arrives at; undefined where it finds no answer. They are a guess. */
export function guessChoices(
  problem: RoundProblem,
  groups: TermGroups,
  { threshold, base, money, fraction }: GroupNumbers,
): GroupChoices | undefined {
  const { pool, pricing, protections } = problem;
  const [standing, standingCounted] = [near(problem.standingShares), near(problem.standingCounted)];
  const held = protections.map(({ shares, fixed, money: paid, conversionPrice, counted }) => ({
    shares: near(shares),
    fixed: near(shares) * near(fixed),
    money: near(shares) * near(paid),
    conversionPrice: near(conversionPrice),
    counted,
  }));
  const newMoney = near(problem.newMoney);
  const target = 'target' in pool ? near(pool.target) : 0;
  const increase = 'increase' in pool ? near(pool.increase) : 0;
  const priced = 'price' in pricing ? 0 : near(pricing.money);
  const preMoney = 'price' in pricing || !pricing.preMoney ? 0 : near(pricing.preMoney);
  const fixed = near(groups.fixed);
  const capped = new Uint8Array(threshold.length);
  // Everyone is worth about the pre-money at first.
  const all = held.reduce((sum, { shares }) => sum + shares, standing);
  let price = 'price' in pricing ? near(pricing.price) : priced / all;
  const worth = new Float64Array([price * all, price * all, price * all, preMoney]);
  let topUp = target > 0;
  const claims = new Float64Array(4);

  for (let step = 0; step < MOST_STEPS; step += 1) {
    let changed = step === 0;
    let bought = 0;
    claims.fill(0);
    for (let group = 0; group < threshold.length; group += 1) {
      const of = base[group] as number;
      const byCap = (worth[of] as number) > (threshold[group] as number) ? 1 : 0;
      if (byCap !== capped[group]) {
        capped[group] = byCap;
        changed = true;
      }
      if (byCap === 1) claims[of] = (claims[of] as number) + (fraction[group] as number);
      else bought += money[group] as number;
    }
    let [shares, paid, unShares, unPaid] = [standing, 0, standing - standingCounted, 0];
    for (const one of held) {
      const triggered = price < one.conversionPrice;
      shares += triggered ? one.fixed : one.shares;
      paid += triggered ? one.money : 0;
      if (one.counted) continue;
      unShares += triggered ? one.fixed : one.shares;
      unPaid += triggered ? one.money : 0;
    }
    const room = 1 - target;
    const ownShares = topUp ? unShares / room : shares + increase;
    const ownPaid = topUp ? (unPaid + target * newMoney) / room : paid;
    const share = topUp ? target / room : 0;
    const ofCompany = (claims[0] as number) + fixed;
    const ofPreMoney = claims[1] as number;
    const left = 1 - ofCompany - ofPreMoney * share;
    if (!(left > 0)) return undefined;
    const ofBefore = ofCompany + (claims[2] as number);
    const convertedShares = (ofBefore * shares + ofPreMoney * ownShares) / left;
    const convertedPaid =
      (bought + (claims[3] as number) * preMoney + ofBefore * paid + ofPreMoney * ownPaid) / left;
    const before = price;
    if (!('price' in pricing)) {
      const pool = pricing.countsPool;
      const ofConverted = (pool ? share : 0) + (pricing.countsConverted ? 1 : 0);
      const rest = priced - (pool ? ownPaid : paid) - convertedPaid * ofConverted;
      if (!(rest > 0)) return undefined;
      price = rest / ((pool ? ownShares : shares) + convertedShares * ofConverted);
    }
    const outstanding = price * shares + paid;
    const converted = price * convertedShares + convertedPaid;
    worth[0] = outstanding + converted;
    worth[1] = price * ownShares + ownPaid + share * converted;
    worth[2] = outstanding;
    const counted = outstanding - price * unShares - unPaid;
    const short = 'target' in pool && counted < target * (outstanding + converted + newMoney);
    if (held.some((one) => price < one.conversionPrice !== before < one.conversionPrice)) changed = true;
    if (short !== topUp) changed = true;
    topUp = short;
    if (!changed) break;
  }
  return { capped, topUp, triggered: held.map((one) => price < one.conversionPrice) };
}

/**
 * The choices that are right at the price and counts of a segment, in exact terms; the very same object when they
 * are those of the segment, which are thereby certified. A group, or the pool, is compared in floating point where
 * the two sides are clearly apart, and exactly where they are not. On a tie the choice that comes first stands.
 */
export function rightChoices(
  problem: RoundProblem,
  groups: TermGroups,
  { threshold, base }: GroupNumbers,
  segment: Segment,
  choices: GroupChoices,
): GroupChoices {
  const { price, outstanding, own, share, scaledConverted, left } = segment;
  const priceNear = toNumber(price);
  const worthNear = (line: Line): number => priceNear * toNumber(line.shares) + toNumber(line.money);
  const converted = worthNear(scaledConverted) / toNumber(left);
  const standing = worthNear(outstanding);
  const agreed = 'preMoney' in problem.pricing ? problem.pricing.preMoney : undefined;
  const worth = [
    standing + converted,
    worthNear(own) + toNumber(share) * converted,
    standing,
    agreed === undefined ? 0 : near(agreed),
  ];

  let capped = choices.capped;
  for (let group = 0; group < threshold.length; group += 1) {
    const gap = (worth[base[group] as number] as number) - (threshold[group] as number);
    const clear = Math.abs(gap) > NEAR * (threshold[group] as number);
    const byCap = (clear ? gap > 0 : exceedsCap(problem, groups, segment, group)) ? 1 : 0;
    if (byCap === capped[group]) continue;
    if (capped === choices.capped) capped = capped.slice();
    capped[group] = byCap;
  }
  const triggered = problem.protections.map(({ conversionPrice }) => isLess(price, ratioOf(conversionPrice)));
  const topUp = isShort(problem, segment, triggered);
  const same =
    capped === choices.capped &&
    topUp === choices.topUp &&
    triggered.every((one, index) => one === choices.triggered[index]);
  return same ? choices : { capped, topUp, triggered };
}

const isLess = (a: Ratio, b: Ratio): boolean => a.n * b.d < b.n * a.d;

/** The exact worth of a line at a price: `shares × P + money`. */
const worthOf = (line: Line, price: Ratio): Ratio => plus(times(line.shares, price), line.money);

const convertedWorth = ({ scaledConverted, left, price }: Segment): Ratio => {
  const { n, d } = worthOf(scaledConverted, price);
  return { n: n * left.d, d: d * left.n };
};

/** Whether the cap of a group gives strictly more shares than its discounted price. Exact. */
function exceedsCap(problem: RoundProblem, groups: TermGroups, segment: Segment, group: number): boolean {
  const cap = groups.caps[groups.capOf[group] as number];
  if (cap === undefined) return false;
  const { numerator, denominator } = groups.discounts[groups.discountOf[group] as number] as Rational;
  const kept = { n: denominator - numerator, d: denominator };
  return isLess(ratioOf(cap.amount), times(baseWorth(cap.base), kept));

  function baseWorth(base: CapBase): Ratio {
    const { price, outstanding, own, share } = segment;
    switch (base) {
      case 'company_capitalization':
        return plus(worthOf(outstanding, price), convertedWorth(segment));
      case 'pre_money_capitalization':
        return plus(worthOf(own, price), times(share, convertedWorth(segment)));
      case 'outstanding':
        return worthOf(outstanding, price);
      case 'round_pre_money_shares': {
        const agreed = 'preMoney' in problem.pricing ? problem.pricing.preMoney : undefined;
        return agreed === undefined ? { n: 0n, d: 1n } : ratioOf(agreed);
      }
    }
  }
}

/** Whether what the pool target counts is, without an increase, below the target share of all shares. Exact. */
function isShort(problem: RoundProblem, segment: Segment, triggered: readonly boolean[]): boolean {
  if (!('target' in problem.pool)) return false;
  const { outstanding, uncounted } = linesBefore(problem, triggered);
  const before = worthOf(outstanding, segment.price);
  const counted = minus(before, worthOf(uncounted, segment.price));
  const total = plus(plus(before, convertedWorth(segment)), ratioOf(problem.newMoney));
  return isLess(counted, times(ratioOf(problem.pool.target), total));
}
