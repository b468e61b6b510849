import { z } from 'zod';
import { dateView, evidenceView } from './figure.ts';

const statement = z.string().describe('the id of a claim or a reference fact');
const deal = z.string().describe('the id of a deal');
const party = z.string().describe('a name that a source gives a party');

/** What a person decides about what sources say. The claims themselves are never edited. */
export const decisionView = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('accept'), statement }),
    z.strictObject({ kind: z.literal('reject'), statement }),
    z.strictObject({
      kind: z.literal('prefer'),
      deal,
      field: z.string().describe('a field of its terms, such as size'),
      statement,
    }),
    z.strictObject({
      kind: z.literal('merge'),
      of: z.enum(['parties', 'deals']),
      into: z.string(),
      other: z.string().describe('becomes part of the first'),
    }),
    z.discriminatedUnion('of', [
      z.strictObject({ kind: z.literal('split'), of: z.literal('parties'), name: party }),
      z.strictObject({ kind: z.literal('split'), of: z.literal('deals'), statement, from: deal }),
    ]),
    z.strictObject({
      kind: z.literal('note'),
      about: z.string().describe('the id of a statement, deal or judgement, or the name of a party'),
      text: z.string(),
    }),
    z.strictObject({ kind: z.literal('undo'), judgement: z.string().describe('the id of a judgement') }),
  ])
  .meta({ id: 'Decision' });
export type DecisionView = z.infer<typeof decisionView>;

/** A judgement as it is handed in. */
export const judgementRequest = z
  .strictObject({
    decision: decisionView,
    by: z.string().describe('who decides, at most 200 characters'),
    why: z.string().describe('the reason, at most 2,000 characters; shown wherever the judgement counts'),
    when: dateView.optional().describe('the day from which it is known; today when left out'),
  })
  .meta({ id: 'JudgementRequest' });
export type JudgementRequest = z.infer<typeof judgementRequest>;

/** A judgement as it stands on the day that was asked for. */
export const judgementView = z
  .object({
    id: z.string(),
    decision: decisionView,
    text: z.string().describe('what was decided, in words'),
    by: z.string(),
    when: dateView,
    why: z.string(),
    inForce: z.boolean(),
    undoneBy: z.string().optional().describe('the id of the judgement that took it back'),
    evidence: z.array(evidenceView).describe('the statements it is about'),
  })
  .meta({ id: 'Judgement' });
export type JudgementView = z.infer<typeof judgementView>;
