import type { Rational } from '../rational/index.ts';
import type { RoundProblem } from './problem.ts';
import { isLess, near, nearRational, over, plus, type Ratio, times } from './ratio.kernel.ts';
import { type Line, type LineChoices, linesBefore, type Segment } from './segment.ts';
import type { TermTable } from './term-table.kernel.ts';
import type { CapBase } from './types.ts';
import type { WholeRound } from './whole-round.ts';

/** Nearer to each other than this, two sides are compared exactly; the numbers themselves are good to 1e-13. */
const NEAR = 1e-9;
/** A guess that has not settled by then is left to the exact steps. */
const MOST_STEPS = 60;

/** The choices that floating point arrives at; undefined where it finds no answer. They are a guess. */
export function guessChoices(
  problem: RoundProblem,
  round: WholeRound,
  terms: TermTable,
): LineChoices | undefined {
  const { pool, pricing, protections } = problem;
  const { baseOf, nearThreshold, nearMoney, nearFraction } = terms;
  const count = baseOf.length;
  const [moneyUnit, shareUnit] = [Number(round.moneyUnit), Number(round.shareUnit)];
  const standing = Number(round.standing) / shareUnit;
  const standingUncounted = Number(round.standingUncounted) / shareUnit;
  const held = round.protections.map(({ shares, fixed, money, counted }, index) => ({
    shares: Number(shares) / shareUnit,
    fixed: Number(fixed) / shareUnit,
    money: Number(money) / moneyUnit,
    conversionPrice: nearRational((protections[index] as (typeof protections)[number]).conversionPrice),
    counted,
  }));
  const newMoney = Number(round.newMoney) / moneyUnit;
  const target = Number(round.target) / Number(round.targetOf);
  const increase = Number(round.increase) / shareUnit;
  const priced = Number(round.priced) / moneyUnit;
  const preMoney = 'preMoney' in pricing && pricing.preMoney ? nearRational(pricing.preMoney) : 0;
  const fixedPart = nearRational(terms.fixed);
  const capped = new Array<number>(count).fill(0);
  // Everyone is worth about the pre-money at first.
  let all = standing;
  for (const { shares } of held) all += shares;
  let price = 'price' in pricing ? nearRational(pricing.price) : priced / all;
  const worth = [price * all, price * all, price * all, preMoney];
  let topUp = target > 0;

  for (let step = 0; step < MOST_STEPS; step += 1) {
    let changed = step === 0;
    let bought = 0;
    const claims = [fixedPart, 0, 0, 0];
    for (let index = 0; index < count; index += 1) {
      const base = baseOf[index] as number;
      const byCap = (worth[base] as number) > (nearThreshold[index] as number);
      if (byCap !== (capped[index] === 1)) {
        capped[index] = byCap ? 1 : 0;
        changed = true;
      }
      if (byCap) claims[base] = (claims[base] as number) + (nearFraction[index] as number);
      else bought += nearMoney[index] as number;
    }
    let [shares, paid, freeShares, freePaid] = [standing, 0, standingUncounted, 0];
    for (const one of held) {
      const triggered = price < one.conversionPrice;
      const [more, money] = triggered ? [one.fixed, one.money] : [one.shares, 0];
      shares += more;
      paid += money;
      if (!one.counted) {
        freeShares += more;
        freePaid += money;
      }
    }
    const room = 1 - target;
    const ownShares = topUp ? freeShares / room : shares + increase;
    const ownPaid = topUp ? (freePaid + target * newMoney) / room : paid;
    const share = topUp ? target / room : 0;
    const [ofCompany, ofPreMoney, ofOutstanding, byPrice] = claims as [number, number, number, number];
    const left = 1 - ofCompany - ofPreMoney * share;
    if (!(left > 0)) return undefined;
    const ofBefore = ofCompany + ofOutstanding;
    const convertedShares = (ofBefore * shares + ofPreMoney * ownShares) / left;
    const convertedPaid = (bought + byPrice * preMoney + ofBefore * paid + ofPreMoney * ownPaid) / left;
    const before = price;
    if (!('price' in pricing)) {
      const ofConverted = (pricing.countsPool ? share : 0) + (pricing.countsConverted ? 1 : 0);
      const rest = priced - (pricing.countsPool ? ownPaid : paid) - convertedPaid * ofConverted;
      if (!(rest > 0)) return undefined;
      price = rest / ((pricing.countsPool ? ownShares : shares) + convertedShares * ofConverted);
    }
    const outstanding = price * shares + paid;
    const converted = price * convertedShares + convertedPaid;
    worth[0] = outstanding + converted;
    worth[1] = price * ownShares + ownPaid + share * converted;
    worth[2] = outstanding;
    const counted = outstanding - price * freeShares - freePaid;
    const short = 'target' in pool && counted < target * (outstanding + converted + newMoney);
    for (const { conversionPrice } of held) {
      if (price < conversionPrice !== before < conversionPrice) changed = true;
    }
    if (short !== topUp) changed = true;
    topUp = short;
    if (!changed) break;
  }
  return { capped, topUp, triggered: held.map(({ conversionPrice }) => price < conversionPrice) };
}

/**
 * The choices that are right at the price and counts of a segment; the very same object when they are those of the
 * segment, which are thereby certified. Exact: floating point decides only where the two sides are clearly apart.
 * On a tie the choice that comes first stands.
 */
