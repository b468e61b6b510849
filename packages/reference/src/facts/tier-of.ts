import type { Tier } from '@tranche/ledger/source';

/** From the start of a fact's basis to the tier of what it says; the first match counts. */
const TIER_BY_BASIS: readonly (readonly [start: string, tier: Tier])[] = [
  ['regulatory-filing', 'filing'],
  ['official-publication', 'filing'],
  ['register-', 'filing'],
  ['issuer-disclosure', 'party_statement'],
  ['tax-filings-via-press', 'party_statement'],
  ['named-source', 'named_person'],
  ['press-named-sources', 'named_person'],
  ['press-unnamed-sources', 'unnamed_people'],
  ['press-issuer-disclosure-summarised', 'relay'],
  ['press', 'relay'],
  ['survey-of-outsiders', 'unattributed'],
];

/** The tier of a fact by its basis; a fact without a basis was passed on by the pages it names. Unknown: undefined. */
export function tierOf(basis: string | undefined): Tier | undefined {
  if (basis === undefined) return 'relay';
  return TIER_BY_BASIS.find(([start]) => basis.startsWith(start))?.[1];
}
