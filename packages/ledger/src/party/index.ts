export type { AliasEntry } from './aliases.ts';
export { ALIASES } from './aliases.ts';
export { likelySame, nameKey, slugOf } from './normalise.ts';
export type { Party, PartyBook } from './party-book.ts';
export { likelySamePairs, partyBook } from './party-book.ts';
