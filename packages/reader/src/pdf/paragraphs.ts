import { hull, median, type Row } from './page.ts';

/** Rows that are read as one line of text: a paragraph of prose, or the one row of a table. */
export interface Paragraph {
  readonly rows: readonly Row[];
  /** A row of cells is never joined to another. */
  readonly isTableRow: boolean;
}

const BULLET = /^\s*(?:[•‣▪●◦–—*-]\s|\(?(?:\d{1,2}|[a-hivx])[.)]\s)/;

/** The rows of one block put together to paragraphs: by spacing, indent, size, and lines that end before the margin. */
export function paragraphsOf(rows: readonly Row[]): Paragraph[] {
  if (rows.length === 0) return [];
  const [left, , right] = hull(rows.map(({ box }) => box));
  const steps = rows.slice(1).map((row, index) => row.box[3] - (rows[index]?.box[3] ?? 0));
  const usualStep = median(steps.filter((step) => step > 0));
  const paragraphs: { rows: Row[]; isTableRow: boolean }[] = [];
  for (const [index, row] of rows.entries()) {
    const isTableRow = row.pieces.length > 1;
    const last = paragraphs.at(-1);
    const before = rows[index - 1];
    const goesOn =
      last !== undefined &&
      before !== undefined &&
      !isTableRow &&
      !last.isTableRow &&
      isNext(before, row, { left, right, usualStep });
    if (goesOn) last.rows.push(row);
    else paragraphs.push({ rows: [row], isTableRow });
  }
  return paragraphs;
}

interface Measure {
  readonly left: number;
  readonly right: number;
  /** From one line to the next, in points. */
  readonly usualStep: number;
}

function isNext(before: Row, row: Row, { left, right, usualStep }: Measure): boolean {
  const size = Math.max(before.fontSize, row.fontSize);
  if (Math.abs(before.fontSize - row.fontSize) > 0.1 * size) return false;
  const step = row.box[3] - before.box[3];
  if (step > 2.2 * size || step > Math.max(1.3 * usualStep, 1.1 * size)) return false;
  if (BULLET.test(firstWords(row))) return false;
  const isIndented = row.box[0] > left + size && before.box[0] < left + size;
  if (isIndented && row.box[0] - before.box[0] > size) return false;
  if (/[\p{L},;&-]$/u.test(lastWords(before)) && /^\p{Ll}/u.test(firstWords(row))) return true;
  // A line that ends early although the next word had room ends its paragraph.
  const room = right - before.box[2];
  return room < Math.max(wordWidth(row), 0.6 * size) + size / 2 || room < (right - left) * 0.05;
}

/**
 * Whether a paragraph at the end of a column or page goes on at the start of the next: it stops inside of a sentence,
 * and what follows does not begin one.
 */
export function goesOnAfterBreak(end: Paragraph, start: Paragraph): boolean {
  const [last, first] = [end.rows.at(-1), start.rows[0]];
  if (last === undefined || first === undefined || end.isTableRow || start.isTableRow) return false;
  if (Math.abs(last.fontSize - first.fontSize) > 0.1 * last.fontSize) return false;
  const [stops, starts] = [lastWords(last), firstWords(first)];
  if (!/[\p{L}\p{N},;$€£¥&-]$/u.test(stops) || BULLET.test(starts)) return false;
  // A line alone may be a heading; then only what cannot begin a sentence goes on from it.
  return end.rows.length > 1 ? /^[\p{L}\p{N}$€£¥(“"]/u.test(starts) : /^[\p{Ll}$€£¥(]/u.test(starts);
}

const firstWords = ({ pieces }: Row): string =>
  pieces[0]?.items
    .slice(0, 3)
    .map(({ text }) => text)
    .join(' ') ?? '';

const lastWords = ({ pieces }: Row): string => pieces.at(-1)?.items.at(-1)?.text ?? '';

/** How wide the first word of a row is, by the even spread of its item's letters. */
function wordWidth({ pieces }: Row): number {
  const item = pieces[0]?.items[0];
  if (item === undefined) return 0;
  const word = /^\S+/.exec(item.text.trimStart())?.[0] ?? '';
  return ((item.box[2] - item.box[0]) * word.length) / Math.max(1, item.text.length);
}
