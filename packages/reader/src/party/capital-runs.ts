import { IRREGULAR_NAMES } from './gazetteer.ts';

/** A run of capitalised words: what may be a name. `opens` when the words begin a sentence, where capitals say little. */
export interface CapitalRun {
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
}

const WORD = `(?:\\d{1,2}\\p{Lu}(?:\\p{Lu}+|\\p{Ll}{2,})(?![\\p{L}\\d])|(?<!Series )\\p{Lu}\\.(?= \\p{Lu})|(?:\\p{Lu}|\\p{Ll}{1,2}\\p{Lu})[\\p{L}\\p{N}]*(?:[.&](?=[\\p{L}\\p{N}])[\\p{L}\\p{N}]+|-(?:\\p{Lu}|\\d)[\\p{L}\\p{N}]*|-\\p{Ll}{1,2}(?!\\p{L}))*|(?:[’']\\p{Lu}[\\p{L}]+))`;
const HEAD_OF = '(?:Bank|Commission|Registrar|University|Ministry|Department|Board|Registry|Bureau|House)';
const REST = `(?: (?:& )?(?:${WORD}|\\d{1,2}(?![\\d,%]|\\.\\d| (?:million|billion|crore|lakh|percent|per)))|(?<=${HEAD_OF}) (?:of|for) (?:the )?${WORD})`;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]");
const IRREGULAR = [...IRREGULAR_NAMES]
  .sort((one, other) => other.length - one.length)
  .map(escaped)
  .join('|');
const RUN = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:${IRREGULAR})(?![\\p{L}\\p{N}])|${WORD}${REST}{0,7})`, 'gu');
const OPENING = /(?:^|[.!?:;■•・*(]|["“‘]|^\s*[-–])\s*$/u;

/** The runs in `[start, end)` of a text, which must lie within one line. */
export function capitalRuns(text: string, start: number, end: number): CapitalRun[] {
  const line = text.slice(start, end);
  const runs: CapitalRun[] = [];
  for (const match of line.matchAll(RUN)) {
    const before = line.slice(Math.max(0, match.index - 4), match.index);
    runs.push({
      start: start + match.index,
      end: start + match.index + match[0].length,
      opens: match.index === 0 || OPENING.test(before),
    });
  }
  return runs;
}
