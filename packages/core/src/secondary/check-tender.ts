import { Rational, sum } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { Offer, TenderInput } from './terms.ts';

/**
 * Sees that the fields of a tender agree with one another.
 * Fails: MISSING_FIELD (a fixed price or an ask), UNSUPPORTED_COMBINATION (a price for a clearing), SUM_MISMATCH
 * (lots that are not the offer, holders of more than there is), NO_SOLUTION (no offer to clear), UNKNOWN_ID (a seller
 * who is not among the holders), QUANTITY_EXCEEDED (more offered than held, or than there is).
 */
export function checkTender(input: TenderInput): Result<void> {
  const { price, offers } = input;
  const isClearing = price.mode === 'clearing';
  if (isClearing && price.pricePerShare !== undefined) {
    return fail('UNSUPPORTED_COMBINATION', 'price.price_per_share', 'a clearing finds the price itself');
  }
  if (!isClearing && price.pricePerShare === undefined) {
    return fail('MISSING_FIELD', 'price.price_per_share', 'a fixed price needs the price');
  }
  for (const [index, offer] of offers.entries()) {
    const { ask, shares, lots } = offer;
    if (isClearing && ask === undefined) {
      return fail('MISSING_FIELD', `offers[${index}].ask`, 'a clearing needs the price each offer asks');
    }
    if (lots !== undefined && !sum(lots.map((lot) => lot.shares)).equals(shares)) {
      return fail('SUM_MISMATCH', `offers[${index}].lots`, 'the lots are not the shares offered', {
        expected: `${shares} together`,
      });
    }
  }
  if (isClearing && offers.length === 0) return fail('NO_SOLUTION', 'offers', 'no offer, no clearing price');
  return checkOutstanding(input);
}

function checkOutstanding({ offers, outstanding }: TenderInput): Result<void> {
  if (outstanding === undefined) return ok(undefined);
  const { total, holders = [] } = outstanding;
  if (holders.length > 0) {
    if (sum(holders.map(({ shares }) => shares)).compare(total) > 0) {
      return fail('SUM_MISMATCH', 'outstanding.holders', 'the holders have more shares than there are', {
        expected: `at most ${total} together`,
      });
    }
    return checkSellers(offers, new Map(holders.map(({ id, shares }) => [id, shares])));
  }
  if (sum(offers.map(({ shares }) => shares)).compare(total) <= 0) return ok(undefined);
  return fail('QUANTITY_EXCEEDED', 'outstanding.total', 'more shares are offered than there are');
}

function checkSellers(offers: readonly Offer[], held: ReadonlyMap<string, Rational>): Result<void> {
  const offered = new Map<string, Rational>();
  for (const [index, { holder, shares }] of offers.entries()) {
    const most = held.get(holder);
    const name = `"${holder.slice(0, 40)}"`;
    if (most === undefined) {
      return fail('UNKNOWN_ID', `offers[${index}].holder`, `${name} is not among the holders`);
    }
    const together = shares.plus(offered.get(holder) ?? Rational.ZERO);
    offered.set(holder, together);
    if (together.compare(most) > 0) {
      return fail('QUANTITY_EXCEEDED', `offers[${index}].shares`, `${name} offers ${together} up to here`, {
        expected: `at most ${most}, what is held`,
      });
    }
  }
  return ok(undefined);
}
