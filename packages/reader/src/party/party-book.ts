import { type CapitalRun, capitalRuns } from './capital-runs.ts';
import {
  CONTEXT_REACH,
  FIRM,
  isDay,
  isHeadlineSubject,
  isWordUsedAsName,
  NAME_CONTEXT,
  type NameField,
  otherNames,
  weigh,
} from './evidence.ts';
import { knownParty } from './gazetteer.ts';
import { type NameShape, nameShapes } from './name-shape.ts';
import type { Party, PartyMention } from './party.ts';
import { runsOf, smallNames } from './small-names.ts';
import { newSurface, partyFrom, type Surface, sameParty } from './surface.ts';
import { LEGAL_SUFFIX, PLACES } from './words.ts';

/** The parties of one document, and where they stand. */
export interface PartyBook {
  readonly parties: readonly Party[];
  mentionsIn(start: number, end: number): PartyMention[];
  /** The party of that name or form of it, in any case. */
  named(name: string): Party | undefined;
}

const LIMIT = 20_000;

/** Collects the names of a text from its own evidence, with the gazetteer's help. Linear in the text. */
export function partyBookOf(text: string, fields: readonly NameField[]): PartyBook {
  const surfaces = new Map<string, Surface>();
  const abbreviations: (readonly [string, string])[] = [];
  const seenRuns: SeenRun[] = [];
  const bodyFirst = [...fields].sort((one, other) => Number(one.isHeadline) - Number(other.isHeadline));
  const small = new Set(bodyFirst.flatMap((field) => smallNames(text, field.start, field.end)));
  for (const field of bodyFirst) {
    for (const run of [
      ...capitalRuns(text, field.start, field.end),
      ...runsOf(small, text, field.start, field.end),
    ]) {
      const words = text.slice(run.start, run.end);
      const shapes = small.has(words)
        ? [{ name: words, key: words, start: 0, end: words.length, titled: false }]
        : nameShapes(words, run.opens, isWordUsedAsName(text, run, field));
      seenRuns.push({ ...run, words, shapes });
      for (const shape of shapes) {
        const start = run.start + shape.start;
        const end = run.start + shape.end;
        const { key } = shape;
        const seen = surfaces.get(key);
        const known = seen?.known ?? knownParty(shape.name);
        const isNew = seen === undefined && known === undefined;
        if (isNew && field.isHeadline && !isHeadlineSubject(text, field, shape.name, start, end)) continue;
        if (seen === undefined && surfaces.size > LIMIT) continue;
        const surface = seen ?? newSurface(shape.name, known);
        weigh(surface, text, field, run, shape);
        surfaces.set(key, surface);
        for (const other of otherNames(text.slice(end, end + 80), shape.name.length))
          abbreviations.push([key, other.toLowerCase()]);
      }
    }
  }
  return grouped(text, seenRuns, surfaces, abbreviations);
}

function grouped(
  text: string,
  seenRuns: SeenRun[],
  surfaces: ReadonlyMap<string, Surface>,
  abbreviations: readonly (readonly [string, string])[],
): PartyBook {
  const runs = seenRuns.sort((one, other) => one.start - other.start);
  const groups: Surface[][] = [];
  const groupOf = new Map<string, Surface[]>();
  const shortOf = new Map(abbreviations.map(([long, short]) => [short, long]));
  const byWord = new Map<string, Surface[][]>();
  const longer = leadingParts(surfaces.keys());
  for (const [long, short] of initialsOf(surfaces)) if (!shortOf.has(short)) shortOf.set(short, long);
  const fullFirst = [...surfaces].sort(
    ([one], [other]) => Number(shortOf.has(one)) - Number(shortOf.has(other)),
  );
  for (const [key, surface] of fullFirst) {
    if (surface.inPlace || (surface.asPlace > 0 && surface.asPlace === surface.count)) continue;
    if (surface.asSource === surface.count || surface.term) continue;
    if (surface.weight < FIRM && !longer.has(key)) continue;
    if (surface.known?.kind === 'publication' && !raisesMoney(text, surface.name)) continue;
    const near = wordsOf(key, surface).flatMap((word) => byWord.get(word) ?? []);
    const group =
      groupOf.get(shortOf.get(key) ?? '') ??
      near.find((one) => one.some((other) => sameParty(other, surface))) ??
      newGroup(groups);
    for (const word of wordsOf(key, surface))
      byWord.set(word, [...(byWord.get(word) ?? []), group].slice(0, NEAR_LIMIT));
    group.push(surface);
    groupOf.set(key, group);
  }
  const partyOf = new Map<string, Party>();
  const parties = groups.map((group, id): Party => partyFrom(group, id));
  groups.forEach((group, id) => {
    const party = parties[id];
    for (const surface of group) if (party !== undefined) partyOf.set(surface.name.toLowerCase(), party);
  });
  for (const [short, long] of shortOf) {
    const party = partyOf.get(long);
    if (party !== undefined && !partyOf.has(short)) partyOf.set(short, party);
  }
  return {
    parties,
    named: (name) =>
      partyOf.get(name.toLowerCase()) ?? partyOf.get(name.replace(LEGAL_SUFFIX, '').trim().toLowerCase()),
    mentionsIn: (start, end) => mentions(text, start, end, runs, partyOf),
  };
}

