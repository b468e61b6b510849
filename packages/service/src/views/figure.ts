import { z } from 'zod';

/** Dates on the wire are `YYYY-MM-DD` unless a field says partial. */
export const dateView = z.string().describe('a calendar day, YYYY-MM-DD');

/**
 * Any number a face shows. `text` is ready to print; `node` names it in the answer's derivation, where it opens
 * down to quotes, judgements, assumptions and formulas. Exact values are strings: `12` or `20/23`.
 */
export const figureView = z
  .object({
    node: z.string(),
    text: z.string(),
    unit: z
      .string()
      .describe('ISO 4217 code, "fraction", "shares", "count" or a ratio such as "CNY per USD"'),
    low: z.string().optional(),
    high: z.string().optional(),
    vague: z.boolean(),
    /** For charts only: a floating rendering of the value, or of the end that is known. */
    approximate: z.number().optional(),
  })
  .meta({ id: 'Figure' });
export type FigureView = z.infer<typeof figureView>;

export const referenceView = z
  .object({
    title: z.string(),
    url: z.string(),
    published: z.string().optional(),
  })
  .meta({ id: 'Reference' });

/** What a person decided about one statement, in force on the day that was asked for. */
export const judgementMarkView = z
  .object({
    id: z.string(),
    kind: z.enum(['accept', 'reject', 'prefer', 'split', 'note']),
    text: z.string().describe('"rejected", "preferred for size of ...", or the note itself'),
    by: z.string(),
    when: dateView,
    why: z.string(),
  })
  .meta({ id: 'JudgementMark' });
export type JudgementMarkView = z.infer<typeof judgementMarkView>;

/** One thing that was said: a claim with its quote in a source, or a reference fact with its references. */
export const evidenceView = z
  .object({
    id: z.string(),
    kind: z.enum(['claim', 'fact']),
    summary: z.string(),
    knownFrom: dateView,
    tier: z.string(),
    status: z.string().optional(),
    hedge: z.string().optional(),
    denied: z.boolean(),
    note: z.string().optional(),
    source: z
      .object({
        id: z.string(),
        title: z.string(),
        publisher: z.string().optional(),
        published: dateView.optional(),
      })
      .optional(),
    quote: z.string().optional(),
    quoteSpan: z.tuple([z.number(), z.number()]).optional(),
    references: z.array(referenceView).optional(),
    judgements: z.array(judgementMarkView).optional(),
  })
  .meta({ id: 'Evidence' });
export type EvidenceView = z.infer<typeof evidenceView>;

/** A node of a derivation as a panel shows it: what it is, in words and in numbers, and what it rests on. */
export const derivationNodeView = z
  .object({
    id: z.string(),
    kind: z.enum(['input', 'formula', 'choice']),
    label: z.string(),
    unit: z.string(),
    basis: z.string().optional(),
    date: z.string().optional(),
    text: z.string(),
    words: z.string(),
    numbers: z.string(),
    operands: z.array(z.string()),
    rule: z.string().optional(),
    alternatives: z.array(z.object({ node: z.string(), passedOverBecause: z.string() })).optional(),
    grounds: z.array(
      z.object({
        kind: z.enum(['given', 'claim', 'fact', 'judgement', 'assumption', 'rule']),
        id: z.string(),
        note: z.string().optional(),
        evidence: evidenceView.optional(),
      }),
    ),
  })
  .meta({ id: 'DerivationNode' });
export type DerivationNodeView = z.infer<typeof derivationNodeView>;

/** Operands come before what is built from them. */
export const derivationView = z.object({ nodes: z.array(derivationNodeView) }).meta({ id: 'Derivation' });
export type DerivationView = z.infer<typeof derivationView>;
