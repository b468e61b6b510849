import type { PlainDate } from '@tranche/core/time';
import type { ClaimBody } from '../claim/index.ts';
import type { Tier } from '../source/index.ts';

/** A published page that a reference fact rests on. */
export interface Reference {
  readonly title: string;
  readonly url: string;
  readonly published?: string;
}

/**
 * The atom the ledger reasons with: one thing said, by whom, and since when it is known.
 * It is either a claim read from a source's text, with its quote, or a reference fact with its references.
 */
export interface Statement {
  /** The claim's id, or the fact's id. */
  readonly id: string;
  readonly kind: 'claim' | 'fact';
  readonly body: ClaimBody;
  /** The first day on which it could have been known: its publication, inclusive. */
  readonly knownFrom: PlainDate;
  readonly tier: Tier;
  /** Statements of one origin count once: the outlet, party or person whose words they pass on, or the first telling. */
  readonly origin: string;
  readonly denied: boolean;
  readonly hedge?: string;
  /** For a claim: the language model that drafted it. Such a statement stands behind all that the rules read. */
  readonly draftedBy?: string;
  /** For a claim: the source whose text holds the quote. */
  readonly sourceId?: string;
  /** For a claim: the exact words. */
  readonly quote?: string;
  readonly quoteSpan?: readonly [start: number, end: number];
  /** For a fact: the pages it rests on. */
  readonly references?: readonly Reference[];
  /** What the fact's keeper noted about conflicts and readings. */
  readonly note?: string;
}
