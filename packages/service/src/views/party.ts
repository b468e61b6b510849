import { z } from 'zod';
import { judgementView } from './judgement.ts';

/** A party of the workspace, with all the names that stand for it and why, and others that may be the same. */
export const partyView = z
  .object({
    id: z.string(),
    name: z.string().describe('the name people know it by'),
    parent: z.object({ id: z.string(), name: z.string() }).optional(),
    names: z
      .array(
        z.object({
          name: z.string(),
          relation: z
            .string()
            .optional()
            .describe('alias, other_script, mistranslation, vehicle, description, merged, kept_apart'),
          vehicle: z.string().optional(),
          because: z.string().optional(),
          statements: z.number(),
        }),
      )
      .describe('every way in which it is written, the most frequent first'),
    vehicles: z.array(z.string()),
    statements: z.number(),
    likelySame: z
      .array(z.object({ id: z.string(), name: z.string(), because: z.string() }))
      .describe('parties that may be this one, for a person to judge; never merged on likeness'),
    judgements: z.array(judgementView).describe('in force, about it'),
  })
  .meta({ id: 'Party' });
export type PartyView = z.infer<typeof partyView>;
