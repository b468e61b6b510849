import type { Span } from '@tranche/ledger/claim';
import { describedParty, knownParty } from '../party/gazetteer.ts';
import { nameShapes } from '../party/name-shape.ts';
import { LEGAL_SUFFIX } from '../party/words.ts';
import type { DraftContext } from './draft-context.ts';
import { placesOfWords } from './places.ts';

/** A party as the text names it, and the words it may stand under. */
export interface FoundParty {
  readonly name: string;
  readonly forms: readonly string[];
}

const NAME_LIMIT = 100;

/**
 * The party that drafted words mean, when the text names it: by its name in any form the party book knows, by an
 * alias or a description the gazetteer knows ("the ChatGPT maker"), or by other words with a capital that can be a
 * name. A party that stands nowhere in the text under any of them is undefined.
 */
export function findParty(drafted: string, context: DraftContext): FoundParty | undefined {
  const words = withoutQuotes(drafted.trim().replace(/\s+/gu, ' ')).replace(/^the (?=\p{Lu})/u, '');
  if (words.length < 2 || words.length > NAME_LIMIT) return undefined;
  const plain = words.replace(LEGAL_SUFFIX, '').trim();
  const party = context.book.named(words) ?? context.book.named(plain);
  const known = knownParty(party?.name ?? plain) ?? describedParty(words);
  const name = party?.name ?? known?.name ?? nameOfShape(plain);
  if (name === undefined) return undefined;
  const others =
    known === undefined ? [] : [known.name, ...(known.aliases ?? []), ...(known.descriptions ?? [])];
  const found = {
    name: context.book.named(name)?.name ?? name,
    forms: [...new Set([words, plain, name, ...others])],
  };
  return party !== undefined || standsIn(found, context) ? found : undefined;
}

const standsIn = ({ forms }: FoundParty, { text }: DraftContext): boolean =>
  forms.some((form) => placesOfWords(text, form, [0, text.length]).length > 0);

/** Where a party stands in a stretch of the text, in order. */
export function partyPlaces(
  { name, forms }: FoundParty,
  { text, book }: DraftContext,
  [from, to]: Span,
): readonly Span[] {
  const named = book.mentionsIn(from, to).flatMap(({ party, span }) => (party.name === name ? [span] : []));
  const printed = forms.flatMap((form) => placesOfWords(text, form, [from, to]));
  return [...named, ...printed].sort((one, other) => one[0] - other[0]);
}

/** Words that can be a name as they stand: with a capital or a digit, and nothing but a name. */
function nameOfShape(words: string): string | undefined {
  if (!/[\p{Lu}\p{N}]/u.test(words)) return undefined;
  const [shape, ...others] = nameShapes(words, true);
  return shape !== undefined && others.length === 0 && shape.start === 0 && !shape.titled
    ? shape.name
    : undefined;
}

const withoutQuotes = (words: string): string => words.replace(/^["“”'‘’]+|["“”'‘’.,;:]+$/gu, '');
