import { matchesIn, remembered } from '../words/index.ts';
import { knownParty } from './gazetteer.ts';
import {
  AUTHORITY_WORDS,
  BANK_WORDS,
  COMMON_WORDS,
  GENERIC_TAIL,
  GIVEN_NAMES,
  HEADLINE_VERBS,
  INVESTOR_WORDS,
  LEGAL_SUFFIX,
  NOT_PARTIES,
  PLACES,
  TITLES,
  TRADE_TAIL,
} from './words.ts';

/** A capitalised run cut down to what can be a name: offsets into the run. */
export interface NameShape {
  readonly name: string;
  /** The name in small letters. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** A title or function stood before it, so it names a person. */
  readonly titled: boolean;
}

/**
 * The names inside a capitalised run. Leading sentence words, titles and legal forms go, a title in the middle parts
 * two names; places, authorities, calendar words and acronyms of the trade are not parties.
 */
export function nameShapes(
  run: string,
  opens: boolean,
  isName: (words: string) => boolean = () => false,
): readonly NameShape[] {
  return isName(run) ? [whole(run)] : opens ? shapesOpening(run) : shapesWithin(run);
}

const whole = (run: string): NameShape => ({
  name: run,
  key: run.toLowerCase(),
  start: 0,
  end: run.length,
  titled: false,
});
const shapesOpening = remembered((run) => shapesOf(run, true));
const shapesWithin = remembered((run) => shapesOf(run, false));

function shapesOf(run: string, opens: boolean): readonly NameShape[] {
  if (knownParty(run) !== undefined) return [whole(run)];
  const shapes: NameShape[] = [];
  let titled = false;
  let part: Word[] = [];
  const words: Word[] = matchesIn(WORD, run).map((match) => ({ text: match[0], start: match.index }));
  for (const word of [...words, undefined]) {
    const isTitle = word !== undefined && TITLES.has(bare(word));
    const isVerb = part.length > 0 && word !== undefined && HEADLINE_VERBS.has(bare(word));
    if (word !== undefined && !isTitle && !isVerb) {
      part.push(word);
      continue;
    }
    const shape = shapeOf(part, opens && part[0]?.start === 0, titled);
    if (shape !== undefined) shapes.push(shape);
    part = [];
    titled = isTitle;
  }
  return shapes;
}

const WORD = /\S+/g;

interface Word {
  readonly text: string;
  readonly start: number;
}

const bare = (word: Word): string => word.text.replace(/\.$/, '').toLowerCase();
const ARTICLES = new Set([
  'a',
  'an',
  'the',
  'this',
  'that',
  'our',
  'its',
  'their',
  'his',
  'her',
  'on',
  'in',
  'at',
  'of',
  'for',
]);

function shapeOf(part: readonly Word[], opens: boolean, titled: boolean): NameShape | undefined {
  let words = [...part];
  const joined = (): string => words.map((word) => word.text).join(' ');
  while (words.length > 0 && knownParty(joined()) === undefined) {
    const word = bare(words[0] as Word);
    const common = COMMON_WORDS.has(word) && (opens || words.length === 1 || words.length < part.length);
    const isOwn =
      (OWN_START.test(words[0]?.text ?? '') && isTail(words.slice(1))) ||
      (words.length > 1 && OWN_FIGURE.test(words[0]?.text ?? '')) ||
      (HEADS_OFFICE.has(word) && /^(?:of|for)$/.test(words[1]?.text ?? '')) ||
      (words.length > 1 && OF_COUNTRY.test(words[0]?.text ?? '') && isTradeOnly(words.slice(1)));
    if (isOwn || (!common && !ARTICLES.has(word) && !NOT_PARTIES.has(word) && !/^\d/.test(word))) break;
    words = words.slice(1);
  }
  for (const size of [2, 1]) {
    const place = words.slice(0, size);
    const rest = words.slice(size);
    if (rest.length === 0 || !PLACES.has(place.map(bare).join(' '))) continue;
    if (knownParty(rest.map((word) => word.text).join(' '))) {
      words = rest;
      break;
    }
  }
  // "French VC Mill": what it is and where, before its name.
  if (words.length > 2 && PLACES.has(bare(words[0] as Word)) && OF_TRADE.test(words[1]?.text ?? ''))
    words = words.slice(2);
  const start = words[0]?.start;
  if (start === undefined) return undefined;
  const name = withoutLegalForm(joined());
  return isPossibleName(name)
    ? { name, key: name.toLowerCase(), start, end: start + name.length, titled }
    : undefined;
}

