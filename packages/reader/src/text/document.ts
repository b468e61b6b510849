import { type PlainDate, parsePlainDate, plainDateOf } from '@tranche/core/time';
import { datelineLength } from './dateline.ts';
import { isFurniture } from './furniture.ts';

/** A line of the stored text; offsets count UTF-16 code units, the line break left out. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly kind: 'prose' | 'item' | 'row' | 'blank' | 'furniture';
}

/** A text taken apart: what heads it, what its header says of itself, and the lines of its body. */
export interface DocumentParts {
  readonly title: string;
  /** Where the headline stands; a body without one has the range `[0, 0)`. */
  readonly headline: { readonly start: number; readonly end: number };
  readonly published?: PlainDate;
  readonly publisher?: string;
  readonly body: readonly Line[];
}

const HEADER_FIELD = /^(published|date|publisher|source|author|byline|url)\s*:\s*(.{1,200})$/i;
const HEADER_REACH = 8;
const TITLE_LIMIT = 250;
const DATELINE_REACH = 200;

/** Splits a text into headline, header fields and body lines. */
export function partsOfDocument(text: string): DocumentParts {
  const lines = splitLines(text);
  let index = lines.findIndex((line) => line.kind !== 'blank');
  if (index < 0) index = 0;
  let headline = { start: 0, end: 0 };
  const first = lines[index];
  if (first !== undefined && isHeadline(text, lines, index)) {
    headline = { start: first.start, end: first.end };
    index += 1;
  }
  const fields = new Map<string, string>();
  for (let seen = 0; seen < HEADER_REACH && index < lines.length; seen += 1, index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const field = HEADER_FIELD.exec(text.slice(line.start, line.end).trim());
    if (field) fields.set((field[1] ?? '').toLowerCase(), (field[2] ?? '').trim());
    else if (line.kind !== 'blank') break;
  }
  const body = lines.slice(index);
  const published = readDay(fields.get('published') ?? fields.get('date')) ?? datelineDay(text, body);
  const publisher = fields.get('publisher') ?? fields.get('source');
  const opening = body.find((line) => line.kind !== 'blank');
  const title =
    headline.end > headline.start
      ? text.slice(headline.start, headline.end).trim()
      : text.slice(opening?.start ?? 0, Math.min(opening?.end ?? 0, (opening?.start ?? 0) + 100)).trim();
  return {
    title,
    headline,
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
    body: body.map((line) => withoutDateline(text, line)),
  };
}

/** Place, day and agency before a report are said of the report, not in it. */
function withoutDateline(text: string, line: Line): Line {
  if (line.kind !== 'prose') return line;
  const length = datelineLength(text.slice(line.start, Math.min(line.end, line.start + DATELINE_REACH)));
  return length === 0 || line.start + length >= line.end ? line : { ...line, start: line.start + length };
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    lines.push({ start, end: stop, kind: kindOf(text.slice(start, Math.min(stop, start + 400))) });
    start = end + 1;
  }
  return lines;
}

function kindOf(line: string): Line['kind'] {
  const trimmed = line.trim();
  if (trimmed === '') return 'blank';
  if (isFurniture(trimmed)) return 'furniture';
  if (/\|.*\||\t.*\t/.test(trimmed)) return 'row';
  if (/^(?:[-–*•・■▪◦‣]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)])\s*\S/i.test(trimmed)) return 'item';
  return 'prose';
}

/** A first line heads the text when it is short, stands alone and does not end like a sentence. */
function isHeadline(text: string, lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined || line.kind !== 'prose') return false;
  const words = text.slice(line.start, line.end).trim();
  if (words.length > TITLE_LIMIT || HEADER_FIELD.test(words)) return false;
  if (next === undefined) return false;
  const aside = next.kind === 'blank' || HEADER_FIELD.test(text.slice(next.start, next.end).trim());
  return aside && !/[.!]["”’)]?$/.test(words);
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const LONG_DAY = new RegExp(
  `\\b(?:(${MONTH})\\.? (\\d{1,2}),? (\\d{4})|(\\d{1,2})\\.? (${MONTH})\\.? (\\d{4}))\\b`,
  'i',
);

function readDay(text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined;
  const iso = /\d{4}-\d{2}-\d{2}/.exec(text);
  if (iso) {
    const read = parsePlainDate(iso[0]);
    return read.ok ? read.value : undefined;
  }
  const long = LONG_DAY.exec(text);
  if (!long) return undefined;
  const name = (long[1] ?? long[5] ?? '').slice(0, 3).toLowerCase();
  const month = MONTHS.findIndex((one) => one.startsWith(name)) + 1;
  const day = Number(long[2] ?? long[4]);
  const read = parsePlainDate(plainDateOf(Number(long[3] ?? long[6]), month, day));
  return read.ok ? read.value : undefined;
}

/** "PARIS, 9 September 2025 - ...": a place, a full date and a dash open the body. */
function datelineDay(text: string, body: readonly Line[]): PlainDate | undefined {
  const opening = body.find((line) => line.kind === 'prose');
  if (opening === undefined) return undefined;
  const start = text.slice(opening.start, Math.min(opening.end, opening.start + DATELINE_REACH));
  const dash = /\s[-–—]+\s/.exec(start);
  return dash ? readDay(start.slice(0, dash.index)) : undefined;
}
