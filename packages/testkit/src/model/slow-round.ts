import { Rational } from '@tranche/core/rational';
import type { Choices, RoundProblem } from '@tranche/core/round';

/**
 * The solution of a round, convertible by convertible in rationals that are reduced at each step, from the lowest
 * lines up. It shares no code with the product's solver.
 */
export function solveRoundSlowly(problem: RoundProblem): SlowRound | undefined {
  let choices = lowestChoices(problem);
  for (;;) {
    const solution = solveSegment(problem, choices);
    if (solution === undefined) return undefined;
    const better = choicesAt(problem, solution);
    if (JSON.stringify(better) === JSON.stringify(choices)) return solution;
    choices = better;
  }
}

const lowestChoices = ({ convertibles, protections }: RoundProblem): Choices => ({
  convertibles: convertibles.map(({ discount, fixedPercentage }) =>
    fixedPercentage !== undefined
      ? 'fixed_percentage'
      : discount !== undefined && discount.sign() > 0
        ? 'discount'
        : 'round_price',
  ),
  topUp: false,
  triggered: protections.map(() => false),
});

/** A count of shares that is a line in 1 ÷ price: so many shares, and so much money divided by the price. */
interface Line {
  readonly shares: Rational;
  readonly money: Rational;
}

/** The answer on one segment. */
export interface SlowRound {
  readonly choices: Choices;
  readonly price: Rational;
  /** Holdings with their adjustments, options promised, unissued pool: F + Q + E. */
  readonly outstanding: Rational;
  readonly converted: Rational;
  readonly poolIncrease: Rational;
}

const line = (shares: Rational, money: Rational = Rational.ZERO): Line => ({ shares, money });
const plus = (a: Line, b: Line): Line => line(a.shares.plus(b.shares), a.money.plus(b.money));
const times = (a: Line, factor: Rational): Line => line(a.shares.times(factor), a.money.times(factor));
const at = (a: Line, price: Rational): Rational => a.shares.plus(a.money.dividedBy(price));

/**
 * The one answer in which every part is on the line chosen for it; undefined when there is none that is finite and
 * positive. Exact. Whether the choices are the right ones is for `choicesAt` to say.
 */
function solveSegment(problem: RoundProblem, choices: Choices): SlowRound | undefined {
  const { pool, pricing, newMoney } = problem;
  const { outstanding, uncounted } = linesBefore(problem, choices);
  const claims = claimsOf(problem, choices);

  // Shares before the new money and without those converted: F + Q + E + D = own + share × S.
  let own = outstanding;
  let share = Rational.ZERO;
  if ('increase' in pool) own = plus(own, line(pool.increase));
  else if (choices.topUp) {
    const room = Rational.ONE.minus(pool.target);
    own = plus(uncounted, line(Rational.ZERO, pool.target.times(newMoney)));
    own = times(own, Rational.ONE.dividedBy(room));
    share = pool.target.dividedBy(room);
  }

  // S = money ÷ P + ofCompany × (F + Q + E + S) + ofPreMoney × (F + Q + E + D) + ofOutstanding × (F + Q + E).
  const left = Rational.ONE.minus(claims.ofCompany).minus(claims.ofPreMoney.times(share));
  if (left.sign() <= 0) return undefined;
  const converted = times(
    plus(
      plus(
        line(Rational.ZERO, claims.money),
        times(outstanding, claims.ofCompany.plus(claims.ofOutstanding)),
      ),
      times(own, claims.ofPreMoney),
    ),
    Rational.ONE.dividedBy(left),
  );
  const withPool = plus(own, times(converted, share));

  let price: Rational;
  if ('price' in pricing) price = pricing.price;
  else {
    const count = pricing.countsPool ? withPool : outstanding;
    const priced = pricing.countsConverted ? plus(count, converted) : count;
    const money = pricing.money.minus(priced.money);
    if (money.sign() <= 0 || priced.shares.sign() <= 0) return undefined;
    price = money.dividedBy(priced.shares);
  }
  const before = at(outstanding, price);
  return {
    choices,
    price,
    outstanding: before,
    converted: at(converted, price),
    poolIncrease: at(withPool, price).minus(before),
  };
}