export function rightChoices(
  problem: RoundProblem,
  round: WholeRound,
  terms: TermTable,
  segment: Segment,
  choices: LineChoices,
): LineChoices {
  const { price, outstanding, own, target, room, converted } = segment;
  const { nearThreshold, baseOf } = terms;
  const nearPrice = near(price.n, price.d);
  const nearUnit = near(round.moneyUnit, 1n);
  const ofConverted =
    (nearPrice * near(converted.fixed, converted.left) +
      near(converted.bought, converted.left) / near(converted.kept, 1n)) /
    nearUnit;
  const before = nearWorth(outstanding, nearPrice) / nearUnit;
  const agreed = 'preMoney' in problem.pricing ? problem.pricing.preMoney : undefined;
  const worth = [
    before + ofConverted,
    (nearWorth(own, nearPrice) / nearUnit + near(target, 1n) * ofConverted) / near(room, 1n),
    before,
    agreed === undefined ? 0 : nearRational(agreed),
  ];

  let capped: number[] | undefined;
  for (let index = 0; index < nearThreshold.length; index += 1) {
    const threshold = nearThreshold[index] as number;
    const gap = (worth[baseOf[index] as number] as number) - threshold;
    const isClear = Math.abs(gap) > NEAR * threshold;
    const byCap = (isClear ? gap > 0 : exceedsCap(problem, round, terms, segment, index)) ? 1 : 0;
    if (byCap === choices.capped[index]) continue;
    capped ??= [...choices.capped];
    capped[index] = byCap;
  }
  const triggered: boolean[] = [];
  let same = capped === undefined;
  for (const [index, { conversionPrice }] of problem.protections.entries()) {
    triggered.push(isLess(realPrice(segment, round), ratioOf(conversionPrice)));
    same &&= triggered[index] === choices.triggered[index];
  }
  const topUp = isShort(problem, round, segment, triggered, ofConverted);
  same &&= topUp === choices.topUp;
  return same ? choices : { capped: capped ?? choices.capped, topUp, triggered };
}

const nearWorth = ({ shares, money }: Line, nearPrice: number): number =>
  nearPrice * near(shares, 1n) + near(money, 1n);

const ratioOf = ({ numerator, denominator }: Rational): Ratio => ({ n: numerator, d: denominator });

/** The price in money per share; that of a segment is in units of each. */
export const realPrice = ({ price }: Segment, { moneyUnit, shareUnit }: WholeRound): Ratio => ({
  n: price.n * shareUnit,
  d: price.d * moneyUnit,
});

/** The exact count of a line, in share units. */
const countOf = ({ shares, money }: Line, price: Ratio): Ratio => ({
  n: shares * price.n + money * price.d,
  d: price.n,
});

/** F + Q + E, S and F + Q + E + D, exact, in share units. */
export function countsOf({
  price,
  outstanding,
  own,
  target,
  room,
  converted: { fixed, bought, kept, left },
}: Segment) {
  const converted = { n: fixed * price.n * kept + bought * price.d, d: price.n * kept * left };
  const before = countOf(outstanding, price);
  const withPool = plus(countOf(own, price), { n: target * converted.n, d: converted.d });
  return { before, converted, withPool: { n: withPool.n, d: withPool.d * room } };
}

/** Whether the cap of a convertible gives strictly more shares than its discounted price. Exact. */
function exceedsCap(
  problem: RoundProblem,
  round: WholeRound,
  terms: TermTable,
  segment: Segment,
  index: number,
): boolean {
  const cap = terms.caps[terms.capOf[index] as number];
  if (cap === undefined) return false;
  const { numerator, denominator } = terms.discounts[terms.discountOf[index] as number] as Rational;
  const kept = { n: denominator - numerator, d: denominator };
  return isLess(ratioOf(cap.amount), times(worthOf(cap.base, problem, round, segment), kept));
}

/** What the shares of a base are worth at the price. Exact. */
function worthOf(
  base: CapBase,
  { pricing }: RoundProblem,
  { moneyUnit }: WholeRound,
  segment: Segment,
): Ratio {
  const agreed = 'preMoney' in pricing ? pricing.preMoney : undefined;
  if (base === 'round_pre_money_shares') return agreed === undefined ? { n: 0n, d: 1n } : ratioOf(agreed);
  const { before, converted, withPool } = countsOf(segment);
  const company = base === 'company_capitalization';
  const count = company ? plus(before, converted) : base === 'outstanding' ? before : withPool;
  return over(times(count, segment.price), { n: moneyUnit, d: 1n });
}

/** Whether what a pool target counts is, without an increase, below the target share of all shares. Exact. */
function isShort(
  { pool }: RoundProblem,
  round: WholeRound,
  segment: Segment,
  triggered: readonly boolean[],
  nearConverted: number,
): boolean {
  if (!('target' in pool)) return false;
  const { price } = segment;
  const all = linesBefore(round, triggered, false);
  const uncounted = linesBefore(round, triggered, true);
  const has = { shares: all.shares - uncounted.shares, money: all.money - uncounted.money };
  const nearPrice = near(price.n, price.d);
  const nearUnit = near(round.moneyUnit, 1n);
  const nearTotal = (nearWorth(all, nearPrice) + near(round.newMoney, 1n)) / nearUnit + nearConverted;
  const nearWanted = nearRational(pool.target) * nearTotal;
  const gap = nearWanted - nearWorth(has, nearPrice) / nearUnit;
  if (Math.abs(gap) > NEAR * nearWanted) return gap > 0;
  const bought = { n: round.newMoney * price.d, d: price.n };
  const total = plus(plus(countOf(all, price), countsOf(segment).converted), bought);
  return isLess(countOf(has, price), times(total, ratioOf(pool.target)));
}
