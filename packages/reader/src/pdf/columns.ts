import type { Box } from '@tranche/ledger/source';
import { hull, median, type Piece, type Row } from './page.ts';
import { rowsOf } from './pieces.ts';

/** The space between columns, in points, is at least so wide. */
const GUTTER = 7;
/** Columns have at least so many lines, of so many characters; shorter ones are the columns of a table. */
const COLUMN_LINES = 3;
const COLUMN_CHARACTERS = 22;
/** Columns within columns within columns are none. */
const MOST_DEEP = 4;

/** A stretch of the page's width, in points. */
type Stretch = readonly [from: number, to: number];

/**
 * The rows of a page as blocks in reading order. Where an upright gutter parts rows that follow each other, the left
 * column comes whole before the right one; a row that crosses it parts the columns above from those below.
 */
export function blocksOf(rows: readonly Row[], depth = 0): (readonly Row[])[] {
  const blocks: Row[][] = [];
  let isOpen = false;
  for (const band of bandsOf(rows).flatMap(withoutTable)) {
    const columns = depth < MOST_DEEP ? columnsOf(band)?.columns : undefined;
    if (columns !== undefined) {
      blocks.push(...columns.flatMap((column) => blocksOf(column, depth + 1).map((block) => [...block])));
      isOpen = false;
      continue;
    }
    // Rows without columns belong together, whatever gaps they happen to have.
    if (isOpen) blocks.at(-1)?.push(...band);
    else blocks.push([...band]);
    isOpen = true;
  }
  return blocks;
}

interface Band {
  readonly rows: Row[];
  /** Stretches that no row of the band covers. */
  free: readonly Stretch[];
}

/** Rows that follow each other and leave a stretch free in common. */
function bandsOf(rows: readonly Row[]): (readonly Row[])[] {
  if (rows.length === 0) return [];
  const [left, , right] = hull(rows.map(({ box }) => box));
  const bands: Band[] = [];
  for (const row of rows) {
    const last = bands.at(-1);
    const free = freeIn(
      row.pieces.map(({ box }) => box),
      [left, right],
    );
    const common = last === undefined ? [] : inBoth(last.free, free);
    if (last !== undefined && common.length > 0) {
      last.rows.push(row);
      last.free = common;
    } else bands.push({ rows: [row], free });
  }
  return bands.map((band) => band.rows);
}

/** A table below columns, in the room that both leave, is a band of its own, and so is what begins with a heading. */
function withoutTable(band: readonly Row[]): (readonly Row[])[] {
  const gutter = columnsOf(band)?.gutter;
  if (gutter === undefined) return [band];
  const isOneSided = ({ box }: Row): boolean => box[2] <= gutter || box[0] >= gutter;
  const lastShared = band.findLastIndex((row) => !isOneSided(row));
  const cut = band.findIndex((row, index) => {
    const before = band[index - 1];
    if (index <= lastShared || before === undefined) return false;
    return row.pieces.length > 1 || (row.fontSize > 1.1 * before.fontSize && row.box[1] > before.box[3]);
  });
  return cut < 0 ? [band] : [band.slice(0, cut), band.slice(cut)];
}

function freeIn(boxes: readonly Box[], [left, right]: Stretch): Stretch[] {
  const free: Stretch[] = [];
  let from = left;
  for (const [start, , end] of boxes) {
    if (start - from >= GUTTER) free.push([from, start]);
    from = Math.max(from, end);
  }
  if (right - from >= GUTTER) free.push([from, right]);
  return free;
}

const inBoth = (some: readonly Stretch[], others: readonly Stretch[]): Stretch[] =>
  some.flatMap(([from, to]) =>
    others
      .map(([otherFrom, otherTo]): Stretch => [Math.max(from, otherFrom), Math.min(to, otherTo)])
      .filter(([start, end]) => end - start >= GUTTER),
  );

/** The columns of a band, each as rows of its own; undefined when the widest gutter does not part prose from prose. */
function columnsOf(
  band: readonly Row[],
): { readonly gutter: number; readonly columns: readonly (readonly Row[])[] } | undefined {
  const pieces = band.flatMap((row) => row.pieces);
  if (pieces.length < 2 * COLUMN_LINES) return undefined;
  const [left, , right] = hull(pieces.map(({ box }) => box));
  const gutters = band
    .map((row) =>
      freeIn(
        row.pieces.map(({ box }) => box),
        [left, right],
      ),
    )
    .reduce(inBoth)
    .filter(([from, to]) => from > left && to < right)
    .toSorted((one, other) => other[1] - other[0] - (one[1] - one[0]));
  for (const [from, to] of gutters) {
    const middle = (from + to) / 2;
    const one = pieces.filter(({ box }) => box[2] <= middle);
    const other = pieces.filter(({ box }) => box[2] > middle);
    if (isProse(one) && isProse(other)) return { gutter: middle, columns: [rowsOf(one), rowsOf(other)] };
  }
  return undefined;
}

const isProse = (pieces: readonly Piece[]): boolean =>
  pieces.length >= COLUMN_LINES && median(pieces.map(({ length }) => length)) >= COLUMN_CHARACTERS;
