import { IRREGULAR_NAMES } from './gazetteer.ts';

/** A run of capitalised words: what may be a name. `opens` when the words begin a sentence, where capitals say little. */
export interface CapitalRun {
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
}

const WORD = `(?:U\\.[SK]\\.(?= \\p{Lu}\\p{Ll})|\\d{1,2}(?!(?:m|k|b|bn|mn|am|pm|th|st|nd|rd|cr|d|h|g|kg|km|mm|cm|p|c|s|y)(?!\\p{L}))\\p{Ll}{1,2}(?= \\p{Lu}\\p{Ll})|\\d{1,3}x(?= \\p{Lu}\\p{Ll})|[OD][’']\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?|\\d{1,2}\\p{Lu}(?:(?:\\p{Lu}+|\\p{Ll}{2,})(?![\\p{L}\\d])|(?= \\p{Lu}\\p{Ll}))|(?<!Series )\\p{Lu}\\.(?= \\p{Lu})|(?:\\p{Lu}|\\p{Ll}{1,2}\\p{Lu})[\\p{L}\\p{N}]*(?:[.&](?=[\\p{L}\\p{N}])[\\p{L}\\p{N}]+|-(?:\\p{Lu}|\\d)[\\p{L}\\p{N}]*|-\\p{Ll}{1,2}(?!\\p{L}))*|(?:[’']\\p{Lu}[\\p{L}]+))`;
const HEAD_OF =
  '(?:Bank|Commission|Registrar|University|Ministry|Department|Board|Registry|Bureau|House|Institute|Institution|Foundation|Cent(?:er|re)|College|School|Association|Society|Corporation|Agency|Council)';
const TRADE_AND =
  '(?:Investment|Management|Research|Trading|Development|Trust|Finance|Securities|Insurance|Engineering|Savings|Exploration|Production)';
/** Up to the word that only ends the name of a firm. */
const TO_FIRM = '(?=(?: \\p{Lu}\\p{L}+){0,3} (?:Company|Corporation|Corp|LLC|Ltd|Limited|Inc)(?!\\p{L}))';
/** Offices are "for X and Y"; what stands behind a bank's or a university's place is another name. */
const OFFICE = '(?<!(?:Bank|University|House|College|School) of (?:the )?[^ ]{1,40})(?: and)?';
const REST = `(?: and ${TRADE_AND}${TO_FIRM}| (?:& )?(?:${WORD}|\\d{1,2}(?![\\d%]|,\\d|\\.\\d| (?:million|billion|crore|lakh|percent|per)))|(?<=${HEAD_OF}) (?:of|for) (?:the )?${WORD}(?:${OFFICE} (?:\\p{Lu}\\p{Ll}+)){0,3})`;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]");
const IRREGULAR = [...IRREGULAR_NAMES]
  .sort((one, other) => other.length - one.length)
  .map(escaped)
  .join('|');
