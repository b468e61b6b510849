import type { TextWriter } from '../html/text-writer.ts';

const QUOTED = /^\s{0,3}>/;
const SIGNATURE = /^--\s?$/;
const FORWARDED =
  /^(?:-{2,}|_{2,}|begin)\s*forwarded message|^-{3,}\s*(?:weitergeleitete nachricht|message transféré|転送メッセージ)|^begin forwarded message:/i;
const REPLIED =
  /^(?:-{3,}\s*(?:original message|ursprüngliche nachricht|message d'origine)\s*-{3,}|_{20,})\s*$|^(?:from|von|de):\s.{1,200}$/i;
const WROTE = /^(?:on|am|le|el)\s.{5,300}\s(?:wrote|schrieb|écrit|escribió)\s?:?.{0,40}$/i;
const LONG_WROTE = /^(?:on|am|le|el)\s.{5,200}$/i;
const COPIED_FIELD = /^\*?(?:from|sent|date|to|cc|subject|reply-to|von|gesendet|an|betreff)\*?:\s/i;

/** Lines are wrapped where none is longer than this, and a line this long at least goes on in the next. */
const WRAP = 100;
const FULL = 55;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/**
 * Writes what a mail in plain text says: quotations of the mails it answers, signatures and the fields copied into a
 * forwarded mail left out, and lines that were wrapped put together again.
 */
export function writePlainBody(source: string, writer: TextWriter): void {
  const lines = saidLines(source);
  const isWrapped = lines.every(({ words }) => words.length <= WRAP);
  for (const [index, line] of lines.entries()) {
    if (line.words.trim() === '') continue;
    writer.write(line.start, line.end);
    const next = lines[index + 1];
    const goesOn =
      isWrapped &&
      next !== undefined &&
      next.words.trim() !== '' &&
      (line.words.endsWith(' ') || line.words.length >= FULL) &&
      !/^\s*(?:[-*•–]|\d{1,2}[.)])\s|\|/.test(next.words);
    if (goesOn) writer.write(line.end, next.start);
    else writer.put('\n');
  }
}

function saidLines(source: string): Line[] {
  const lines = linesOf(source);
  const said: Line[] = [];
  let isForwarded = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const words = line.words.trimEnd();
    if (SIGNATURE.test(line.words)) break;
    if (FORWARDED.test(words)) {
      isForwarded = true;
      while (at + 1 < lines.length && isCopied(lines[at + 1])) at += 1;
      continue;
    }
    if (isForwarded && said.length === 0 && COPIED_FIELD.test(words)) continue;
    if (REPLIED.test(words) && !isForwarded && answersAt(lines, at)) break;
    if (QUOTED.test(words) || WROTE.test(words)) continue;
    if (
      LONG_WROTE.test(words) &&
      /(?:wrote|schrieb|écrit|escribió)\s?:$/i.test(lines[at + 1]?.words.trim() ?? '')
    ) {
      at += 1;
      continue;
    }
    said.push(line);
  }
  return said;
}

/** "From:" begins the mail that is answered when the fields of one follow. */
function answersAt(lines: readonly Line[], at: number): boolean {
  const next = lines.slice(at, at + 5).filter(({ words }) => COPIED_FIELD.test(words));
  return next.length >= 3;
}

const isCopied = (line: Line | undefined): boolean =>
  line !== undefined && (line.words.trim() === '' || COPIED_FIELD.test(line.words.trim()));

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < source.length; ) {
    const stop = source.indexOf('\n', start);
    const next = stop < 0 ? source.length : stop;
    const end = next > start && source.charCodeAt(next - 1) === 13 ? next - 1 : next;
    lines.push({ start, end, words: source.slice(start, end) });
    start = next + 1;
  }
  return lines;
}
