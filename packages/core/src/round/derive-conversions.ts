import type { Derivation, Quantity } from '../formula/index.ts';
import { invariant, ok, type Result } from '../result/index.ts';
import type { PriceQuantities } from './derive-price.ts';
import type { ResolvedConvertible, ResolvedRound } from './resolve.ts';
import type { RoundingStep } from './rounding-step.ts';
import type { RoundSolution } from './solve.ts';
import type { StatedConvertible, StatedQuantities } from './stated-quantities.ts';
import type { Basis } from './types.ts';

/** What one convertible turns into, and the prices it could have converted at. */
export interface Conversion {
  readonly id: string;
  readonly basis: Basis;
  readonly conversionPrice: Quantity;
  readonly discountPrice: Quantity | null;
  readonly capPrice: Quantity | null;
  readonly shares: Quantity;
}

/**
 * Derives the shares of each convertible and states that no other of its prices is lower. `price` is the price of
 * the round, rounded if it is to be; the other prices come from the exact one. Fails as the rounding does.
 */
export function deriveConversions(
  sheet: Derivation,
  round: ResolvedRound,
  stated: StatedQuantities,
  solution: RoundSolution,
  exact: PriceQuantities,
  price: Quantity,
  rounding: RoundingStep,
): Result<readonly Conversion[]> {
  const conversions: Conversion[] = [];
  for (const [index, resolved] of round.convertibles.entries()) {
    const terms = stated.convertibles[index];
    const basis = solution.choices.convertibles[index];
    invariant(terms !== undefined && basis !== undefined, 'each convertible is stated and solved');
    const discountPrice =
      terms.kept === undefined
        ? null
        : sheet.multiply(`discount price of ${terms.id}`, 'money per share', [exact.price, terms.kept]);
    const capPrice = capPriceOf(sheet, resolved, terms, exact);
    requireLowest(sheet, terms.id, basis, {
      round_price: exact.price,
      discount: discountPrice,
      cap: capPrice,
    });
    const fixedPrice = basis === 'fixed_percentage' ? fixedPriceOf(sheet, terms, exact) : null;

    const rounded = {
      discount:
        discountPrice && rounding.conversionPrice(`rounded discount price of ${terms.id}`, discountPrice),
      cap: capPrice && rounding.conversionPrice(`rounded cap price of ${terms.id}`, capPrice),
      fixed_percentage:
        fixedPrice && rounding.conversionPrice(`rounded conversion price of ${terms.id}`, fixedPrice),
    };
    for (const one of Object.values(rounded)) if (one?.ok === false) return one;
    const settled = (one: Result<Quantity> | null): Quantity | null => (one?.ok ? one.value : null);
    const conversionPrice = basis === 'round_price' ? price : settled(rounded[basis]);
    invariant(conversionPrice !== null, 'the basis of a convertible has a price');
    conversions.push({
      id: terms.id,
      basis,
      conversionPrice,
      discountPrice: settled(rounded.discount),
      capPrice: settled(rounded.cap),
      shares: rounding.shares(
        `whole shares of ${terms.id}`,
        sheet.divide(`shares of ${terms.id}`, 'shares', terms.balance, conversionPrice),
      ),
    });
  }
  return ok(conversions);
}

function capPriceOf(
  sheet: Derivation,
  { cap }: ResolvedConvertible,
  { id, cap: amount }: StatedConvertible,
  exact: PriceQuantities,
): Quantity | null {
  if (cap === undefined || amount === undefined) return null;
  return sheet.divide(`cap price of ${id}`, 'money per share', amount, baseOf());

  function baseOf(): Quantity {
    switch (cap?.base) {
      case 'pre_money_capitalization':
        return exact.preMoneyCapitalization;
      case 'outstanding':
        return exact.outstanding;
      case 'round_pre_money_shares':
        invariant(exact.agreedPreMoney !== undefined, 'a cap measured by the pre-money has one');
        return sheet.divide('pre-money shares of the round', 'shares', exact.agreedPreMoney, exact.price);
      default:
        return exact.companyCapitalization;
    }
  }
}

function fixedPriceOf(
  sheet: Derivation,
  { id, fixedPercentage, balance }: StatedConvertible,
  exact: PriceQuantities,
): Quantity {
  invariant(fixedPercentage !== undefined, 'a fixed percentage is stated');
  const shares = sheet.multiply(`fixed share of the company capitalization of ${id}`, 'shares', [
    fixedPercentage,
    exact.companyCapitalization,
  ]);
  return sheet.divide(`conversion price of ${id}`, 'money per share', balance, shares);
}

/** The order of the choices settles a tie: the round price, then the discount, then the cap. */
const ORDER = ['round_price', 'discount', 'cap'] as const;

function requireLowest(
  sheet: Derivation,
  id: string,
  basis: Basis,
  prices: Readonly<Record<(typeof ORDER)[number], Quantity | null>>,
): void {
  if (basis === 'fixed_percentage') return;
  const chosen = prices[basis];
  invariant(chosen !== null, 'the chosen price is there');
  for (const other of ORDER) {
    const price = prices[other];
    if (other === basis || price === null) continue;
    const earlier = ORDER.indexOf(other) < ORDER.indexOf(basis);
    const because = `${id} converts by its ${basis.replace('_', ' ')}, which gives ${earlier ? 'more' : 'no fewer'} shares than the ${other.replace('_', ' ')}`;
    sheet.require(chosen, earlier ? 'less_than' : 'at_most', price, because);
  }
}
