import { z } from 'zod';
import { amount, day, positive, rate, text } from './scalars.ts';

const DAY_COUNTS = ['actual_365', 'actual_360', 'actual_365_25', '30_360', 'actual_actual_isda'] as const;

/** How interest or a dividend grows. */
export const accrualFields = {
  rate: rate('per year'),
  method: z.enum(['simple', 'compound']),
  compounds_per_year: z.int().min(1).optional(),
  years: amount('how long it runs, instead of the two dates').optional(),
  from: day.optional().describe('from which day it runs'),
  to: day.optional().describe('to which day it runs'),
  day_count: z.enum(DAY_COUNTS).optional().describe('needed with dates'),
};

const preference = z
  .strictObject({
    multiple: amount('times the original issue price; default 1').optional(),
    participation: z
      .enum(['none', 'full', 'capped'])
      .optional()
      .describe('sharing in the remainder after the preference; default none'),
    cap_multiple: positive('most a participating share gets, in multiples of its price').optional(),
    cap_includes_preference: z.boolean().optional().describe('default true'),
    seniority: z.int().describe('payment rank: a higher number is paid first, equal numbers share'),
  })
  .describe('what the class takes at an exit before those junior to it');

const antiDilution = z
  .strictObject({
    method: z.enum(['weighted_average', 'full_ratchet']),
    base: positive('of the weighted average: the A of its formula, as the charter defines it').optional(),
  })
  .describe('what happens to the conversion price when shares are sold below it');

const shareClass = z
  .strictObject({
    id: text,
    name: text.optional(),
    kind: z.enum(['common', 'preferred']),
    authorized: amount('shares the charter allows').optional(),
    original_issue_price: positive('per share; what preference and conversion rest on').optional(),
    conversion_price: positive('default: the original issue price').optional(),
    preference: preference.optional(),
    dividend: z
      .strictObject({
        ...accrualFields,
        base: z.enum(['original_issue_price', 'preference']).optional(),
        unpaid: amount('declared before and not paid').optional(),
        forfeited_on_conversion: z.boolean().optional().describe('default true'),
      })
      .optional()
      .describe('cumulative dividend; runs to exit.date unless it says otherwise'),
    anti_dilution: antiDilution.optional(),
  })
  .describe('shares with identical rights, as they are after the history');

const plan = z.strictObject({
  id: text,
  name: text.optional(),
  class: text.describe('the share class that options become'),
  reserved: amount('shares set aside for grants when the plan began'),
});

export const securitiesSchema = z
  .strictObject({
    classes: z.array(shareClass).min(1),
    plans: z.array(plan).default([]),
  })
  .describe('the share classes of the company and its option plans');

const COUNTED = ['issued', 'options', 'warrants', 'promised', 'pool'] as const;

const definition = z.strictObject({
  id: text,
  counts: z
    .array(z.enum(COUNTED))
    .min(1)
    .describe('issued shares as converted, granted options, warrants, promised options, the unissued pool'),
});

export const companySchema = z
  .strictObject({
    name: text.optional().describe('its full name; `issuer` is the one it is known by'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, { error: 'not a currency code; expected three capital letters, such as USD' }),
    incorporated: day.optional(),
    jurisdiction: text.optional(),
    capitalizations: z
      .array(definition)
      .default([])
      .describe(
        'capitalization definitions of your own, beside issued, issued_and_granted and fully_diluted',
      ),
  })
  .describe('the company, and the one currency of its figures');
