import { z } from 'zod';
import { failureView } from './failure.ts';

/** What became of the claims that a language model drafted: `drafted` is taken, repeated and dropped together. */
export const draftsView = z
  .object({
    model: z.string(),
    drafted: z.number().describe('drafts in the answers of the model'),
    taken: z.number().describe('claims they became, marked drafted_by'),
    repeated: z.number().describe('drafts that say what a claim had said'),
    dropped: z
      .record(z.string(), z.number())
      .describe('how many were dropped, by reason: quote_not_in_text, ...'),
    failures: z
      .array(failureView)
      .describe('what the model did not answer; the other claims stand all the same'),
  })
  .meta({ id: 'Drafts' });
export type DraftsView = z.infer<typeof draftsView>;
