import { z } from 'zod';
import { draftsView } from './drafts.ts';
import { dateView, derivationView, evidenceView, figureView, judgementMarkView } from './figure.ts';

export const VERDICTS = ['supported', 'contradicted', 'mixed', 'cannot_tell'] as const;

export const findingView = z
  .object({
    text: z.string(),
    figure: figureView.optional(),
    evidence: z.array(evidenceView),
  })
  .meta({ id: 'Finding' });

/** Whether a claim holds, as known on a date; what is known later stands beside it. */
export const verdictView = z
  .object({
    verdict: z.enum(VERDICTS),
    summary: z.string().describe('one sentence an editor could print'),
    /** The kind of check: conversion, unit, rank, record, money_kind, partners, amount, no_external_funding, ... */
    check: z.string(),
    knownOn: dateView.optional(),
    condition: z.string().optional().describe('what has to happen first: "only if the deal is signed"'),
    findings: z.array(findingView),
    today: z
      .object({
        verdict: z.enum(VERDICTS),
        summary: z.string(),
        knownOn: dateView,
        findings: z.array(findingView),
      })
      .optional(),
    derivation: derivationView,
  })
  .meta({ id: 'Verdict' });
export type VerdictView = z.infer<typeof verdictView>;

/** Where words stand in the file that a text was read from. */
export const placeView = z
  .object({
    part: z.string().optional().describe('the part of the file the places count in, such as an attachment'),
    bytes: z
      .array(z.tuple([z.number(), z.number()]))
      .optional()
      .describe('half-open ranges of bytes, in the order of the words; markup between them is left out'),
    boxes: z
      .array(
        z.object({
          page: z.number().describe('from 1'),
          box: z
            .tuple([z.number(), z.number(), z.number(), z.number()])
            .describe('left, top, right, bottom in points from the upper left corner of the page'),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Place' });
export type PlaceView = z.infer<typeof placeView>;

/** A claim on the wire: `json` is the published claim schema, exactly as `tranche read --json` prints it. */
export const claimView = z
  .object({
    id: z.string(),
    type: z.string(),
    summary: z.string().describe('what is said, in one line'),
    sentence: z.string().describe('what is said, as a sentence without its stop'),
    quote: z.string(),
    quoteSpan: z.tuple([z.number(), z.number()]),
    spans: z.record(z.string(), z.tuple([z.number(), z.number()])),
    status: z.string().optional(),
    hedge: z.string().optional(),
    attribution: z.string().optional(),
    denied: z.boolean(),
    draftedBy: z.string().optional().describe('the language model that drafted it'),
    deal: z.string().optional().describe('id of the deal it was joined to'),
    verdict: verdictView.optional(),
    judgements: z.array(judgementMarkView).optional(),
    place: placeView.optional().describe('where the quote stands in the original'),
    json: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Claim' });
export type ClaimView = z.infer<typeof claimView>;

export const sourceSummaryView = z
  .object({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    publisher: z.string().optional(),
    published: dateView.optional(),
    tier: z.string(),
    claims: z.number(),
  })
  .meta({ id: 'SourceSummary' });
export type SourceSummaryView = z.infer<typeof sourceSummaryView>;

/** A source with its stored text; spans count in UTF-16 code units of `text`. */
export const sourceView = sourceSummaryView
  .omit({ claims: true })
  .extend({
    author: z.string().optional(),
    language: z.string().optional(),
    url: z.string().optional(),
    text: z.string(),
    original: z
      .object({
        format: z.string(),
        sha256: z.string(),
        bytes: z.number(),
        encoding: z.string().optional(),
        part: z.string().optional(),
      })
      .optional()
      .describe('the file the text was read from; absent where it was handed in as text'),
    knownOn: dateView
      .optional()
      .describe('judged by what had been published by this day; absent when not judged'),
    today: dateView.describe('the later day of which the verdicts stand beside'),
    claims: z.array(claimView),
    drafts: draftsView.optional().describe('what became of drafts, where a model was asked for them'),
    /** Errors of the document itself, such as a headline in the wrong currency. */
    documentVerdicts: z.array(
      verdictView.extend({ quote: z.string(), quoteSpan: z.tuple([z.number(), z.number()]) }),
    ),
  })
  .meta({ id: 'Source' });
export type SourceView = z.infer<typeof sourceView>;
