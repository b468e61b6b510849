import { DOCUMENT_FORMATS } from '@tranche/ledger/source';
import { z } from 'zod';
import { dateView } from './figure.ts';

const wholeNumber = z.number().int();

/** The way back from a text to the file it was read from, as the reading of the file gave it. */
const originalRequest = z.strictObject({
  format: z.enum(DOCUMENT_FORMATS),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: wholeNumber.min(0),
  encoding: z.string().max(40).optional(),
  part: z.string().max(500).optional(),
  segments: z.discriminatedUnion('in', [
    z.strictObject({ in: z.literal('bytes'), runs: z.array(wholeNumber) }),
    z.strictObject({ in: z.literal('pages'), runs: z.array(z.number()) }),
  ]),
});

/** A report as it is handed in. What is given beside the text wins over what the text says of itself. */
export const reportRequest = z
  .strictObject({
    text: z.string().describe('the report, at most 4 MB'),
    published: dateView.optional().describe('the day it was published; needed when the text does not say'),
    title: z.string().min(1).max(500).optional(),
    publisher: z.string().min(1).max(200).optional(),
    author: z.string().min(1).max(500).optional(),
    language: z.string().min(2).max(40).optional(),
    url: z.string().min(1).max(2000).optional(),
    original: originalRequest
      .optional()
      .describe('the file the text was read from, and where its parts stand'),
    name: z.string().min(1).max(200).optional().describe('a name for people, such as a file name'),
    drafts: z
      .boolean()
      .optional()
      .describe('also ask the language model the server was started with; its claims are marked drafted_by'),
  })
  .meta({ id: 'ReportRequest' });
export type ReportRequest = z.infer<typeof reportRequest>;
