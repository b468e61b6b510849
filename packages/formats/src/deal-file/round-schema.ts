import { z } from 'zod';
import { amount, day, fraction, positive, properFraction, text } from './scalars.ts';
import { accrualFields } from './securities-schema.ts';

const CAP_BASES = [
  'company_capitalization',
  'pre_money_capitalization',
  'outstanding',
  'round_pre_money_shares',
] as const;

const convertible = z.strictObject({
  id: text,
  kind: z.enum(['safe', 'note']),
  holder: text,
  date: day.describe('the day it was bought'),
  amount: positive('paid for it'),
  post_money_cap: positive('valuation cap on the capitalization with all that converts').optional(),
  pre_money_cap: positive('valuation cap on the capitalization without what converts').optional(),
  cap: z
    .strictObject({ amount: positive('valuation cap'), base: z.enum(CAP_BASES) })
    .optional()
    .describe('a cap on another share count; see the calculator `round`'),
  discount: properFraction('off the round price: 20%').optional(),
  fixed_percentage: properFraction('a share of the company capitalization').optional(),
  mfn: z
    .strictObject({ elect: text.describe('the instrument adopted whole, or none') })
    .optional()
    .describe('most favoured nation'),
  interest: z
    .strictObject(accrualFields)
    .optional()
    .describe('of a note; runs from its date to the day of the round unless it says otherwise'),
  seniority: z.int().optional().describe('payment rank at an exit before it converts'),
});

export const convertiblesSchema = z.array(convertible).describe('SAFEs and convertible notes');

const pool = z.strictObject({
  mode: z.enum(['none', 'increase', 'target_post']),
  increase: amount('options added').optional(),
  target: properFraction('share of the company after the round').optional(),
  counts: z.enum(['ungranted', 'granted_and_ungranted']).optional().describe('what the target counts'),
  placement: z
    .enum(['pre_money', 'post_money'])
    .optional()
    .describe('whether the increase is in the pre-money count'),
});

const roundingModes = z.enum(['half_up', 'half_even', 'up', 'down']);

export const roundSchema = z
  .strictObject({
    name: text.optional(),
    class: text.describe('the class that is sold; its terms are among the securities'),
    date: day,
    price: z
      .strictObject({
        pre_money: positive('agreed value before the new money').optional(),
        post_money: positive('agreed value after the new money').optional(),
        price_per_share: positive('agreed price').optional(),
        ownership_sold: properFraction('new shares over all shares after').optional(),
      })
      .describe('exactly one of the four'),
    new_money: z
      .array(z.strictObject({ investor: text, amount: amount('paid for new shares') }))
      .min(1)
      .optional()
      .describe('left out, the commitments under `tranches` are the new money'),
    options_promised: amount('options promised and not yet granted').optional(),
    pool: pool.optional(),
    pricing_method: z
      .enum(['percent_ownership_fixed', 'pre_money_fixed', 'dollars_invested'])
      .optional()
      .describe('default percent_ownership_fixed'),
    rounding: z
      .strictObject({
        mode: z.enum(['none', 'price_then_shares']),
        price_decimals: z.int().min(0).optional(),
        price_mode: roundingModes.optional(),
        conversion_price_decimals: z.int().min(0).optional(),
      })
      .optional(),
  })
  .describe('a financing under shared terms, priced together with everything that converts into it');

const closing = z.strictObject({
  id: text,
  date: day,
  status: z.enum(['closed', 'pending', 'lapsed']).optional().describe('default closed'),
  milestone: text.optional().describe('the condition that releases it, in words'),
  price: z
    .strictObject({
      price_per_share: positive('agreed price').optional(),
      pre_money: positive('value before this closing').optional(),
      multiple_of_previous: positive('times the price of the last closing').optional(),
    })
    .optional()
    .describe('exactly one of the three; left out, the price of the round'),
  fundings: z.array(z.strictObject({ investor: text, amount: amount('paid, or to be paid') })).min(1),
});

const commitment = z.strictObject({
  investor: text,
  amount: amount('sum the investor is bound to pay'),
  condition: z.enum(['none', 'open', 'met', 'failed']).optional(),
  milestone: text.optional().describe('the condition in words'),
  amount_if_failed: amount('what it falls to when the condition fails').optional(),
  syndication_target: amount('how much of it may be placed with others').optional(),
  syndicated: z
    .array(z.strictObject({ investor: text, amount: amount('taken over') }))
    .optional()
    .describe('who took over how much'),
});

export const tranchesSchema = z
  .strictObject({
    class: text.optional().describe('the class that is sold; needed without a round'),
    commitments: z.array(commitment).optional(),
    closings: z.array(closing).min(1),
    pro_rata: z
      .array(
        z.strictObject({
          holder: text,
          closing: text,
          percent: fraction('of what is offered; default the holder’s share').optional(),
        }),
      )
      .optional(),
    mark_price: positive('price per share to value the shares at').optional(),
  })
  .describe('the closings of the round against what was committed');