/** A run that begins just here. */
const RUN_AT = new RegExp(`(?:(?:${IRREGULAR})(?![\\p{L}\\p{N}])|${WORD}${REST}{0,7})`, 'uy');
const OPENING = /(?:^|[.!?:;■•・*(]|["“‘]|^\s*[-–])\s*$/u;
/** "Frankfurt— ": where a report was filed opens its first line. */
const DATELINE = /^\p{Lu}[\p{L}.]+(?:,? \p{Lu}[\p{L}.]+){0,3} ?[—–-]{1,2} $/u;
const DATELINE_REACH = 40;

/** The runs in `[start, end)` of a text, which must lie within one line. */
export function capitalRuns(text: string, start: number, end: number): CapitalRun[] {
  const line = text.slice(start, end);
  const runs: CapitalRun[] = [];
  let inWord = false;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    const isPart = isWordPart(code, line, at);
    if (!isPart || inWord || !mayBegin(code, line, at)) {
      inWord = isPart;
      continue;
    }
    inWord = true;
    const stop = plainRunEnd(line, at) ?? anyRunEnd(line, at);
    if (stop === undefined) continue;
    runs.push({
      start: start + at,
      end: start + stop,
      opens:
        at === 0 ||
        OPENING.test(line.slice(Math.max(0, at - 4), at)) ||
        (at < DATELINE_REACH && DATELINE.test(line.slice(0, at))),
    });
    at = stop - 1;
    inWord = isWordPart(line.charCodeAt(at), line, at);
  }
  return runs;
}

function anyRunEnd(line: string, at: number): number | undefined {
  RUN_AT.lastIndex = at;
  return RUN_AT.test(line) ? RUN_AT.lastIndex : undefined;
}

/**
 * Where a run ends that is of words of plain letters alone, as most are; undefined where anything stands in or behind it
 * that wants the whole grammar.
 */
function plainRunEnd(line: string, from: number): number | undefined {
  if (!isCapital(line.charCodeAt(from))) return undefined;
  let at = from;
  for (let words = 1; ; words += 1) {
    const start = at;
    at += 1;
    while (isAlphanumeric(line.charCodeAt(at))) at += 1;
    if (words === 1 && IRREGULAR_WORDS.has(line.slice(start, at))) return undefined;
    const code = line.charCodeAt(at);
    if (at === line.length || code === COMMA || code === CLOSING || (code === DOT && at === line.length - 1))
      return at - start > 1 || code !== DOT ? at : undefined;
    if (code !== BLANK) return undefined;
    const next = line.charCodeAt(at + 1);
    if (isSmall(next)) {
      const nextButOne = line.charCodeAt(at + 2);
      if (line.startsWith(' and ', at) && AND_TRADE.test(line.slice(at, at + AND_REACH))) return undefined;
      const goesOn = isCapital(nextButOne) || isCapital(line.charCodeAt(at + 3)) || !isPlain(nextButOne);
      return goesOn || ((next === SMALL_O || next === SMALL_F) && HEADS.test(line.slice(start, at)))
        ? undefined
        : at;
    }
    if (!isCapital(next) || words > MOST_PLAIN) return undefined;
    at += 1;
  }
}
const isAlphanumeric = (code: number): boolean => isSmall(code) || isCapital(code) || isDigit(code);
const [BLANK, CLOSING, COMMA, DOT, SMALL_F, SMALL_O] = [32, 41, 44, 46, 102, 111];
const MOST_PLAIN = 7;
/** What irregular names begin with, as far as it is plain. */
const IRREGULAR_WORDS: ReadonlySet<string> = new Set(
  IRREGULAR_NAMES.map((name) => /^[A-Za-z\d]*/.exec(name)?.[0] ?? ''),
);
const HEADS = new RegExp(`${HEAD_OF}$`);
/** "Mill and Investment Company": one name. */
const AND_TRADE = new RegExp(`^ and ${TRADE_AND}${TO_FIRM}`, 'u');
const AND_REACH = 80;

const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isPlain = (code: number): boolean => code < 0x80;

/** A letter or a digit, of any script. */
const isWordPart = (code: number, line: string, at: number): boolean =>
  isPlain(code) ? isSmall(code) || isCapital(code) || isDigit(code) : /[\p{L}\p{N}]/u.test(line.charAt(at));

/** Capitals, digits and other scripts may begin a run; small letters only before a capital, or in an irregular name. */
function mayBegin(code: number, line: string, at: number): boolean {
  if (!isSmall(code)) return true;
  const next = line.charCodeAt(at + 1);
  if (!isSmall(next))
    return isCapital(next) || !isPlain(next) || IRREGULAR_STARTS.has(line.slice(at, at + 2));
  return (
    isCapital(line.charCodeAt(at + 2)) ||
    !isPlain(line.charCodeAt(at + 2)) ||
    IRREGULAR_STARTS.has(line.slice(at, at + 2))
  );
}

/** The first two characters of irregular names that begin with a small letter. */
const IRREGULAR_STARTS: ReadonlySet<string> = new Set(
  IRREGULAR_NAMES.filter((name) => /^\p{Ll}/u.test(name)).map((name) => name.slice(0, 2)),
);
