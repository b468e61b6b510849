import { convertGivenMoney } from '@tranche/core/convert';
import { z } from 'zod';
import {
  anyNumber,
  currency,
  date,
  defineCalculator,
  figure,
  integer,
  list,
  object,
  oneOf,
  positive,
} from '../calculator/index.ts';

/** Far more places than any currency has; a bound so that a rounding stays quick. */
const MOST_DECIMALS = 100;

export const convertMoneyCalculator = defineCalculator({
  name: 'convert_money',
  summary: 'A sum of money in another currency, by dated rates.',
  description: [
    'A rate is units of `quote` for one unit of `base`. A rate of the two currencies goes first, direct before',
    'inverse (one divided by the rate); where there is none, the way leads through the currency `via`, each half of',
    'it direct or inverse. Without `via` there is no way through another currency. The same currency needs no rate.',
    '',
    'With `date` only the rates of that day count. Without it all do, and the newest of a pair is taken; of a way',
    'through `via` two rates of one day are taken where both exist.',
    '',
    '`exact` is the amount × the rate, not rounded; `rounded` is that rounded once, by `rounding`. `up` and `down`',
    'are away from and towards zero; an amount below zero is converted like any other.',
    '',
    'Fails with RATE_NOT_FOUND at `rates` where no way leads there, and with DUPLICATE_ID at the second of two rates',
    'of the same `base`, `quote` and `date`.',
  ].join('\n'),
  input: object({
    amount: anyNumber('money in the currency `from`'),
    from: currency('currency of the amount'),
    to: currency('currency wanted'),
    date: date('the only day whose rates count; all count if absent').optional(),
    via: currency('the currency to go through where the two have no rate of their own').optional(),
    rates: list(
      object({
        base: currency('the currency of which one unit is worth `rate`'),
        quote: currency('the currency in which `rate` is stated'),
        rate: positive('units of `quote` for one unit of `base`'),
        date: date('day of the rate'),
      }),
      'base',
      'quote',
      'date',
    ),
    rounding: object({
      decimals: integer('decimal places of the rounded amount', 0, MOST_DECIMALS),
      mode: oneOf('which way to round', ['half_even', 'half_up', 'up', 'down']),
    }),
  }),
  output: object({
    rate: figure('units of `to` for one unit of `from`, exact'),
    exact: figure('money in the currency `to`, not rounded'),
    rounded: figure('money in the currency `to`, rounded'),
    currency: z.string().describe('the currency `to`'),
    path: z.array(z.string()).describe('currencies on the way, both ends included'),
  }),
  compute: convertGivenMoney,
});
