import { z } from 'zod';
import { assumptionView } from './deal.ts';
import { dateView, derivationView, figureView } from './figure.ts';

/** What every answer of a deal file's model has: in one sentence, on which basis, as of when, resting on what. */
const common = {
  id: z.string().optional().describe('the name of the question in the file'),
  title: z.string(),
  answer: z.string(),
  basis: z.string(),
  asOf: dateView,
  assumptions: z.array(assumptionView),
};

const heldPart = z.object({ label: z.string(), kind: z.string(), shares: figureView });

export const ownershipAnswerView = z
  .object({
    question: z.literal('ownership'),
    ...common,
    definition: z.string(),
    counts: z.array(z.string()),
    total: figureView,
    rows: z.array(
      z.object({
        holder: z.string(),
        shares: figureView,
        ownership: figureView.optional().describe('absent when nothing is counted'),
        parts: z.array(heldPart),
      }),
    ),
  })
  .meta({ id: 'OwnershipAnswer' });
export type OwnershipAnswerView = z.infer<typeof ownershipAnswerView>;

export const roundTermsAnswerView = z
  .object({
    question: z.literal('round_terms'),
    ...common,
    terms: z.array(z.object({ field: z.string(), label: z.string(), figure: figureView })),
    investors: z.array(
      z.object({
        investor: z.string(),
        amount: figureView,
        shares: figureView,
        ownership: figureView,
      }),
    ),
    convertibles: z.array(
      z.object({
        id: z.string(),
        holder: z.string(),
        by: z.string().describe('which of its terms gave the most shares'),
        balance: figureView,
        conversionPrice: figureView,
        shares: figureView,
        ownership: figureView,
      }),
    ),
  })
  .meta({ id: 'RoundTermsAnswer' });
export type RoundTermsAnswerView = z.infer<typeof roundTermsAnswerView>;

export const committedDrawnAnswerView = z
  .object({
    question: z.literal('committed_drawn'),
    ...common,
    closings: z.array(
      z.object({
        id: z.string(),
        date: dateView,
        status: z.string(),
        milestone: z.string().optional(),
        price: figureView,
        amount: figureView,
        shares: figureView,
        postMoney: figureView.optional(),
        newOwnership: figureView.optional(),
        payers: z.array(z.object({ payer: z.string(), amount: figureView, shares: figureView })),
        proRata: z.array(z.object({ holder: z.string(), percent: figureView, amount: figureView })),
      }),
    ),
    payers: z.array(
      z.object({
        payer: z.string(),
        committed: figureView.optional().describe('absent where nothing was committed in advance'),
        drawn: figureView,
        undrawn: figureView.optional(),
        shares: figureView,
        milestone: z.string().optional(),
      }),
    ),
    totals: z.object({
      committed: figureView,
      drawn: figureView,
      undrawn: figureView.optional(),
      blendedPrice: figureView.optional(),
    }),
  })
  .meta({ id: 'CommittedDrawnAnswer' });
export type CommittedDrawnAnswerView = z.infer<typeof committedDrawnAnswerView>;

export const proceedsAnswerView = z
  .object({
    question: z.literal('proceeds'),
    ...common,
    exits: z.array(
      z.object({
        exitValue: figureView,
        deductions: z.array(z.object({ label: z.string(), amount: figureView })),
        netProceeds: figureView,
        commonPerShare: figureView,
        classes: z.array(
          z.object({
            id: z.string(),
            payout: figureView,
            decision: z.string().optional().describe('preference or convert; exercise or lapse'),
            recovery: figureView.optional().describe('payout over preference'),
          }),
        ),
        holders: z.array(z.object({ holder: z.string(), amount: figureView })),
      }),
    ),
    conversions: z
      .array(z.object({ id: z.string(), preference: figureView, convertsAt: figureView.optional() }))
      .describe('net proceeds from which a class does better as common'),
    breakpoints: z.array(figureView),
  })
  .meta({ id: 'ProceedsAnswer' });
export type ProceedsAnswerView = z.infer<typeof proceedsAnswerView>;

export const modelAnswerView = z.discriminatedUnion('question', [
  ownershipAnswerView,
  roundTermsAnswerView,
  committedDrawnAnswerView,
  proceedsAnswerView,
]);
export type ModelAnswerView = z.infer<typeof modelAnswerView>;

/** What a deal file's own figures give: its questions answered, every number with its derivation. */
export const modelView = z
  .object({
    name: z.string(),
    issuer: z.string(),
    company: z.string(),
    currency: z.string(),
    asOf: dateView,
    answers: z.array(modelAnswerView),
    assumptions: z.array(assumptionView),
    derivation: derivationView,
    conditions: z.array(z.string()).describe('the inequalities that prove the choices'),
  })
  .meta({ id: 'Model' });
export type ModelView = z.infer<typeof modelView>;
