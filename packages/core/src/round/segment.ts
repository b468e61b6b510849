import { claimsOf } from './claims.kernel.ts';
import type { RoundProblem } from './problem.ts';
import type { TermTable } from './term-table.kernel.ts';
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
  problem: RoundProblem,
  round: WholeRound,
  terms: TermTable,
  choices: LineChoices,
): Segment | undefined {
  const { pricing } = problem;
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
  const claims = claimsOf(problem, round.moneyUnit, terms, choices.capped);
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
