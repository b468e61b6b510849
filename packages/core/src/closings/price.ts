import type { Derivation, Quantity } from '../formula/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { Closing } from './terms.ts';

const FORMS = {
  pricePerShare: 'price_per_share',
  preMoney: 'pre_money',
  multipleOfPrevious: 'multiple_of_previous',
};

export interface ClosingPriced {
  readonly pricePerShare: Quantity;
  /** What all shares before the closing are worth at that price. */
  readonly preMoney: Quantity;
}

/**
 * The price of a closing, with the shares outstanding before it and the price of the last one that closed.
 * Fails: MISSING_FIELD and UNSUPPORTED_COMBINATION where no price or several are given, or a multiple has no price
 * before it; NO_SOLUTION where a pre-money has no shares to divide by.
 */
export function priceOf(
  sheet: Derivation,
  { id, price }: Closing,
  path: string,
  before: { readonly shares: Quantity; readonly lastPrice?: Quantity },
): Result<ClosingPriced> {
  const fields = (Object.keys(FORMS) as (keyof typeof FORMS)[]).filter((field) => price[field] !== undefined);
  const expected = `exactly one of ${Object.values(FORMS).join(', ')}`;
  if (fields.length === 0) return fail('MISSING_FIELD', `${path}.price`, 'no price is given', { expected });
  if (fields.length > 1) {
    return fail('UNSUPPORTED_COMBINATION', `${path}.price`, 'more than one price is given', { expected });
  }
  const label = `price per share at ${id}`;
  const unit = 'money per share';
  if (price.preMoney !== undefined) {
    const field = `${path}.price.pre_money`;
    if (before.shares.value.sign() === 0) {
      return fail('NO_SOLUTION', field, 'there are no shares before the closing to divide the pre-money by');
    }
    const preMoney = sheet.given(`pre-money at ${id}`, 'money', price.preMoney, field);
    return ok({ pricePerShare: sheet.divide(label, unit, preMoney, before.shares), preMoney });
  }
  const priced = (pricePerShare: Quantity): Result<ClosingPriced> =>
    ok({
      pricePerShare,
      preMoney: sheet.multiply(`pre-money at ${id}`, 'money', [pricePerShare, before.shares]),
    });
  if (price.pricePerShare !== undefined) {
    return priced(sheet.given(label, unit, price.pricePerShare, `${path}.price.price_per_share`));
  }
  const field = `${path}.price.multiple_of_previous`;
  if (before.lastPrice === undefined || price.multipleOfPrevious === undefined) {
    return fail(
      'UNSUPPORTED_COMBINATION',
      field,
      'no closing before this one has closed, so that there is no price',
      {
        expected: 'price_per_share or pre_money for the first closing that closes',
      },
    );
  }
  const multiple = sheet.given(
    `multiple of the price before, at ${id}`,
    'count',
    price.multipleOfPrevious,
    field,
  );
  return priced(sheet.multiply(label, unit, [multiple, before.lastPrice]));
}
