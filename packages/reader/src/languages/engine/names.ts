import type { Party } from '../../party/index.ts';
import type { OtherLanguage } from './codes.ts';
import { localParty } from './gazetteer.ts';

/** How a language's texts show who is a party. Patterns run over lines in one spelling (`normalLine`). */
export interface NameWords {
  /** Constructions that a name, or a list of names, stands in: group `n`. */
  readonly spots: readonly RegExp[];
  /** What parts the names of such a list. */
  readonly split: RegExp;
  /** A name without the description before it and the legal form around it; undefined when it is no name. */
  readonly clean: (raw: string) => string | undefined;
  /** Names have spaces around them. */
  readonly spaced: boolean;
  /** A second name in brackets behind a first one: groups `n` and `also`. */
  readonly also?: RegExp;
  /** Words that stand for the company whose money it is. */
  readonly anaphors: RegExp;
  /** Between the names of a list, with descriptions that may stand before each: a source. */
  readonly joint: string;
  /** Asides with a name in them that say nothing of who takes part: a source, `{P}` for a name. */
  readonly aside?: string;
  /** Words that end the names of investors. */
  readonly investorLike: RegExp;
}

export interface LineMention {
  readonly party: Party;
  readonly start: number;
  readonly end: number;
}

/** The parties of the lines of one language in one document. */
export interface LineBook {
  readonly parties: readonly Party[];
  mentionsIn(line: string): LineMention[];
  named(name: string): Party | undefined;
}

/** Names beyond these are not looked for: a bound on the work. */
const NAME_LIMIT = 600;
const LONGEST_NAME = 48;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const CJK = /[\p{Script=Han}\u3041-\u30fe]/u;

/** Gathers the names of the lines from the constructions they stand in and from the gazetteer. */
export function bookOf(lines: readonly string[], words: NameWords, language: OtherLanguage): LineBook {
  const found = new Map<string, { also: boolean }>();
  const add = (raw: string | undefined, also = false): void => {
    const name = raw === undefined ? undefined : words.clean(raw.trim());
    if (name === undefined || name.length > LONGEST_NAME || found.size >= NAME_LIMIT || found.has(name))
      return;
    found.set(name, { also });
  };
  const aliases: (readonly [string, string])[] = [];
  for (const line of lines) {
    for (const name of [...localParty.namesIn(line, language), ...knownRuns(line, words, language)])
      if (!found.has(name)) found.set(name, { also: false });
    for (const spot of words.spots) {
      for (const match of line.matchAll(spot)) {
        for (const one of (match.groups?.n ?? '').split(words.split)) add(one);
      }
    }
    if (words.also === undefined) continue;
    for (const match of line.matchAll(words.also)) {
      const first = [...found.keys()].find((name) => match.groups?.n?.endsWith(name));
      const second = match.groups?.also?.trim();
      if (first === undefined || second === undefined) continue;
      add(second, true);
      aliases.push([first, second]);
    }
  }
  return grouped(found, aliases, words, language);
}

const RUN = /(?<![\p{L}\d])(?:\p{Lu}|a16z)[\p{L}\d&.'-]*(?: (?:\p{Lu}|&)[\p{L}\d&.'-]*)*/gu;
const RUN_WORDS = 5;

/** Well-known names in Latin letters within a run of capitalised words. */
function knownRuns(line: string, words: NameWords, language: OtherLanguage): string[] {
  return [...line.matchAll(RUN)].flatMap((match) => {
    const run = match[0].split(' ').slice(0, 12);
    for (let size = Math.min(RUN_WORDS, run.length); size > 0; size -= 1) {
      for (let at = 0; at + size <= run.length; at += 1) {
        const name = run
          .slice(at, at + size)
          .join(' ')
          .replace(/[.'-]+$/, '');
        if (localParty.of(name, language) !== undefined && words.clean(name) !== undefined) return [name];
      }
    }
    return [];
  });
}

function grouped(
  found: ReadonlyMap<string, { also: boolean }>,
  aliases: readonly (readonly [string, string])[],
  words: NameWords,
  language: OtherLanguage,
): LineBook {
  const names = [...found.keys()].sort((one, other) => other.length - one.length);
  const head = new Map<string, string>();
  const headOf = (name: string): string => {
    const next = head.get(name);
    return next === undefined || next === name ? name : headOf(next);
  };
  const byEntry = new Map<unknown, string>();
  for (const name of found.keys()) {
    const entry = localParty.of(name, language);
    const known = entry === undefined ? undefined : byEntry.get(entry);
    if (known !== undefined) head.set(name, known);
    else if (entry !== undefined) byEntry.set(entry, name);
    else {
      const longer = names.find((one) => one !== name && isShortFormOf(name, one, words.spaced));
      if (longer !== undefined) head.set(name, longer);
    }
  }
  for (const [first, second] of aliases) {
    if (headOf(first) !== headOf(second)) head.set(headOf(second), headOf(first));
  }
  const parties = new Map<string, Party>();
  for (const name of names) {
    const top = headOf(name);
    if (parties.has(top)) continue;
    const entry = localParty.of(top, language);
    parties.set(top, {
      id: parties.size,
      name: entry?.print ?? top,
      kind: entry?.kind === 'person' ? 'person' : 'organisation',
      investor: entry?.kind === 'investor' || entry?.kind === 'bank' || words.investorLike.test(top),
      venture: entry?.kind === 'venture',
    });
  }
  const partyOf = (name: string): Party | undefined => parties.get(headOf(name));
  const pattern =
    names.length === 0
      ? undefined
      : new RegExp(names.map((name) => bounded(name, words.spaced)).join('|'), 'gu');
  return {
    parties: [...parties.values()],
    named: partyOf,
    mentionsIn: (line) =>
      pattern === undefined
        ? []
        : [...line.matchAll(pattern)].flatMap((match) => {
            const party = partyOf(match[0]);
            return party === undefined
              ? []
              : [{ party, start: match.index, end: match.index + match[0].length }];
          }),
  };
}

function bounded(name: string, spaced: boolean): string {
  const [first = '', last = ''] = [name[0], name.at(-1)];
  const before = spaced || !CJK.test(first) ? '(?<![\\p{Script=Latin}\\d])' : '';
  const after = spaced || !CJK.test(last) ? '(?![\\p{Script=Latin}\\d])' : '';
  return `${before}${escaped(name)}${after}`;
}

/** "澜舟" of "澜舟机器人", "Versant" of "Versant Ventures". */
function isShortFormOf(short: string, long: string, spaced: boolean): boolean {
  if (spaced || !CJK.test(short)) return long.startsWith(`${short} `);
  return (
    short.length >= 2 && long.startsWith(short) && !/[・·]/.test(long.slice(short.length, short.length + 1))
  );
}
