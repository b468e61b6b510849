import { IRREGULAR_NAMES } from './gazetteer.ts';

/** A run of capitalised words: what may be a name. `opens` when the words begin a sentence, where capitals say little. */
export interface CapitalRun {
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
}

const WORD = `(?:U\\.[SK]\\.(?= \\p{Lu}\\p{Ll})|\\d{1,2}\\p{Lu}(?:(?:\\p{Lu}+|\\p{Ll}{2,})(?![\\p{L}\\d])|(?= \\p{Lu}\\p{Ll}))|(?<!Series )\\p{Lu}\\.(?= \\p{Lu})|(?:\\p{Lu}|\\p{Ll}{1,2}\\p{Lu})[\\p{L}\\p{N}]*(?:[.&](?=[\\p{L}\\p{N}])[\\p{L}\\p{N}]+|-(?:\\p{Lu}|\\d)[\\p{L}\\p{N}]*|-\\p{Ll}{1,2}(?!\\p{L}))*|(?:[’']\\p{Lu}[\\p{L}]+))`;
const HEAD_OF =
  '(?:Bank|Commission|Registrar|University|Ministry|Department|Board|Registry|Bureau|House|Institute|Institution|Foundation|Cent(?:er|re)|College|School|Association|Society|Corporation|Agency|Council)';
const REST = `(?: (?:& )?(?:${WORD}|\\d{1,2}(?![\\d%]|,\\d|\\.\\d| (?:million|billion|crore|lakh|percent|per)))|(?<=${HEAD_OF}) (?:of|for) (?:the )?${WORD}(?:(?: and)? (?:\\p{Lu}\\p{Ll}+)){0,3})`;
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
    RUN_AT.lastIndex = at;
    if (!RUN_AT.test(line)) continue;
    const stop = RUN_AT.lastIndex;
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
