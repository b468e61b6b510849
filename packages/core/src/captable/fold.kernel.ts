import type { EventColumns } from './event-columns.kernel.ts';

/** Rows between two checkpoints. */
const SPACING = 2 ** 12;

/** Adds rows `from` to `to` to the totals of their positions. */
export function foldRows(
  totals: Float64Array,
  { position, delta }: EventColumns,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1) {
    const at = position[row] as number;
    totals[at] = (totals[at] as number) + (delta[row] as number);
  }
}

/**
 * The totals of all positions after every 2^12 rows, made when they are first wanted, so that a day needs one copy
 * and less than 2^12 additions. A change of the rows drops the checkpoints after it, and no others.
 */
export class Checkpoints {
  private readonly totals: Float64Array[] = [];

  /** The totals of the positions after so many rows, written into an array of one place per position. */
  after(rows: EventColumns, count: number, into: Float64Array): Float64Array {
    const wanted = Math.floor(count / SPACING);
    for (let known = this.totals.length; known < wanted; known += 1) {
      const next = new Float64Array(into.length);
      this.copy(known, next);
      foldRows(next, rows, known * SPACING, (known + 1) * SPACING);
      this.totals.push(next);
    }
    this.copy(wanted, into);
    foldRows(into, rows, wanted * SPACING, count);
    return into;
  }

  /** Rows from this one on have changed. */
  dropFrom(row: number): void {
    this.totals.length = Math.min(this.totals.length, Math.floor(row / SPACING));
  }

  /** Positions that are newer than the checkpoint had nothing then. */
  private copy(checkpoint: number, into: Float64Array): void {
    const totals = this.totals[checkpoint - 1];
    if (totals !== undefined) into.set(totals);
    into.fill(0, totals?.length ?? 0);
  }
}
