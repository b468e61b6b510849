import { accrue } from '../accrual/index.ts';
import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import type { ResolvedConvertible, ResolvedRound } from './resolve.ts';
import type { Maybe } from './sheet-line.ts';

export interface StatedConvertible {
  readonly id: string;
  readonly principal: Quantity;
  readonly balance: Quantity;
  readonly cap: Maybe;
  readonly discount: Maybe;
  /** One less the discount. */
  readonly kept: Maybe;
  readonly fixedPercentage: Maybe;
}

/** What the caller said of a round, as quantities, before anything is solved. */
export interface StatedQuantities {
  readonly one: Quantity;
  readonly holdings: readonly Quantity[];
  readonly optionsPromised: Quantity;
  readonly unissuedPool: Quantity;
  readonly convertibles: readonly StatedConvertible[];
  readonly price: Quantity;
  readonly amounts: readonly Quantity[];
  readonly newMoney: Quantity;
  /** Of the pool mode that has it. */
  readonly poolIncrease: Maybe;
  readonly poolTarget: Maybe;
  readonly protections: readonly { readonly conversionPrice: Quantity; readonly base: Maybe }[];
}

const PRICE_LABELS = {
  preMoney: ['pre-money', 'money'],
  postMoney: ['post-money', 'money'],
  pricePerShare: ['price per share', 'money per share'],
  ownershipSold: ['ownership sold to the new money', 'fraction'],
} as const;

export function stateQuantities(sheet: Derivation, round: ResolvedRound): StatedQuantities {
  const one = sheet.assumed('one', 'fraction', Rational.ONE, 'the whole');
  const orZero = (label: string, unit: string, value: Rational, path: string): Quantity =>
    value.sign() === 0 ? sheet.assumed(label, unit, value, 'none') : sheet.given(label, unit, value, path);
  const amounts = round.newMoney.map(({ investor, amount }, index) =>
    sheet.given(`invested by ${investor}`, 'money', amount, `new_money[${index}].amount`),
  );
  const [priceLabel, priceUnit] = PRICE_LABELS[round.price.form];
  return {
    one,
    holdings: round.holdings.map(({ id, shares }, index) =>
      sheet.given(
        `shares of ${id} before the round`,
        'shares',
        shares,
        `capitalization.holdings[${index}].shares`,
      ),
    ),
    optionsPromised: orZero(
      'options promised',
      'shares',
      round.optionsPromised,
      'capitalization.options_promised',
    ),
    unissuedPool: orZero(
      'unissued pool before the round',
      'shares',
      round.unissuedPool,
      'capitalization.unissued_pool',
    ),
    convertibles: round.convertibles.map((convertible) => stateConvertible(sheet, convertible, one)),
    price: sheet.given(priceLabel, priceUnit, round.price.value, round.price.path),
    amounts,
    newMoney:
      amounts.length === 0
        ? sheet.assumed('new money', 'money', Rational.ZERO, 'no new investor')
        : sheet.add('new money', 'money', amounts),
    poolIncrease:
      round.pool.mode === 'increase'
        ? sheet.given('pool increase as agreed', 'shares', round.pool.increase, 'pool.increase')
        : undefined,
    poolTarget:
      round.pool.mode === 'target_post'
        ? sheet.given('pool target', 'fraction', round.pool.target, 'pool.target')
        : undefined,
    protections: round.antiDilution.map(({ holding, method, conversionPrice, base }, index) => ({
      conversionPrice: sheet.given(
        `conversion price of ${holding} before the round`,
        'money per share',
        conversionPrice,
        `anti_dilution[${index}].conversion_price`,
      ),
      base:
        method === 'full_ratchet'
          ? undefined
          : sheet.given(
              `shares outstanding in the weighted average of ${holding}`,
              'shares',
              base,
              `anti_dilution[${index}].base`,
            ),
    })),
  };
}

function stateConvertible(
  sheet: Derivation,
  { id, path, stated, cap, discount, fixedPercentage, termsPath }: ResolvedConvertible,
  one: Quantity,
): StatedConvertible {
  const principal = sheet.given(`principal of ${id}`, 'money', stated.amount, `${path}.amount`);
  const maybe = (label: string, unit: string, value: Rational | undefined, at: string): Maybe =>
    value === undefined ? undefined : sheet.given(label, unit, value, at);
  const off = maybe(`discount of ${id}`, 'fraction', discount, `${termsPath}.discount`);
  return {
    id,
    principal,
    balance: balanceOf(sheet, principal, stated.interest, id, `${path}.interest`),
    cap: maybe(`cap of ${id}`, 'money', cap?.amount, `${termsPath}.cap.amount`),
    discount: off,
    kept: off && sheet.subtract(`part of the round price that ${id} pays`, 'fraction', one, off),
    fixedPercentage: maybe(
      `share of the company capitalization of ${id}`,
      'fraction',
      fixedPercentage,
      `${path}.fixed_percentage`,
    ),
  };
}

function balanceOf(
  sheet: Derivation,
  principal: Quantity,
  interest: ResolvedConvertible['stated']['interest'],
  id: string,
  path: string,
): Quantity {
  if (interest === undefined) return principal;
  const accrued = accrue(sheet, interest, path);
  const earned = sheet.multiply(`interest of ${id}`, 'money', [principal, accrued]);
  return sheet.add(`principal and interest of ${id}`, 'money', [principal, earned]);
}
