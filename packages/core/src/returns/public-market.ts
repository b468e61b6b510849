import type { Derivation, Quantity } from '../formula/index.ts';
import type { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';

/** The level of an index with dividends reinvested, on a day. */
export interface IndexValue {
  readonly date: PlainDate;
  /** Above zero. */
  readonly value: Rational;
}

export interface PublicMarket {
  /** Above 1 where the flows did better than the index. */
  readonly ksPme: Quantity;
  readonly fvContributions: Quantity;
  readonly fvDistributions: Quantity;
}

/**
 * The public market equivalent of Kaplan and Schoar: every flow grown by the index to its last entry, then what was
 * received and is still held over what was paid in. The net asset value is taken as it is. Exact. Something was paid in.
 * Fails: OUT_OF_ORDER where the index does not ascend; RATE_NOT_FOUND at the date of a flow without an index value.
 * Source: Kaplan and Schoar, "Private Equity Performance", Journal of Finance 60 (2005).
 */
export function publicMarket(
  sheet: Derivation,
  parts: {
    readonly nothing: Quantity;
    readonly flows: readonly { readonly date: PlainDate; readonly amount: Quantity }[];
    readonly nav: Quantity;
    readonly index: readonly IndexValue[];
  },
): Result<PublicMarket> {
  const { nothing, flows, nav, index } = parts;
  const unsorted = index.findIndex(({ date }, at) => at > 0 && date <= (index[at - 1]?.date ?? date));
  if (unsorted >= 0) {
    return fail('OUT_OF_ORDER', `index[${unsorted}].date`, 'the dates of the index do not ascend');
  }
  const levels = new Map(
    index.map(({ date, value }, at) => [
      date,
      sheet.given(`index on ${date}`, 'count', value, `index[${at}].value`, { date }),
    ]),
  );
  const end = [...levels.values()].at(-1);
  const grown: Quantity[] = [];
  for (const [at, { date, amount }] of flows.entries()) {
    const level = levels.get(date);
    if (level === undefined || end === undefined) {
      return fail('RATE_NOT_FOUND', `flows[${at}].date`, `the index has no value on ${date}`, {
        expected: 'an entry of the index on the day of every flow',
      });
    }
    const growth = sheet.divide(`growth of the index from ${date} to its end`, 'count', end, level);
    grown.push(sheet.multiply(`flow of ${date} at the end of the index`, 'money', [amount, growth]));
  }
  const below = grown.filter(({ value }) => value.sign() < 0);
  const above = grown.filter(({ value }) => value.sign() > 0);
  const negative = sheet.add('future value of flows below zero', 'money', [nothing, ...below]);
  const fvContributions = sheet.subtract('future value of contributions', 'money', nothing, negative);
  const fvDistributions = sheet.add('future value of distributions', 'money', [nothing, ...above]);
  const value = sheet.add('future value of distributions and what is held', 'money', [fvDistributions, nav]);
  return ok({
    ksPme: sheet.divide('public market equivalent', 'count', value, fvContributions),
    fvContributions,
    fvDistributions,
  });
}
