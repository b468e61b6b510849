import { z } from 'zod';
import { assumptionView } from './deal.ts';
import { dateView, derivationView, evidenceView, figureView } from './figure.ts';

/** A number that opens down to what it rests on, with or without words of its own; or words alone. */
export const cellView = z.union([
  z
    .object({ figure: figureView, text: z.string().optional() })
    .describe('a number; `text` where words say more than it'),
  z.object({ text: z.string() }).describe('words'),
]);
export type CellView = z.infer<typeof cellView>;

/** The one shape of every answer: value or range, basis, both dates, conflicts, remainders, derivation. */
export const answerView = z
  .object({
    question: z.string(),
    subject: z.string(),
    asOf: dateView,
    knownOn: dateView,
    answer: z
      .string()
      .describe('one sentence; it begins with "cannot tell" where the evidence does not decide'),
    decided: z.boolean(),
    isNo: z.boolean().describe('true when the answer is no: a contradicted claim, sums that do not agree'),
    basis: z.string(),
    value: figureView.optional().describe('the number asked for, where it is one number or range'),
    columns: z.array(z.object({ key: z.string(), title: z.string(), align: z.literal('right').optional() })),
    rows: z.array(
      z.object({
        cells: z.record(z.string(), cellView),
        kind: z.enum(['total', 'group']).optional(),
        note: z.string().optional(),
        evidence: z.array(z.string()).describe('ids of what it rests on, in `evidence`'),
      }),
    ),
    conflicts: z.array(
      z.object({
        label: z.string(),
        chosen: cellView.optional().describe('absent where the options stand side by side'),
        rule: z.string(),
        origins: z.number().optional().describe('independent origins that say so; relays of one count once'),
        evidence: z.array(z.string()),
        options: z.array(
          z.object({
            cell: cellView,
            passedOverBecause: z.string(),
            effect: z.string().optional().describe('what taking it would change'),
            origins: z.number().optional(),
            evidence: z.array(z.string()),
          }),
        ),
      }),
    ),
    remainders: z.array(
      z.object({
        label: z.string(),
        sum: figureView,
        stated: figureView,
        remainder: figureView,
        agrees: z.boolean(),
        evidence: z.array(z.string()),
      }),
    ),
    missing: z.array(z.string()).describe('what would have to be known to tell, or to tell more'),
    assumptions: z.array(assumptionView),
    evidence: z.array(evidenceView).describe('every claim and fact that the answer rests on, once'),
    derivation: derivationView,
  })
  .meta({ id: 'Answer' });
export type AnswerView = z.infer<typeof answerView>;

/** What may be asked, as the faces list it. */
export const questionView = z
  .object({
    name: z.string(),
    about: z.string(),
    of: z.string().describe('what the question is asked of'),
    ofDefault: z.string().optional(),
    by: z.array(z.string()).optional().describe('what it can be answered by; the first is the default'),
    takes: z.array(z.string()).optional().describe('further parameters'),
  })
  .meta({ id: 'Question' });
export type QuestionView = z.infer<typeof questionView>;

/** A question as asked, dates as days; `at` are exit values. */
export interface QuestionRequest {
  readonly question: string;
  readonly of?: string | undefined;
  readonly by?: string | undefined;
  readonly holder?: string | undefined;
  readonly to?: string | undefined;
  readonly at?: readonly string[] | undefined;
}
