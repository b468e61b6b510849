import { remembered } from '../words/index.ts';
import data from './gazetteer.json' with { type: 'json' };

/** A publication reports on deals; it is no party to them. */
export type PartyKind = 'investor' | 'company' | 'bank' | 'person' | 'venture' | 'publication';

/** A party that many reports name; its aliases and the descriptions that stand for it. */
export interface KnownParty {
  readonly name: string;
  readonly kind: PartyKind;
  readonly aliases?: readonly string[];
  readonly descriptions?: readonly string[];
  /** Products and services that name their maker when they are bought. */
  readonly brands?: readonly string[];
}

/** Names without other forms stand by their kind, several to a line. */
const PLAIN = Object.entries(data.names).flatMap(([kind, lines]) =>
  lines.flatMap((line) => line.split('; ').map((name): KnownParty => ({ name, kind: kind as PartyKind }))),
);
const PARTIES: readonly KnownParty[] = [...PLAIN, ...(data.parties as readonly KnownParty[])];

const BY_NAME = new Map<string, KnownParty>();
for (const party of PARTIES) {
  for (const name of [party.name, ...(party.aliases ?? []), ...(party.brands ?? [])])
    BY_NAME.set(name.toLowerCase(), party);
}

const BY_DESCRIPTION = new Map<string, KnownParty>();
for (const party of PARTIES) {
  for (const words of party.descriptions ?? []) BY_DESCRIPTION.set(words.toLowerCase(), party);
}

/** The well-known party of that name or alias, in any case. */
export const knownParty = remembered((name): KnownParty | undefined =>
  BY_NAME.get(name.toLowerCase().replaceAll('’', "'")),
);

/** The well-known party whose name begins this one: "T. Rowe Price Associates" is of T. Rowe Price. */
export function knownBeginning(name: string): KnownParty | undefined {
  for (let end = name.lastIndexOf(' '); end > 2; end = name.lastIndexOf(' ', end - 1)) {
    const known = knownParty(name.slice(0, end));
    if (known !== undefined) return known;
  }
  return undefined;
}

/** The well-known party that words such as "ChatGPT maker" stand for. */
export const describedParty = (words: string): KnownParty | undefined =>
  BY_DESCRIPTION.get(words.toLowerCase().replace(/^the /, ''));

/** Names that the shape of a capitalised run would miss: a small letter or a digit first, small words and signs within. */
export const IRREGULAR_NAMES: readonly string[] = PARTIES.flatMap((party) => [
  party.name,
  ...(party.aliases ?? []),
]).filter((name) => /^[\p{Ll}\d]/u.test(name) || / (?:of|and|for|de) |[/&'’]/.test(name));