/** A publication is a party only where it raises money itself. */
const raisesMoney = (text: string, name: string): boolean => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (
      /^(?: (?:has|have|had))? (?:raise[sd]?|secure[sd]|closed) /.test(
        text.slice(at + name.length, at + name.length + 20),
      )
    )
      return true;
  }
  return false;
};

function newGroup(groups: Surface[][]): Surface[] {
  const group: Surface[] = [];
  groups.push(group);
  return group;
}

/** Two forms of a name share a first or last word, or the party the gazetteer knows. */
const wordsOf = (key: string, surface: Surface): string[] => {
  const words = key.split(' ');
  return [
    ...new Set([
      words[0] ?? '',
      words.at(-1) ?? '',
      ...(surface.known === undefined ? [] : [`=${surface.known.name}`]),
    ]),
  ];
};
const NEAR_LIMIT = 60;

/** "EIB" beside "European Investment Bank": pairs of a long name and the capitals that stand for it alone. */
function initialsOf(surfaces: ReadonlyMap<string, Surface>): (readonly [string, string])[] {
  const longOf = new Map<string, string[]>();
  for (const [key, { name }] of surfaces) {
    if (!name.includes(' ')) continue;
    const capitals = name
      .replace(/[^\p{Lu} ]|(?<=\p{Lu})\p{Lu}+/gu, '')
      .replaceAll(' ', '')
      .toLowerCase();
    if (capitals.length > 2) longOf.set(capitals, [...(longOf.get(capitals) ?? []), key]);
  }
  return [...longOf].flatMap(([short, longs]) => {
    const found = surfaces.get(short);
    const [long] = longs;
    const isShort = found !== undefined && found.known === undefined && /^\p{Lu}+$/u.test(found.name);
    return isShort && long !== undefined && longs.length === 1 ? [[long, short] as const] : [];
  });
}

/** All that stands before a space in a longer name: short forms that need no other evidence. */
function leadingParts(keys: Iterable<string>): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const key of keys)
    for (let at = key.indexOf(' '); at > 0; at = key.indexOf(' ', at + 1)) parts.add(key.slice(0, at));
  return parts;
}

/** "Texas Mill" may be Mill, of Texas. */
const withoutPlace = (name: string): string | undefined => {
  const [first = '', ...rest] = name.split(' ');
  return rest.length > 0 && PLACES.has(first.toLowerCase()) ? rest.join(' ') : undefined;
};

/** A run with the names the first reading saw in it. */
interface SeenRun extends CapitalRun {
  readonly words: string;
  readonly shapes: readonly NameShape[];
}

/** A common word that is a name in this text is one here too, unless it opens a sentence like any other word. */
function isNameHere(text: string, run: SeenRun, partyOf: ReadonlyMap<string, Party>): boolean {
  if (!partyOf.has(run.words.toLowerCase()) || isDay(text, run)) return false;
  return !run.opens || NAME_CONTEXT.test(text.slice(run.end, run.end + CONTEXT_REACH));
}

/** The first run that ends behind a place. */
function firstBehind(runs: readonly SeenRun[], place: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as SeenRun).end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mentions(
  text: string,
  start: number,
  end: number,
  runs: readonly SeenRun[],
  partyOf: ReadonlyMap<string, Party>,
): PartyMention[] {
  const found: PartyMention[] = [];
  for (let index = firstBehind(runs, start); index < runs.length; index += 1) {
    const run = runs[index] as SeenRun;
    if (run.start >= end) break;
    const whole = isNameHere(text, run, partyOf);
    for (const shape of whole
      ? [{ name: run.words, key: run.words.toLowerCase(), start: 0, end: run.words.length }]
      : run.shapes) {
      const from = run.start + shape.start;
      const to = run.start + shape.end;
      if (from < start || to > end) continue;
      const party = partyOf.get(shape.key);
      if (party !== undefined) found.push({ party, span: [from, to] });
      else {
        const rest = withoutPlace(shape.name);
        const behind = rest === undefined ? undefined : partyOf.get(rest.toLowerCase());
        if (rest !== undefined && behind !== undefined)
          found.push({ party: behind, span: [to - rest.length, to] });
      }
    }
  }
  return found;
}
