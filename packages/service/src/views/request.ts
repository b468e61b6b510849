import { DOCUMENT_FORMATS } from '@tranche/ledger/source';
import { z } from 'zod';
import { failureView } from './failure.ts';
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

/** How long what is said about a report may be, by field. */
export const MOST_CHARACTERS = {
  title: 500,
  publisher: 200,
  author: 500,
  language: 40,
  url: 2000,
  name: 200,
} as const;

/** A report as it is handed in. What is given beside the text wins over what the text says of itself. */
export const reportRequest = z
  .strictObject({
    text: z.string().describe('the report, at most 4 MB'),
    published: dateView.optional().describe('the day it was published; needed when the text does not say'),
    title: z.string().min(1).max(MOST_CHARACTERS.title).optional(),
    publisher: z.string().min(1).max(MOST_CHARACTERS.publisher).optional(),
    author: z.string().min(1).max(MOST_CHARACTERS.author).optional(),
    language: z.string().min(2).max(MOST_CHARACTERS.language).optional(),
    url: z.string().min(1).max(MOST_CHARACTERS.url).optional(),
    original: originalRequest
      .optional()
      .describe('the file the text was read from, and where its parts stand'),
    name: z
      .string()
      .min(1)
      .max(MOST_CHARACTERS.name)
      .optional()
      .describe('a name for people, such as a file name'),
    drafts: z
      .boolean()
      .optional()
      .describe('also ask the language model the server was started with; its claims are marked drafted_by'),
  })
  .meta({ id: 'ReportRequest' });
export type ReportRequest = z.infer<typeof reportRequest>;

/** What a file holds: each report as it can be handed in, and what could not be read. */
export const openedFileView = z
  .object({
    documents: z.array(
      z.object({
        report: reportRequest.describe('what POST /api/read and POST /api/sources take'),
        title: z.string(),
        claims: z.number().describe('how many claims are found in it'),
      }),
    ),
    problems: z.array(failureView).describe('what of the file could not be read'),
  })
  .meta({ id: 'OpenedFile' });
export type OpenedFileView = z.infer<typeof openedFileView>;
