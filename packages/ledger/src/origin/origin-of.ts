import type { Claim } from '../claim/index.ts';
import type { Source } from '../source/index.ts';
import { foldedName, isChannel, pageKey, publisherAt, publisherNamed } from './publishers.ts';

/**
 * Statements of one origin count once: the outlet that is passed on, the party or person whose own words are quoted;
 * else the voice of the source that told the story first, which is the source itself unless it repeats another.
 */
export function originOf(claim: Claim, first: Source): string {
  const { kind, name, relay_of } = claim.attribution ?? {};
  if (relay_of !== undefined) return outletOrigin(relay_of);
  if (name !== undefined && (kind === 'filing' || kind === 'party_statement'))
    return `party:${foldedName(name)}`;
  if (name !== undefined && kind === 'named_person') return `person:${foldedName(name)}`;
  return voiceOf(first);
}

/**
 * Whose voice a source has where it quotes nobody: the one outlet it passes on, or its publisher, which may repeat
 * itself. Documents that a register or a press-release service publishes for others have nothing in common, and each
 * is a page, or a text, of its own.
 */
export function voiceOf({ relayOf, publisher, url, sha256 }: Source): string {
  if (relayOf !== undefined) return outletOrigin(relayOf);
  const known =
    (publisher === undefined ? undefined : publisherNamed(publisher)) ??
    (url === undefined ? undefined : publisherAt(url));
  const page = url === undefined ? undefined : pageKey(url);
  if (known !== undefined && isChannel(known.kind))
    return page === undefined ? `text:${sha256}` : `page:${page}`;
  if (publisher !== undefined) return outletOrigin(publisher);
  if (known !== undefined) return outletOrigin(known.name);
  return page === undefined ? `text:${sha256}` : `page:${page}`;
}

/** The origin of what an outlet reports, by any of its names. */
export const outletOrigin = (name: string): string =>
  `outlet:${foldedName(publisherNamed(name)?.name ?? name)}`;

/** The origin of what a page says: the outlet whose page it is, else the page, whatever way its address is written. */
export function pageOrigin(url: string): string {
  const known = publisherAt(url);
  if (known !== undefined && !isChannel(known.kind)) return outletOrigin(known.name);
  return `page:${pageKey(url) ?? url}`;
}
