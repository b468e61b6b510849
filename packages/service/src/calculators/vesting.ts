import { ALLOCATIONS, vesting } from '@tranche/core/vesting';
import { z } from 'zod';
import {
  amount,
  byId,
  date,
  defineCalculator,
  figure,
  fraction,
  integer,
  list,
  object,
  oneOf,
} from '../calculator/index.ts';

/** More than anything vests in, and few enough to stay quick. */
const MOST_INSTALLMENTS = 10_000;

export const vestingCalculator = defineCalculator({
  name: 'vesting',
  summary: 'A vesting schedule: what vests when, and what has vested by a day.',
  description: [
    'At most one of `schedule`, `vestings` and `event` is given. Without any of them everything vests on `grant_date`,',
    'as in Open Cap Format, whose words and rules these are.',
    '',
    'Installment i of a schedule falls `i × period_months` after `start`, on the day of the start or on `day`; in a month',
    'that lacks the day, on its last. Without a `day_rule` the day is `day` if that is given, otherwise that of the',
    'start. With `cliff_installments` the amounts of that many installments vest together on the date of the last of',
    'them: the sum of the amounts, not a rounded fraction of the quantity. 0 and 1 mean no cliff.',
    '',
    '18 shares in 4 installments by `allocation`: cumulative_rounding (half up) 5-4-5-4, cumulative_round_down 4-5-4-5,',
    'front_loaded 5-5-4-4, back_loaded 4-4-5-5, front_loaded_to_single_tranche 6-4-4-4, back_loaded_to_single_tranche',
    '4-4-4-6, fractional 4.5 each. A quantity that is not whole keeps its fraction: the first rules leave it to the last',
    'installment, the loaded ones where they leave their last share.',
    '',
    'Installments may be dated before the grant; then `before_grant` says what becomes of them, and must be there:',
    '`accumulate_on_grant_date` (they vest together on that day), `accumulate_on_next_installment` (they vest with the',
    'first installment on or after that day; on that day if none follows), or `as_scheduled`. An installment on the',
    'day of the grant takes the earlier ones in under either of the first two. Cliffs come first: what waits for a',
    'cliff after the grant does not fall before it.',
    '',
    'An `event` vests `portion` of the quantity (default all) on the day it occurred, not rounded. It expires at the',
    'earlier of `expires_after_months` after the start and `expires_on`, and from that day on vests nothing; until it',
    'has occurred there are no installments.',
    '',
    '`vestings` ascend by date (two may share one) and sum to the quantity. `vested` counts up to and including each day',
    'of `as_of`.',
  ].join('\n'),
  input: object({
    quantity: amount('shares or options granted'),
    grant_date: date('day of the grant').optional(),
    before_grant: oneOf('what becomes of installments before the grant; there is no default', [
      'accumulate_on_grant_date',
      'accumulate_on_next_installment',
      'as_scheduled',
    ]).optional(),
    schedule: object({
      start: date('vesting commencement date'),
      installments: integer('number of installments', 1, MOST_INSTALLMENTS),
      period_months: integer('months between installments; default 1', 1).optional(),
      cliff_installments: integer('installments that vest together at the cliff; default none').optional(),
      allocation: oneOf('how whole shares are spread', ALLOCATIONS),
      day_rule: oneOf('the day of the month, or the last day of a shorter month', [
        'start_day_or_last',
        'day_or_last',
      ]).optional(),
      day: integer('day of the month, of the rule day_or_last', 1, 31).optional(),
    }).optional(),
    vestings: list(
      object({ date: date('day of the vesting'), quantity: amount('shares that vest') }),
    ).optional(),
    event: object({
      start: date('day from which the event is waited for'),
      portion: fraction('of the quantity; default 1').optional(),
      occurred: date('day of the event; absent while it has not happened').optional(),
      expires_after_months: integer('months after the start').optional(),
      expires_on: date('day from which the event vests nothing').optional(),
    }).optional(),
    as_of: list(date('a day for which the vested total is wanted')).optional(),
  }),
  output: object({
    installments: z
      .array(
        object({
          date: z.string().describe('day'),
          quantity: figure('shares that vest on the day'),
          cumulative: figure('shares vested by the day'),
        }),
      )
      .describe('in the order of their dates'),
    total: figure('shares that vest in all'),
    first_date: z.string().nullable().describe('day of the first installment; null without any'),
    last_date: z.string().nullable().describe('day of the last installment; null without any'),
    expires: z.string().nullable().describe('day on which the event expires; null without a limit'),
    vested: byId(figure('shares vested by the day'), 'by day of `as_of`'),
  }),
  compute: vesting,
});
