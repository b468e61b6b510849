import { Rational, sum } from '../rational/index.ts';
import type { Pricing, ProtectedShares, RoundProblem } from './problem.ts';
import type { ResolvedRound } from './resolve.ts';

/** The equation of a round; `balances` are those of its convertibles, interest included, in their order. */
export function poseRound(round: ResolvedRound, balances: readonly Rational[]): RoundProblem {
  const { holdings, optionsPromised, unissuedPool, pool } = round;
  const counts = (kind: string | undefined): boolean =>
    pool.counts === 'granted_and_ungranted' && kind === 'options_outstanding';
  const newMoney = sum(round.newMoney.map(({ amount }) => amount));
  const protections = round.antiDilution.map(
    ({ holding: id, method, conversionPrice, base }): ProtectedShares => {
      const holding = holdings.find((one) => one.id === id);
      // What is issued for the new money at the old conversion price and at the price of the round: B and C of the formula.
      const atOldPrice = base.plus(newMoney.dividedBy(conversionPrice));
      return {
        shares: holding?.shares ?? Rational.ZERO,
        conversionPrice,
        fixed: method === 'full_ratchet' ? Rational.ZERO : base.dividedBy(atOldPrice),
        money: method === 'full_ratchet' ? conversionPrice : newMoney.dividedBy(atOldPrice),
        counted: counts(holding?.kind),
      };
    },
  );
  const isProtected = new Set(round.antiDilution.map(({ holding }) => holding));
  const standing = holdings.filter(({ id }) => !isProtected.has(id));
  return {
    standingShares: sum([...standing.map(({ shares }) => shares), optionsPromised, unissuedPool]),
    standingCounted: sum([
      ...standing.filter(({ kind }) => counts(kind)).map(({ shares }) => shares),
      ...(pool.counts === 'granted_and_ungranted' ? [optionsPromised] : []),
      unissuedPool,
    ]),
    protections,
    convertibles: round.convertibles.map(({ cap, discount, fixedPercentage }, index) => ({
      balance: balances[index] ?? Rational.ZERO,
      ...(cap === undefined ? {} : { cap }),
      ...(discount === undefined ? {} : { discount }),
      ...(fixedPercentage === undefined ? {} : { fixedPercentage }),
    })),
    newMoney,
    pool: pool.mode === 'target_post' ? { target: pool.target } : { increase: pool.increase },
    pricing: pricingOf(round, newMoney, balances),
  };
}

function pricingOf(
  { price: { form, value }, pool, pricingMethod }: ResolvedRound,
  newMoney: Rational,
  balances: readonly Rational[],
): Pricing {
  if (form === 'pricePerShare') return { price: value };
  if (form === 'ownershipSold') {
    // N = sold × P × T, so that P × (T − N ÷ P) = N × (1 − sold) ÷ sold, by whatever method the pre-money is told.
    const others = Rational.ONE.minus(value).dividedBy(value).times(newMoney);
    return { money: others, countsPool: true, countsConverted: true };
  }
  const preMoney = form === 'preMoney' ? value : value.minus(newMoney);
  if (pricingMethod === 'dollars_invested') {
    // P × T = pre-money + N + balances, less N on both sides.
    return { money: sum([preMoney, ...balances]), countsPool: true, countsConverted: true, preMoney };
  }
  return {
    money: preMoney,
    countsPool: pool.placement === 'pre_money',
    countsConverted: pricingMethod === 'percent_ownership_fixed',
    preMoney,
  };
}
