import type { Piece, Row } from './page.ts';
import { pieceOf } from './pieces.ts';

/** Cells of a column begin, or end, at the same place, give or take so many points. */
const ALIGNED = 2;
/** Narrower gaps, in sizes of the font, part words and not cells. */
const LEAST_GAP = 0.35;

/**
 * Rows whose cells stand close together cut where the rows above and below have their cells: a table's column is seen
 * by what begins or ends at one place.
 */
export function withCells(rows: readonly Row[]): Row[] {
  return rows.map((row, index) => {
    const near = [rows[index - 2], rows[index - 1], rows[index + 1], rows[index + 2]].filter(
      (other) => other !== undefined && other.pieces.length > 1,
    );
    if (near.length === 0) return row;
    const starts = near.flatMap((other) => other?.pieces.slice(1).map(({ box }) => box[0]) ?? []);
    const ends = near.flatMap((other) => other?.pieces.slice(1).map(({ box }) => box[2]) ?? []);
    const pieces = row.pieces.flatMap((piece) => cutAt(piece, starts, ends));
    return pieces.length === row.pieces.length ? row : { ...row, pieces };
  });
}

function cutAt(piece: Piece, starts: readonly number[], ends: readonly number[]): Piece[] {
  const cells: Piece['items'][number][][] = [];
  for (const item of piece.items) {
    const last = cells.at(-1);
    const gap = item.box[0] - (last?.at(-1)?.box[2] ?? item.box[0]);
    const isAligned =
      starts.some((start) => Math.abs(start - item.box[0]) <= ALIGNED) ||
      ends.some((end) => Math.abs(end - item.box[2]) <= ALIGNED);
    if (last !== undefined && !(isAligned && gap >= LEAST_GAP * item.fontSize)) last.push(item);
    else cells.push([item]);
  }
  return cells.length === 1 ? [piece] : cells.map((items) => pieceOf(items, piece.page));
}
