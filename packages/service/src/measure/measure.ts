import { claimToJson } from '@tranche/ledger/claim';
import {
  type ClaimOutcome,
  compareClaims,
  type Score,
  scoreTexts,
  type WrittenClaim,
} from '@tranche/reader/score';
import type { ReadDocument } from '../document/index.ts';
import type { GoldText } from './gold-file.ts';

/** A half-open range of UTF-16 code units in a text. */
type Span = readonly [start: number, end: number];

/** A claim that was expected, read, or both, with where its words stand. */
export interface MeasuredClaim extends ClaimOutcome {
  /** The annotated quote. */
  readonly expectedQuote?: string;
  readonly readQuote?: string;
  /** Of the quote that was read, or else of the annotated one where it stands in the text. */
  readonly span?: Span;
}

export interface MeasuredText {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly text: string;
  readonly claims: readonly MeasuredClaim[];
}

export interface Measured {
  readonly texts: readonly MeasuredText[];
  readonly score: Score;
  readonly strict: Score;
  /** Names of documents that nobody annotated: left out. */
  readonly unannotated: readonly string[];
  /** Ids of annotated texts that were not among the documents: left out. */
  readonly unread: readonly string[];
}

/**
 * Compares what was read of documents with what was annotated in them, matched by the documents' names. Claims that a
 * text only denies are left out on both sides. Fails: never.
 */
export function measure(documents: readonly ReadDocument[], gold: readonly GoldText[]): Measured {
  const byName = new Map(documents.map((document) => [document.source.name, document]));
  const names = new Set(gold.map(({ name }) => name));
  const pairs = gold.flatMap((one) => {
    const document = byName.get(one.name);
    return document === undefined ? [] : [{ one, document }];
  });
  const compared = pairs.map(({ one, document }) => {
    const read = document.claims.map(({ claim }) => claimToJson(claim) as unknown as WrittenClaim);
    return { one, document, gold: asserted(one.claims), read: asserted(read) };
  });
  const scored = compared.map(({ one: { id, cluster }, gold: expected, read }) => ({
    id,
    cluster,
    gold: expected,
    read,
  }));
  return {
    texts: compared.map(({ one, document: { source }, gold: expected, read }) => ({
      id: one.id,
      title: source.title,
      publisher: source.publisher,
      published: source.published,
      text: source.text,
      claims: measuredClaims(source.text, expected, read),
    })),
    score: scoreTexts(scored),
    strict: scoreTexts(scored, true),
    unannotated: documents.map(({ source }) => source.name).filter((name) => !names.has(name)),
    unread: gold.filter(({ name }) => !byName.has(name)).map(({ id }) => id),
  };
}

const asserted = (claims: readonly WrittenClaim[]): readonly WrittenClaim[] =>
  claims.filter(({ denied }) => denied !== true);

function measuredClaims(
  text: string,
  gold: readonly WrittenClaim[],
  read: readonly WrittenClaim[],
): readonly MeasuredClaim[] {
  return compareClaims(gold, read)
    .map((outcome): MeasuredClaim => {
      const expectedQuote = outcome.gold === undefined ? undefined : gold[outcome.gold]?.quote;
      const found = outcome.read === undefined ? undefined : read[outcome.read];
      const span = spanOf(found?.quote_span) ?? placeOf(text, expectedQuote);
      return {
        ...outcome,
        ...(typeof expectedQuote === 'string' ? { expectedQuote } : {}),
        ...(typeof found?.quote === 'string' ? { readQuote: found.quote } : {}),
        ...(span === undefined ? {} : { span }),
      };
    })
    .sort((one, other) => (one.span?.[0] ?? text.length) - (other.span?.[0] ?? text.length));
}

const spanOf = (value: unknown): Span | undefined =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'
    ? [value[0], value[1]]
    : undefined;

function placeOf(text: string, quote: unknown): Span | undefined {
  const at = typeof quote === 'string' && quote !== '' ? text.indexOf(quote) : -1;
  return at < 0 ? undefined : [at, at + String(quote).length];
}
