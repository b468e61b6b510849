import { knownParty, type PartyKind } from '../../party/gazetteer.ts';
import data from '../../party/gazetteer-local.json' with { type: 'json' };
import type { OtherLanguage } from './codes.ts';

/** A well-known party by its name in one language. */
export interface LocalParty {
  readonly kind: PartyKind;
  /** The name to give when the text prints an inflected form of it ("Deutschen Bank"). */
  readonly print?: string;
}

interface Entry {
  readonly name: string;
  readonly kind: string;
  readonly zh?: readonly string[];
  readonly ja?: readonly string[];
  readonly de?: readonly string[];
  readonly fr?: readonly string[];
}

const ENTRIES = data.parties as readonly Entry[];
const CODES: readonly OtherLanguage[] = ['zh', 'ja', 'de', 'fr'];

interface Table {
  readonly byName: ReadonlyMap<string, LocalParty>;
  readonly pattern: RegExp;
}

const tables = new Map<OtherLanguage, Table>();

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names of one language, and the Latin ones that every language uses. */
function tableOf(language: OtherLanguage): Table {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const byName = new Map<string, LocalParty>();
  for (const entry of ENTRIES) {
    const shared: LocalParty = { kind: entry.kind as PartyKind };
    const [nominative, ...inflected] = language === 'de' ? (entry.de ?? []) : [];
    const printed: LocalParty = nominative === undefined ? shared : { ...shared, print: nominative };
    for (const code of CODES) {
      if (code !== language && !(language === 'zh' || language === 'ja')) continue;
      if (code !== language && (code === 'de' || code === 'fr')) continue;
      for (const name of entry[code] ?? [])
        if (!byName.has(name)) byName.set(name, code === 'de' ? printed : shared);
    }
    for (const name of inflected) byName.set(name, printed);
    if (!byName.has(entry.name)) byName.set(entry.name, shared);
  }
  const names = [...byName.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `(?<![\\p{Script=Latin}\\d])(?:${names.filter(isLatin).map(escaped).join('|')})(?![\\p{Script=Latin}\\d])|${
      names
        .filter((name) => !isLatin(name))
        .map(escaped)
        .join('|') || '(?!)'
    }`,
    'gu',
  );
  const table = { byName, pattern };
  tables.set(language, table);
  return table;
}

const isLatin = (name: string): boolean => /^[\p{Script=Latin}\d]/u.test(name);

export const localParty = {
  /** The well-known party of that name in that language, or of that English name. */
  of(name: string, language: OtherLanguage): LocalParty | undefined {
    return tableOf(language).byName.get(name) ?? knownParty(name);
  },
  /** The well-known names a line holds. */
  namesIn(line: string, language: OtherLanguage): string[] {
    return [...line.matchAll(tableOf(language).pattern)].map((match) => match[0]);
  },
};
