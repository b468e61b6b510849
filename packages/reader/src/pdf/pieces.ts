import { hull, type PdfItem, type PdfPage, type Piece, type Row } from './page.ts';

/** Wider gaps, in sizes of the font, are those between columns and cells. */
const CELL_GAP = 0.95;
/** Narrower ones are between letters of a word. */
export const WORD_GAP = 0.13;

/** Boxes of which one covers more than half the height of the other stand on one line. */
function onOneLine([, top, , bottom]: PdfItem['box'], [, otherTop, , otherBottom]: PdfItem['box']): boolean {
  const shared = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
  return shared > Math.min(bottom - top, otherBottom - otherTop) / 2;
}

/** The items of a page put together to pieces, from top to bottom and from left to right. */
export function piecesOf({ number, items }: PdfPage): Piece[] {
  const trimmed = items.flatMap((item) => trim(item) ?? []);
  return linesOf(trimmed).flatMap((line) => cutAtGaps(line, number));
}

/** An item without the blanks around it; the gap they leave says the same. Undefined when nothing is left. */
function trim(item: PdfItem): PdfItem | undefined {
  const { text, box } = item;
  const inside = text.trim();
  if (inside === '') return undefined;
  if (inside.length === text.length) return { ...item, text: text.replace(/\s/g, ' ') };
  const [left, top, right, bottom] = box;
  const width = (right - left) / text.length;
  const from = left + width * (text.length - text.trimStart().length);
  return {
    ...item,
    text: inside.replace(/\s/g, ' '),
    box: [from, top, from + width * inside.length, bottom],
  };
}

/** Pieces that stand side by side, as rows from top to bottom. */
export const rowsOf = (pieces: readonly Piece[]): Row[] =>
  linesOf(pieces).map((line) => ({
    pieces: line,
    box: hull(line.map(({ box }) => box)),
    fontSize: Math.max(...line.map(({ fontSize }) => fontSize)),
  }));

/** Grouped by their height on the page, top first; each group from left to right. */
function linesOf<T extends { readonly box: PdfItem['box'] }>(things: readonly T[]): T[][] {
  const lines: T[][] = [];
  const byHeight = things.toSorted((one, other) => one.box[3] - other.box[3] || one.box[0] - other.box[0]);
  for (const thing of byHeight) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line !== undefined && first !== undefined && onOneLine(first.box, thing.box)) line.push(thing);
    else lines.push([thing]);
  }
  return lines.map((line) => line.sort((one, other) => one.box[0] - other.box[0]));
}

function cutAtGaps(line: readonly PdfItem[], page: number): Piece[] {
  const pieces: PdfItem[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const item of line) {
    const last = pieces.at(-1);
    if (last === undefined || item.box[0] - end > CELL_GAP * item.fontSize) pieces.push([item]);
    else if (!isShadow(last.at(-1), item)) last.push(item);
    end = Math.max(end, item.box[2]);
  }
  return pieces.map((of) => pieceOf(of, page));
}

export const pieceOf = (items: readonly PdfItem[], page: number): Piece => ({
  page,
  items,
  box: hull(items.map(({ box }) => box)),
  fontSize: Math.max(...items.map(({ fontSize }) => fontSize)),
  length: items.reduce((sum, { text }) => sum + text.length, 0),
});

/** The same words printed twice with a small shift look bold. */
const isShadow = (before: PdfItem | undefined, item: PdfItem): boolean =>
  before !== undefined && before.text === item.text && Math.abs(before.box[0] - item.box[0]) < 2;
