import { type KnownParty, knownBeginning, knownParty } from './gazetteer.ts';
import { looksLikeInvestor, looksLikePerson } from './name-shape.ts';
import type { Party } from './party.ts';
import { GENERIC_TAIL } from './words.ts';

/** One form of a name, with what the text says for it. */
export interface Surface {
  readonly name: string;
  readonly known: KnownParty | undefined;
  weight: number;
  /** How often it stood, and how often as a place ("in Doncaster"). */
  count: number;
  asPlace: number;
  /** How often as the source of a figure ("according to Mill's estimates"). */
  asSource: number;
  /** A state or country stood behind it ("Abilene, Texas"). */
  inPlace: boolean;
  titled: boolean;
  /** It stood only as a former name. */
  former: boolean;
  /** It only shortens plain words ("lithium iron phosphate (LFP)"). */
  term: boolean;
  /** "Investment firm Mill", "Mill, a venture fund": the text calls it an investor. */
  calledInvestor: boolean;
  /** What stood behind it where it last opened a sentence and nothing said it was a name. */
  weakBehind: string | undefined;
}

export const newSurface = (name: string, known: KnownParty | undefined): Surface => ({
  name,
  known,
  weight: 0,
  count: 0,
  asPlace: 0,
  asSource: 0,
  inPlace: false,
  titled: false,
  former: true,
  term: false,
  calledInvestor: false,
  weakBehind: undefined,
});

/** Whether a later surface is a form of an earlier one: a leading or trailing part of it, or it with a generic tail. */
export function sameParty(earlier: Surface, later: Surface): boolean {
  const [one, other] = [earlier.name.toLowerCase(), later.name.toLowerCase()];
  if (earlier.known !== undefined && later.known !== undefined)
    return (
      earlier.known === later.known ||
      (earlier.known.kind === later.known.kind && (isWithTail(one, other) || isWithTail(other, one)))
    );
  if (later.known !== undefined && !one.startsWith(`${other} `)) return false;
  if (one === other) return true;
  if (one.startsWith(`${other} `))
    return later.known === undefined || onlyGeneric(one.slice(other.length + 1));
  if (one.endsWith(` ${other}`))
    return other.includes(' ') || (!GENERIC_TAIL.has(other) && !looksLikeInvestor(other));
  return other.startsWith(`${one} `) && onlyGeneric(other.slice(one.length + 1));
}

/** "Redpoint Ventures" is Redpoint, "Citi Ventures" another party than the bank. */
const isWithTail = (long: string, short: string): boolean =>
  long.startsWith(`${short} `) && onlyGeneric(long.slice(short.length + 1));
const onlyGeneric = (words: string): boolean => words.split(' ').every((word) => GENERIC_TAIL.has(word));

/** The party that the forms of a name stand for. */
export function partyFrom(group: readonly Surface[], id: number): Party {
  const known = group.find((surface) => surface.known !== undefined)?.known;
  const own = group.filter((surface) => known?.brands?.includes(surface.name) !== true && !surface.former);
  const longest = (own.length > 0 ? own : [{ name: known?.name ?? '' }]).reduce((best, one) =>
    one.name.length > best.name.length ? one : best,
  );
  const name = plainName(longest.name, known);
  const person =
    known === undefined
      ? (group.some((surface) => surface.titled) || looksLikePerson(name)) && !looksLikeInvestor(name)
      : known.kind === 'person';
  return {
    id,
    name,
    kind: person ? 'person' : 'organisation',
    venture: known?.kind === 'venture',
    investor:
      isInvestor(known ?? knownBeginning(name), known === undefined ? name : '') ||
      (known === undefined && group.some((surface) => surface.calledInvestor)),
  };
}

/** By the gazetteer, by that of the name's beginning ("EQT Growth"), or by what the name calls itself. */
const isInvestor = (known: KnownParty | undefined, name: string): boolean =>
  known?.kind === 'investor' ||
  known?.kind === 'bank' ||
  (looksLikeInvestor(name) && !(known?.kind === 'company' && / (?:Bank|Holdings|Securities)$/.test(name)));

/** "SoftBank Group" is SoftBank where the gazetteer knows it so; else the fullest form stands. */
function plainName(longest: string, known: KnownParty | undefined): string {
  if (known !== undefined && longest.toLowerCase().startsWith(`${known.name.toLowerCase()} `)) {
    if (knownParty(longest) === undefined || onlyGeneric(longest.slice(known.name.length + 1).toLowerCase()))
      return known.name;
  }
  return inNormalCase(longest, known);
}

/** A name printed in capitals for show ("WAYVE: no news") in the case the gazetteer or ordinary use gives it. */
function inNormalCase(name: string, known: KnownParty | undefined): string {
  if (!/^[\p{Lu} ]{5,}$/u.test(name)) return name;
  if (known !== undefined) return known.name.toLowerCase() === name.toLowerCase() ? known.name : name;
  return name.replace(/\p{Lu}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