/** Capitals or a figure that are a name with what stands behind them, and not the trade's own acronyms. */
const OWN_START = /^(?!(?:AI|IT|US|UK|EU|VC|TV|UN|HR|PR)\b)(?:\p{Lu}{2,}(?!\p{L})|\d)/u;
/** Capitals for a trade, as an adjective. */
const OF_TRADE = /^(?:VC|PE|AI|EV|IT|SaaS|B2B|B2C|HR)$/;
/** A figure and capitals that begin a name: "3T Biosciences", "4D Pharma"; not the generations of a network. */
const OWN_FIGURE = /^(?![2-6]G$)\d{1,2}\p{Lu}|^MM$|^\d{1,3}x$/u;
/** "Bank of Harrow", "Institute for Milling": without its first word the name is another. */
const HEADS_OFFICE = new Set(
  'bank university institute institution foundation college school society association corporation agency council centre center'.split(
    ' ',
  ),
);
/** "U.S. Genomics": what is left would be no name. */
const OF_COUNTRY = /^U\.[SK]\.$/;
const isTradeOnly = (words: readonly Word[]): boolean =>
  words.every((word) => GENERIC_TAIL.has(bare(word)) || TRADE_TAIL.has(bare(word)));
/** "API Holdings", "0G Labs": what is left would be no name. */
const isTail = (words: readonly Word[]): boolean =>
  words.length > 0 && words.every((word) => GENERIC_TAIL.has(bare(word)));

const withoutLegalForm = (name: string): string => name.replace(LEGAL_SUFFIX, '').trim();

function isPossibleName(name: string): boolean {
  const lower = name.toLowerCase();
  if (name.length < 2 || lower.length === 0) return false;
  if (knownParty(name) !== undefined) return true;
  if (PLACES.has(lower) || NOT_PARTIES.has(lower) || COMMON_WORDS.has(lower) || TRADE_TAIL.has(lower))
    return false;
  const words = lower.split(' ');
  if (
    !(words.length > 1 && OWN_START.test(name)) &&
    !(words.length > 2 && INVESTOR_WORDS.has(words.at(-1) ?? '')) &&
    words.every(
      (word) =>
        PLACES.has(word) ||
        NOT_PARTIES.has(word) ||
        COMMON_WORDS.has(word) ||
        TITLES.has(word) ||
        GENERIC_TAIL.has(word),
    )
  )
    return false;
  if (/^series\b/.test(lower) || /^(?:phase|tranche|form|part|planner|fy)\b.{0,6}$/.test(lower)) return false;
  if (/^\p{L}?\d+$/u.test(name) || /^[A-Z]{1,3}\d{2,}/.test(name) || /^[A-Z]+-\d+$/.test(name)) return false;
  return (
    / (?:family office|investment (?:authority|council|corporation))$/.test(lower) ||
    !words.some((word) => AUTHORITY_WORDS.has(word))
  );
}

const lastWordIn = (name: string, words: ReadonlySet<string>): boolean =>
  name
    .toLowerCase()
    .split(/[ -]/)
    .some((word) => words.has(word));

export const looksLikeInvestor = (name: string): boolean =>
  lastWordIn(name, INVESTOR_WORDS) || lastWordIn(name, BANK_WORDS);

/** "Yuri Milner", "Ana B. Ruiz": a common given name before one or two plain words that name no firm. */
export function looksLikePerson(name: string): boolean {
  const words = name.split(' ');
  if (words.length < 2 || words.length > 3 || !GIVEN_NAMES.has(words[0]?.toLowerCase() ?? '')) return false;
  return (
    words.slice(1).every((word) => /^(?:\p{Lu}\.?|\p{Lu}[\p{Ll}'’]+(?:-?\p{Lu}\p{Ll}+)*)$/u.test(word)) &&
    !FIRM_WORDS.has(words.at(-1)?.toLowerCase() ?? '')
  );
}

/** Last words of firms that begin with somebody's name. */
const FIRM_WORDS = new Set(
  'health healthcare therapeutics bio biosciences labs lab ai robotics energy motors foods medical pharma technologies technology software systems networks security games studios pay financial insurance aerospace energy power brands group industries company street bank chase stanley schwab lynch price sachs fargo'.split(
    ' ',
  ),
);
