import { z } from 'zod';
import { amount, day, fraction, text } from './scalars.ts';

const deduction = z.strictObject({
  id: text,
  kind: z.enum(['debt', 'fee', 'escrow', 'carve_out']),
  amount: amount('a sum').optional(),
  rate: fraction('a share of `of`').optional(),
  of: z.enum(['exit_value', 'remaining']).optional().describe('default remaining'),
  steps: z
    .array(z.strictObject({ at: amount('exit value'), amount: amount('paid from there on') }))
    .optional(),
});

const values = z.array(amount('an exit value')).min(1);

export const exitSchema = z
  .strictObject({
    date: day.optional().describe('dividends run to it'),
    values: values.optional().describe('exit values to answer for'),
    deductions: z.array(deduction).optional().describe('what is paid before the holders, in this order'),
  })
  .describe('a sale of the company');

const common = { id: text.optional().describe('a name for the answer') };
const stage = z
  .enum(['before_round', 'after_round'])
  .optional()
  .describe('default after_round once a closing has closed, or when the round has no tranches');
const assumeClosed = z
  .array(text)
  .optional()
  .describe('closings taken as closed for this answer; named as an assumption');

const ownership = z.strictObject({
  ...common,
  ask: z.literal('ownership'),
  definition: text
    .optional()
    .describe(
      'issued, issued_and_granted, fully_diluted, or one of company.capitalizations; default fully_diluted',
    ),
  as_of: day.optional().describe('before the round only; default the day that is asked for'),
  stage,
  assume_closed: assumeClosed,
});

/** The questions that a deal file puts to itself; without any, all those its sections can answer. */
export const questionsSchema = z
  .array(
    z.discriminatedUnion('ask', [
      ownership,
      z.strictObject({ ...common, ask: z.literal('round_terms') }),
      z.strictObject({ ...common, ask: z.literal('committed_drawn'), assume_closed: assumeClosed }),
      z.strictObject({
        ...common,
        ask: z.literal('proceeds'),
        at: values.optional().describe('exit values; default exit.values'),
        stage,
        assume_closed: assumeClosed,
      }),
    ]),
  )
  .describe('what `tranche model` answers');
