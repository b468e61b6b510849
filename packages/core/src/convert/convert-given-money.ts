import {
  Derivation,
  type FormulaGraph,
  GraphBuilder,
  Quantity,
  type RoundingPolicy,
} from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { ok, type Result } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
import { convertMoney } from './convert-money.ts';

export interface GivenConversion {
  readonly amount: Rational;
  readonly from: string;
  readonly to: string;
  /** Only rates of that day count; all of them if absent. */
  readonly date?: PlainDate;
  /** The currency a cross may go through; no cross if absent. */
  readonly via?: string;
  readonly rates: readonly {
    readonly base: string;
    readonly quote: string;
    /** Above zero. */
    readonly rate: Rational;
    readonly date: PlainDate;
  }[];
  readonly rounding: RoundingPolicy;
}

export interface ConvertedGivenMoney {
  readonly rate: Quantity;
  readonly exact: Quantity;
  readonly rounded: Quantity;
  readonly currency: string;
  /** Currencies on the way, both ends included; one for the same currency. */
  readonly path: readonly string[];
}

/**
 * A sum of money in another currency, at rates that the asker gives.
 * Units: `rate` in units of `to` for one of `from`; the sums in `to`. Exact but for the last step, the named rounding.
 * A rate of the two currencies, direct or inverse, goes before a cross. Without a date the newest rate of a pair
 * counts. Fails: BAD_CURRENCY (from, to), RATE_NOT_FOUND (rates).
 * Source: docs/reference/calculators.md, convert_money.
 */
export function convertGivenMoney(
  input: GivenConversion,
): Result<{ readonly output: ConvertedGivenMoney; readonly graph: FormulaGraph }> {
  const { amount, from, to, date, via, rounding } = input;
  const builder = new GraphBuilder();
  const sheet = new Derivation(builder);
  const given = sheet.given('amount', from, amount, 'amount');
  const converted = convertMoney(builder, {
    from,
    to,
    ...(date === undefined ? {} : { date, ofThatDayOnly: true }),
    rates: input.rates.map((rate, index) => ({ ...rate, id: `rates[${index}].rate` })),
    via: via === undefined ? [] : [via],
    prefer: 'of_the_pair',
    amount: given.node,
  });
  if (!converted.ok) return converted;
  const { rate, rateNode, node, path } = converted.value;
  const exact = new Quantity(node, amount.times(rate));
  return ok({
    output: {
      rate:
        rateNode === undefined
          ? sheet.assumed(
              `${to} per ${from}`,
              `${to} per ${from}`,
              Rational.ONE,
              'a currency is worth itself',
            )
          : new Quantity(rateNode, rate),
      exact,
      rounded: sheet.round(`amount in ${to}, rounded`, to, exact, rounding),
      currency: to,
      path,
    },
    graph: builder.build(),
  });
}
