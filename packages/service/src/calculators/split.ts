import { split } from '@tranche/core/split';
import {
  amount,
  byId,
  defineCalculator,
  figure,
  id,
  integer,
  list,
  object,
  oneOf,
  positive,
} from '../calculator/index.ts';

const wholeShares = (what: string) =>
  oneOf(`what becomes of a fraction of ${what}; default exact`, ['exact', 'floor', 'nearest']).optional();

export const splitCalculator = defineCalculator({
  name: 'split',
  summary: 'A split or reverse split of stock, options and class terms.',
  description: [
    'The factor is `new ÷ old`: more than 1 for a split, less for a reverse split. Shares and authorized numbers are',
    'multiplied by it; prices, strikes, original issue prices, conversion prices and dividends per share are divided.',
    'So conversion ratios, aggregates and the preference amount of a class stay as they are.',
    '',
    'Nothing is rounded unless `rounding` says so. `floor` drops the fraction of a share and `nearest` rounds it half',
    'up; `options` usually go down and strikes up, since an option must not gain value. A strike is rounded only with',
    '`strike_decimals`, upwards by default. Class terms are never rounded.',
    '',
    '`fraction` is exact less rounded shares, below zero where rounding gave more. With `cash_in_lieu_price`, the money',
    'for a whole share after the split, the fraction not issued is paid out; a share rounded up is not paid back.',
    '`aggregate` and `aggregate_strike` are of the rounded shares and strikes; `price` and `aggregate` are there where',
    'the stock has a price.',
    '',
    'Of a class, the conversion price is the original issue price if none is given; any other term not given counts as',
    'zero. `preference_amount` is original issue price × shares. The split of a class in a cap table changes nothing by',
    'itself: certificates are reissued, and the new ones must not be split again.',
  ].join('\n'),
  input: object({
    ratio: object({
      new: positive('shares after, for `old` before'),
      old: positive('shares before'),
    }),
    stock: list(
      object({
        id: id('name of the certificate or holder'),
        shares: amount('shares before'),
        price: amount('money per share before, such as the price paid').optional(),
      }),
      'id',
    ).optional(),
    options: list(
      object({
        id: id('name of the grant'),
        shares: amount('options before'),
        strike: amount('money per share before'),
      }),
      'id',
    ).optional(),
    classes: list(
      object({
        id: id('name of the class'),
        shares: amount('shares outstanding before').optional(),
        original_issue_price: amount('money per share before').optional(),
        conversion_price: positive('money per share before; default the original issue price').optional(),
        dividend_per_share: amount('money per share before').optional(),
        authorized: amount('shares authorized before').optional(),
      }),
      'id',
    ).optional(),
    rounding: object({
      shares: wholeShares('a share of stock'),
      options: wholeShares('an option'),
      strike_decimals: integer('decimal places of strikes; not rounded if absent', 0, 100).optional(),
      strike_mode: oneOf('which way to round strikes; default up', [
        'up',
        'half_up',
        'half_even',
        'down',
      ]).optional(),
    }).optional(),
    cash_in_lieu_price: amount('money for a whole share after the split').optional(),
  }),
  output: object({
    factor: figure('new ÷ old'),
    stock: byId(
      object({
        shares: figure('shares after, rounded if asked'),
        exact_shares: figure('shares after, before rounding'),
        fraction: figure('exact less rounded shares'),
        price: figure('money per share after').optional(),
        aggregate: figure('shares × price after').optional(),
        cash_in_lieu: figure('money for the fraction not issued').optional(),
      }),
    ),
    options: byId(
      object({
        shares: figure('options after, rounded if asked'),
        exact_shares: figure('options after, before rounding'),
        strike: figure('money per share after, rounded if asked'),
        exact_strike: figure('money per share after, before rounding'),
        aggregate_strike: figure('options × strike after'),
      }),
    ),
    classes: byId(
      object({
        original_issue_price: figure('money per share after'),
        conversion_price: figure('money per share after'),
        dividend_per_share: figure('money per share after'),
        preference_amount: figure('money; the split does not change it'),
        authorized: figure('shares authorized after'),
      }),
    ),
  }),
  compute: split,
});
