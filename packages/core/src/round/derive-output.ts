import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import type { Conversion } from './derive-conversions.ts';
import type { PriceQuantities } from './derive-price.ts';
import type { Protections } from './derive-protections.ts';
import type { ResolvedRound } from './resolve.ts';
import type { RoundingStep } from './rounding-step.ts';
import type { StatedQuantities } from './stated-quantities.ts';
import type { ConvertedOutput, RoundOutput } from './types.ts';

/** The counts and prices of the round as they will stand on the cap table, rounded where they are to be. */
export interface Settled {
  readonly price: Quantity;
  readonly rounding: RoundingStep;
  readonly conversions: readonly Conversion[];
  readonly protections: Protections;
}

/** Adds up the round: totals, values at the price, and everyone's ownership before and after. */
export function deriveOutput(
  sheet: Derivation,
  round: ResolvedRound,
  stated: StatedQuantities,
  exact: PriceQuantities,
  { price, rounding, conversions, protections }: Settled,
): RoundOutput {
  const { optionsPromised, unissuedPool, newMoney } = stated;
  const before = sheet.add('shares before the round', 'shares', [
    ...stated.holdings,
    optionsPromised,
    unissuedPool,
  ]);
  const outstanding = sheet.add('shares outstanding, promised and in the pool, as adjusted', 'shares', [
    ...protections.held,
    optionsPromised,
    unissuedPool,
  ]);
  const converted = addOrNone(
    'converted shares',
    conversions.map(({ shares }) => shares),
  );
  const companyCapitalization = sheet.add('company capitalization', 'shares', [outstanding, converted]);
  if (!rounding.rounds) {
    sheet.require(
      companyCapitalization,
      'equal',
      exact.companyCapitalization,
      'the parts add up to the company capitalization that the caps are measured by',
    );
  }
  const increase = rounding.shares('pool increase', exact.poolIncrease);
  const investors = round.newMoney.map(({ investor }, index) => {
    const amount = stated.amounts[index];
    invariant(amount !== undefined, 'each investment is stated');
    const bought = sheet.divide(`shares of ${investor}`, 'shares', amount, price);
    return { investor, amount, shares: rounding.shares(`whole shares of ${investor}`, bought) };
  });
  const newShares = addOrNone(
    'new shares',
    investors.map(({ shares }) => shares),
  );
  const postTotal = sheet.add('all shares after the round', 'shares', [
    companyCapitalization,
    increase,
    newShares,
  ]);
  const ownershipAfter = (whose: string, shares: Quantity): Quantity =>
    sheet.divide(`ownership of ${whose} after the round`, 'fraction', shares, postTotal);

  const { preMoney, preMoneyShares } = derivePreMoney();
  const valueOfIncrease = sheet.multiply('value of the pool increase', 'money', [price, increase]);
  const unissuedAfter = sheet.add('unissued pool after the round', 'shares', [unissuedPool, increase]);
  return {
    pricePerShare: price,
    preMoney,
    newMoney,
    postMoney: sheet.multiply('post-money', 'money', [price, postTotal]),
    preMoneyShares,
    companyCapitalization,
    pool: {
      increase,
      unissuedAfter,
      ownershipAfter: ownershipAfter('the unissued pool', unissuedAfter),
      valueOfIncrease,
    },
    optionsPromised: {
      shares: optionsPromised,
      ownershipAfter: ownershipAfter('the options promised', optionsPromised),
    },
    effectivePreMoney: sheet.subtract('effective pre-money', 'money', preMoney, valueOfIncrease),
    newShares,
    newOwnership: ownershipAfter('the new money', newShares),
    postTotal,
    convertibles: new Map(
      conversions.map((conversion, index) => [conversion.id, convertedOutput(conversion, index)]),
    ),
    newInvestors: new Map(
      investors.map(({ investor, amount, shares }) => [
        investor,
        {
          amount,
          shares,
          paid: sheet.multiply(`paid by ${investor}`, 'money', [shares, price]),
          ownershipAfter: ownershipAfter(investor, shares),
        },
      ]),
    ),
    holdings: new Map(
      round.holdings.map(({ id }, index) => {
        const [held, had] = [protections.held[index], stated.holdings[index]];
        invariant(held !== undefined && had !== undefined, 'each holding is stated');
        return [
          id,
          {
            shares: held,
            ownershipBefore: sheet.divide(`ownership of ${id} before the round`, 'fraction', had, before),
            ownershipBeforeNewMoney: sheet.divide(
              `ownership of ${id} before the new money`,
              'fraction',
              held,
              companyCapitalization,
            ),
            ownershipAfter: ownershipAfter(id, held),
          },
        ];
      }),
    ),
    antiDilution: protections.byHolding,
  };

  function addOrNone(label: string, parts: readonly Quantity[]): Quantity {
    return parts.length === 0
      ? sheet.assumed(label, 'shares', Rational.ZERO, 'none')
      : sheet.add(label, 'shares', parts);
  }

  /** The pre-money, and the shares it is the price of. */
  function derivePreMoney(): { readonly preMoney: Quantity; readonly preMoneyShares: Quantity } {
    const { pricingMethod, pool } = round;
    const [agreed, label] = [exact.agreedPreMoney, 'pre-money shares'];
    if (pricingMethod === 'dollars_invested') {
      const preMoney = agreed ?? preMoneyByDollars();
      return { preMoney, preMoneyShares: sheet.divide(label, 'shares', preMoney, price) };
    }
    const parts = [pricingMethod === 'percent_ownership_fixed' ? companyCapitalization : outstanding];
    if (pool.placement === 'pre_money') parts.push(increase);
    const preMoneyShares = sheet.add(label, 'shares', parts);
    return {
      preMoney: agreed ?? sheet.multiply('pre-money', 'money', [price, preMoneyShares]),
      preMoneyShares,
    };
  }

  function preMoneyByDollars(): Quantity {
    const worth = sheet.multiply('value of the shares before the new money', 'money', [
      price,
      sheet.add('shares before the new money', 'shares', [companyCapitalization, increase]),
    ]);
    const [first, ...rest] = stated.convertibles.map(({ balance }) => balance);
    return first === undefined
      ? worth
      : sheet.subtract('pre-money', 'money', worth, sheet.add('balances', 'money', [first, ...rest]));
  }

  function convertedOutput(conversion: Conversion, index: number): ConvertedOutput {
    const { id, basis, conversionPrice, discountPrice, capPrice, shares } = conversion;
    const terms = stated.convertibles[index];
    invariant(terms !== undefined, 'each convertible is stated');
    const value = sheet.multiply(`value of ${id} at the round price`, 'money', [shares, price]);
    const multiple = sheet.divide(
      `value of ${id} as a multiple of its principal`,
      'count',
      value,
      terms.principal,
    );
    return {
      balance: terms.balance,
      basis,
      conversionPrice,
      roundPrice: price,
      discountPrice,
      capPrice,
      shares,
      percentOfCompanyCapitalization: sheet.divide(
        `share of ${id} in the company capitalization`,
        'fraction',
        shares,
        companyCapitalization,
      ),
      valueAtRoundPrice: value,
      gain: sheet.subtract(`gain of ${id} on its principal`, 'fraction', multiple, stated.one),
      ownershipAfter: ownershipAfter(id, shares),
    };
  }
}
