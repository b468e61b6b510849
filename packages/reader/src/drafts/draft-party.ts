import type { Span } from '@tranche/ledger/claim';
import { describedParty, knownParty } from '../party/gazetteer.ts';
import { nameShapes } from '../party/name-shape.ts';
import { LEGAL_SUFFIX } from '../party/words.ts';
import type { DraftContext } from './draft-context.ts';
import { placesOfWords } from './places.ts';

/** A party as the text names it, and every place where it stands, in order. */
export interface FoundParty {
  readonly name: string;
  readonly places: readonly Span[];
}

const NAME_LIMIT = 100;

/**
 * The party that drafted words mean, when the text names it: by its name in any form the party book knows, by a
 * description the gazetteer knows ("the ChatGPT maker"), or by other words with a capital that can be a name.
 * A name that stands nowhere in the text, nor by any alias of it, is undefined.
 */
export function findParty(drafted: string, context: DraftContext): FoundParty | undefined {
  const words = withoutQuotes(drafted.trim().replace(/\s+/gu, ' ')).replace(/^the (?=\p{Lu})/u, '');
  if (words.length < 2 || words.length > NAME_LIMIT) return undefined;
  const plain = words.replace(LEGAL_SUFFIX, '').trim();
  for (const form of new Set([words, plain])) {
    const places = placesIn(form, context);
    if (places.length === 0) continue;
    const party = context.book.named(form) ?? context.book.named(plain);
    if (party !== undefined) return { name: party.name, places: allPlaces(party.name, places, context) };
    const described = describedParty(form);
    if (described !== undefined) return { name: nameOf(described.name, context), places };
    const shape = nameOfShape(form);
    if (shape !== undefined) return { name: shape, places };
  }
  return byItsOtherNames(plain, context);
}

const placesIn = (words: string, { text }: DraftContext): readonly Span[] =>
  placesOfWords(text, words, [0, text.length]);

const nameOf = (name: string, { book }: DraftContext): string => book.named(name)?.name ?? name;

/** A well-known party that the text calls only by an alias, a brand or a description. */
function byItsOtherNames(words: string, context: DraftContext): FoundParty | undefined {
  const known = knownParty(words) ?? describedParty(words);
  if (known === undefined) return undefined;
  const { name, aliases = [], descriptions = [] } = known;
  const places = [name, ...aliases, ...descriptions].flatMap((form) => placesIn(form, context));
  return places.length === 0 ? undefined : { name: nameOf(name, context), places: inOrder(places) };
}

/** Where the party stands in any form its book knows: the sentences of a text are short, so they are looked through. */
function allPlaces(name: string, places: readonly Span[], context: DraftContext): readonly Span[] {
  const forms = context.lines
    .slice(0, LINES_LOOKED_AT)
    .flatMap(({ start, end }) =>
      context.book.mentionsIn(start, end).flatMap(({ party, span }) => (party.name === name ? [span] : [])),
    );
  return inOrder([...places, ...forms]);
}

const LINES_LOOKED_AT = 400;

const inOrder = (places: readonly Span[]): readonly Span[] =>
  places.toSorted((one, other) => one[0] - other[0]);

/** Words that can be a name as they stand: with a capital or a digit, and nothing but a name. */
function nameOfShape(words: string): string | undefined {
  if (!/[\p{Lu}\p{N}]/u.test(words)) return undefined;
  const [shape, ...others] = nameShapes(words, true);
  return shape !== undefined && others.length === 0 && shape.start === 0 && !shape.titled
    ? shape.name
    : undefined;
}

const withoutQuotes = (words: string): string => words.replace(/^["“”'‘’]+|["“”'‘’.,;:]+$/gu, '');
