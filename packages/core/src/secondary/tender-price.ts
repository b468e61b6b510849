import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import type { OfferedShares } from './offered.ts';

export interface Limits {
  readonly maxShares?: Quantity;
  readonly maxAmount?: Quantity;
}

/** Whether so many shares at a price reach one of the limits. */
const reaches = ({ maxShares, maxAmount }: Limits, shares: Rational, price: Rational): boolean =>
  (maxShares !== undefined && shares.compare(maxShares.value) >= 0) ||
  (maxAmount !== undefined && shares.times(price).compare(maxAmount.value) >= 0);

/** An offer that asks nothing sells at any price. */
export const sellsAt = ({ ask }: OfferedShares, price: Quantity): boolean =>
  ask === undefined || ask.value.compare(price.value) <= 0;

/**
 * The lowest ask at which the offers asking no more reach a limit; the highest where none does. Each offer has an
 * ask, and there is one at least. The graph states that the limit is reached there and not at the ask below.
 */
export function clearingPrice(
  sheet: Derivation,
  offered: readonly OfferedShares[],
  limits: Limits,
): Quantity {
  const rising = offered
    .flatMap(({ ask, eligible }) => (ask === undefined ? [] : [{ ask, eligible }]))
    .sort((one, other) => one.ask.value.compare(other.ask.value));
  let supply = Rational.ZERO;
  let chosen: Quantity | undefined;
  let below: Quantity | undefined;
  for (const [index, { ask, eligible }] of rising.entries()) {
    supply = supply.plus(eligible.value);
    // Offers at one ask come in together.
    if (rising[index + 1]?.ask.value.equals(ask.value)) continue;
    below = chosen;
    chosen = ask;
    if (reaches(limits, supply, ask.value)) break;
  }
  invariant(chosen !== undefined, 'a clearing has an offer');
  const supplyAt = (price: Quantity): Quantity =>
    sheet.total(
      `shares offered at ${price.value} or less`,
      'shares',
      offered.filter((one) => sellsAt(one, price)).map(({ eligible }) => eligible),
    );
  stateReach(sheet, limits, supplyAt(chosen), chosen);
  if (below !== undefined) stateReach(sheet, limits, supplyAt(below), below);
  const passedOverBecause = 'the offers asking no more do not reach a limit';
  return sheet.choose(
    'clearing price',
    'money per share',
    chosen,
    below === undefined ? [] : [{ quantity: below, passedOverBecause }],
    'the lowest ask at which the offers asking no more reach a limit; the highest ask where none does',
  );
}

/** States which limits a supply reaches at a price, if any, or that it reaches none. */
function stateReach(
  sheet: Derivation,
  { maxShares, maxAmount }: Limits,
  supply: Quantity,
  price: Quantity,
): void {
  const amount = sheet.multiply(`amount for the shares offered at ${price.value} or less`, 'money', [
    supply,
    price,
  ]);
  const state = (what: Quantity, limit: Quantity | undefined, named: string): void => {
    if (limit === undefined) return;
    const isReached = what.value.compare(limit.value) >= 0;
    const because = `at ${price.value} the offers ${isReached ? 'reach' : 'do not reach'} ${named}`;
    sheet.require(what, isReached ? 'at_least' : 'less_than', limit, because);
  };
  state(supply, maxShares, 'the most shares to be bought');
  state(amount, maxAmount, 'the most to be spent');
}
