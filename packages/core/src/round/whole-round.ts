import { Rational } from '../rational/index.ts';
import type { RoundProblem } from './problem.ts';

/** A round in whole numbers: money in parts of `moneyUnit`, shares in parts of `shareUnit`. */
export interface WholeRound {
  readonly moneyUnit: bigint;
  readonly shareUnit: bigint;
  readonly standing: bigint;
  /** Standing shares that a pool target does not count. */
  readonly standingUncounted: bigint;
  readonly protections: readonly WholeProtection[];
  readonly newMoney: bigint;
  readonly increase: bigint;
  /** The pool target as a fraction; 0 ÷ 1 where there is none. */
  readonly target: bigint;
  readonly targetOf: bigint;
  /** What the price is `money ÷ count` of; zero where the price is given. */
  readonly priced: bigint;
}

export interface WholeProtection {
  readonly shares: bigint;
  /** Of all its shares when adjusted: `fixed + money ÷ price`. */
  readonly fixed: bigint;
  readonly money: bigint;
  readonly counted: boolean;
}

/** `balancesAreWhole` spares looking at each. */
export function toWholeRound(problem: RoundProblem, balancesAreWhole: boolean): WholeRound {
  const { pool, pricing, standingShares, standingCounted, newMoney } = problem;
  const increase = 'increase' in pool ? pool.increase : Rational.ZERO;
  const target = 'target' in pool ? pool.target : Rational.ZERO;
  const priced = 'price' in pricing ? Rational.ZERO : pricing.money;
  const adjusted = problem.protections.map(({ shares, fixed, money, counted }) => ({
    shares,
    fixed: shares.times(fixed),
    money: shares.times(money),
    counted,
  }));
  let moneyUnit = common(common(1n, newMoney), priced);
  if (!balancesAreWhole) {
    for (const { balance } of problem.convertibles) moneyUnit = common(moneyUnit, balance);
  }
  let shareUnit = common(common(common(1n, standingShares), standingCounted), increase);
  for (const { shares, fixed, money } of adjusted) {
    shareUnit = common(common(shareUnit, shares), fixed);
    moneyUnit = common(moneyUnit, money);
  }
  const standing = whole(standingShares, shareUnit);
  return {
    moneyUnit,
    shareUnit,
    standing,
    standingUncounted: standing - whole(standingCounted, shareUnit),
    protections: adjusted.map(({ shares, fixed, money, counted }) => ({
      shares: whole(shares, shareUnit),
      fixed: whole(fixed, shareUnit),
      money: whole(money, moneyUnit),
      counted,
    })),
    newMoney: whole(newMoney, moneyUnit),
    increase: whole(increase, shareUnit),
    target: target.numerator,
    targetOf: target.denominator,
    priced: whole(priced, moneyUnit),
  };
}

const whole = ({ numerator, denominator }: Rational, unit: bigint): bigint =>
  unit === 1n ? numerator : numerator * (unit / denominator);

/** The least multiple of a unit and of the denominator of a number. */
function common(unit: bigint, { denominator }: Rational): bigint {
  if (denominator === 1n || unit % denominator === 0n) return unit;
  // denominator ÷ unit, reduced, has left what the unit lacks.
  return unit * Rational.of(denominator, unit).numerator;
}
