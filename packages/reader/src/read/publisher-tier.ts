import { publisherAt, publisherNamed, tierOfKind } from '@tranche/ledger/origin';
import type { Tier } from '@tranche/ledger/source';

/** Wording of the publisher's kind, most binding first. A press desk's tier is that of the people it quotes. */
const TIER_WORDS: readonly (readonly [RegExp, Tier])[] = [
  [/\b(?:regulatory|filing|disclosure|register|registrar|prospectus|exchange notice)\b/i, 'filing'],
  [
    /\b(?:company (?:statement|announcement|release)|press release|investor relations|newsroom|media centre)\b/i,
    'party_statement',
  ],
  [/\b(?:blog|forum|social media|newsletter|personal)\b/i, 'unattributed'],
];

/**
 * The tier of what a document says in its own voice: by its publisher's name where it is a known one, by the words of
 * its kind, by the host of its address; undefined leaves it to its sources.
 */
export function tierOfPublisher(publisher: string | undefined, url?: string): Tier | undefined {
  const named = publisher === undefined ? undefined : publisherNamed(publisher);
  if (named !== undefined) return tierOfKind(named.kind);
  const words = TIER_WORDS.find(([pattern]) => publisher !== undefined && pattern.test(publisher))?.[1];
  if (words !== undefined) return words;
  const at = url === undefined ? undefined : publisherAt(url);
  return at === undefined ? undefined : tierOfKind(at.kind);
}
