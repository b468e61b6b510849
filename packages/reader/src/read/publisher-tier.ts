import type { Tier } from '@tranche/ledger/source';

/** Wording of the publisher's kind, most binding first. A press desk's tier is that of the people it quotes. */
const TIER_WORDS: readonly (readonly [RegExp, Tier])[] = [
  [/\b(?:regulatory|filing|disclosure|register|registrar|prospectus|exchange notice)\b/i, 'filing'],
  [
    /\b(?:company (?:statement|announcement|release)|press release|investor relations|newsroom)\b/i,
    'party_statement',
  ],
  [/\b(?:blog|forum|social media|newsletter|personal)\b/i, 'unattributed'],
];

/** The tier of what a document says in its own voice, by its publisher's kind; undefined leaves it to its sources. */
export const tierOfPublisher = (publisher: string | undefined): Tier | undefined =>
  TIER_WORDS.find(([words]) => publisher !== undefined && words.test(publisher))?.[1];
