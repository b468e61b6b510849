import { CLAIM_TYPES, claimBodyFromJson } from '@tranche/ledger/claim';
import { TIERS } from '@tranche/ledger/source';
import { z } from 'zod';
import { exitSchema, questionsSchema } from './exit-schema.ts';
import { failedBy } from './failed-by.ts';
import { historySchema } from './history-schema.ts';
import { convertiblesSchema, roundSchema, tranchesSchema } from './round-schema.ts';
import { day, text } from './scalars.ts';
import { companySchema, securitiesSchema } from './securities-schema.ts';

const dealSelector = z
  .strictObject({
    id: text.optional().describe('the id that `tranche model` prints; names one deal and needs nothing else'),
    money: z.enum(['primary', 'secondary', 'debt', 'grant']).optional(),
    year: z
      .int()
      .min(1900)
      .max(2200)
      .optional()
      .describe('the year the deal was first dated or first reported'),
  })
  .refine(({ id, money, year }) => id !== undefined || money !== undefined || year !== undefined, {
    message: 'say which deal is meant: by id, by the kind of money, by the year, or by both',
  })
  .describe('which deal of the sources is meant, among those of the issuer');

const reference = z.strictObject({ title: text, url: text, published: text.optional() });

/** A claim without quote: what the author of the file states, from when it was known, and on whose word. */
const statement = z
  .strictObject({
    id: text.optional().describe('a name for judgements to point at; made from the content when left out'),
    claim: z
      .looseObject({ type: z.enum(CLAIM_TYPES) })
      .describe('a claim in the claim schema, without a quote'),
    known_from: day.describe('the first day on which it was known'),
    tier: z.enum(TIERS).default('unattributed').describe('how far its origin can be trusted'),
    origin: text.optional().describe('who said it; statements of one origin count once'),
    references: z.array(reference).default([]),
    note: text.optional(),
  })
  .superRefine(({ claim }, context) => {
    const read = claimBodyFromJson(claim);
    if (!read.ok) failedBy(context, read.failure, 'claim');
  });

const decision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), statement: text }),
  z.strictObject({ kind: z.literal('reject'), statement: text }),
  z.strictObject({ kind: z.literal('prefer'), deal: text, field: text, statement: text }),
  z.strictObject({ kind: z.literal('merge'), of: z.enum(['parties', 'deals']), into: text, other: text }),
  z.strictObject({ kind: z.literal('split'), of: z.literal('parties'), name: text }),
  z.strictObject({ kind: z.literal('note'), about: text, text }),
]);

const judgement = z.strictObject({
  decision,
  by: text,
  when: day.describe('the day it was made, from which it counts'),
  why: text.describe('in one sentence; it is shown wherever the judgement counts'),
});

const assumption = z.strictObject({
  id: text,
  text: text.describe('what is assumed, in one sentence; listed with every answer that rests on it'),
});

/** A deal file, version 1. `docs/reference/deal-file.schema.json` is made from it. */
export const dealFileSchema = z.strictObject({
  tranche: z.literal(1).describe('the version of this format'),
  name: text,
  issuer: text,
  deal: dealSelector.optional(),
  sources: z
    .array(text)
    .min(1)
    .optional()
    .describe('report files, folders or patterns such as sources/*.txt, relative to this file'),
  reference: z
    .boolean()
    .default(true)
    .describe('whether the reference facts that ship with Tranche are used too'),
  statements: z.array(statement).default([]),
  judgements: z.array(judgement).default([]),
  assumptions: z.array(assumption).default([]),
  company: companySchema.optional(),
  securities: securitiesSchema.optional(),
  history: historySchema.optional(),
  convertibles: convertiblesSchema.optional(),
  round: roundSchema.optional(),
  tranches: tranchesSchema.optional(),
  exit: exitSchema.optional(),
  questions: questionsSchema.optional(),
});

export type DealFile = z.infer<typeof dealFileSchema>;
export type DealSelector = NonNullable<DealFile['deal']>;