/** The right choices at the price and counts of a solution: the most shares, strictly, or the choice before it. */
function choicesAt(problem: RoundProblem, solution: SlowRound): Choices {
  const { price, outstanding, converted, poolIncrease } = solution;
  const { pool, pricing } = problem;
  const worth = {
    company_capitalization: outstanding.plus(converted).times(price),
    pre_money_capitalization: outstanding.plus(poolIncrease).times(price),
    outstanding: outstanding.times(price),
    round_pre_money_shares: 'preMoney' in pricing ? pricing.preMoney : Rational.ZERO,
  };
  return {
    convertibles: problem.convertibles.map(({ discount = Rational.ZERO, cap, fixedPercentage }) => {
      if (fixedPercentage !== undefined) return 'fixed_percentage';
      const value = cap && (worth[cap.base] as Rational).times(Rational.ONE.minus(discount));
      if (value && value.compare(cap.amount) > 0) return 'cap';
      return discount.sign() > 0 ? 'discount' : 'round_price';
    }),
    topUp: 'target' in pool && isShort(problem, solution, pool.target),
    triggered: problem.protections.map(({ conversionPrice }) => price.compare(conversionPrice) < 0),
  };
}

/** Whether the counted shares, without any increase, are below the target share of all shares after the round. */
function isShort(problem: RoundProblem, { price, converted }: SlowRound, target: Rational): boolean {
  const triggered = problem.protections.map(({ conversionPrice }) => price.compare(conversionPrice) < 0);
  const before = linesBefore(problem, { convertibles: [], topUp: false, triggered });
  const outstanding = at(before.outstanding, price);
  const counted = outstanding.minus(at(before.uncounted, price));
  const total = outstanding.plus(converted).plus(problem.newMoney.dividedBy(price));
  return counted.compare(target.times(total)) < 0;
}

/** F + Q + E, and the part of it that a pool target does not count. */
function linesBefore(problem: RoundProblem, { triggered }: Choices): { outstanding: Line; uncounted: Line } {
  let outstanding = line(problem.standingShares);
  let uncounted = line(problem.standingShares.minus(problem.standingCounted));
  for (const [index, { shares, fixed, money, counted }] of problem.protections.entries()) {
    const held = triggered[index] ? times(line(fixed, money), shares) : line(shares);
    outstanding = plus(outstanding, held);
    if (!counted) uncounted = plus(uncounted, held);
  }
  return { outstanding, uncounted };
}

/** What the convertibles take together, on the lines chosen: money at the round price, and fractions of counts. */
function claimsOf({ convertibles, pricing }: RoundProblem, choices: Choices) {
  const claims = {
    money: Rational.ZERO,
    ofCompany: Rational.ZERO,
    ofPreMoney: Rational.ZERO,
    ofOutstanding: Rational.ZERO,
  };
  for (const [index, { balance, discount, cap, fixedPercentage }] of convertibles.entries()) {
    const choice = choices.convertibles[index];
    if (choice === 'fixed_percentage' && fixedPercentage) {
      claims.ofCompany = claims.ofCompany.plus(fixedPercentage);
    } else if (choice === 'cap' && cap) {
      const fraction = balance.dividedBy(cap.amount);
      if (cap.base === 'company_capitalization') claims.ofCompany = claims.ofCompany.plus(fraction);
      else if (cap.base === 'pre_money_capitalization') claims.ofPreMoney = claims.ofPreMoney.plus(fraction);
      else if (cap.base === 'outstanding') claims.ofOutstanding = claims.ofOutstanding.plus(fraction);
      else if ('preMoney' in pricing && pricing.preMoney) {
        claims.money = claims.money.plus(fraction.times(pricing.preMoney));
      }
    } else {
      const factor = Rational.ONE.minus(discount ?? Rational.ZERO);
      claims.money = claims.money.plus(balance.dividedBy(factor));
    }
  }
  return claims;
}
