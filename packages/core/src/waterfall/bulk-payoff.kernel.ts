import { invariant } from '../result/index.ts';
import type { PayoffTable } from './payoff.ts';
import {
  assembleLoops,
  BUCKET_SHIFT,
  type LoopLayout,
  type PayoffLoops,
  ROW,
  rowBytesOf,
  TALLIES,
} from './payoff-loop.kernel.ts';

/** Exits worked on at a time, so that their payouts stay in the processor's cache. */
const BLOCK = 256;

/**
 * A payoff table in floating numbers, for very many exits: each number of the table is rounded once from the exact
 * one, and a payout is `paid + slope × (exit − start)`, so it is within 1e-15 of the exit or so. Exits are at least
 * zero. For answers that are shown, `payoffAt` is exact.
 */
export class BulkPayoff {
  private constructor(
    /** Claimants, in the order of the columns. */
    readonly ids: readonly string[],
    /** Segments of the table, each a view of its row in the memory of the loops. */
    private readonly rows: readonly Float64Array[],
    private readonly loops: PayoffLoops,
    /** Where exits and payouts of a block lie in that memory. */
    private readonly exitsAt: number,
    private readonly payoutsAt: number,
  ) {}

  static of({ segments }: PayoffTable): BulkPayoff {
    const ids = [...(segments[0]?.weights.keys() ?? [])];
    const columns = ids.length;
    const starts = segments.map(({ from }) => from.toApproximateNumber());
    const { firstBucket, hints } = hintsOf(starts);
    const rowBytes = rowBytesOf(columns);
    const rowsAt = 16 * Math.ceil(hints.length / 4);
    const exitsAt = rowsAt + rowBytes * starts.length;
    const payoutsAt = exitsAt + 8 * BLOCK;
    const layout: LoopLayout = {
      hints: 0,
      firstBucket,
      lastBucket: firstBucket + hints.length - 1,
      rowBytes,
      columns,
      size: payoutsAt + 8 * (BLOCK * columns + 1),
    };
    const loops = assembleLoops(layout);
    new Int32Array(loops.memory).set(hints.map((row) => rowsAt + row * rowBytes));
    const rows = segments.map(({ weights, payouts }, index) => {
      const row = new Float64Array(loops.memory, rowsAt + index * rowBytes, rowBytes / 8);
      row[ROW.start] = starts[index] as number;
      row[ROW.next] = starts[index + 1] ?? Number.POSITIVE_INFINITY;
      for (const [column, id] of ids.entries()) {
        row[slopeAt(column)] = weights.get(id)?.toApproximateNumber() ?? 0;
        row[paidAt(column)] = payouts.get(id)?.toApproximateNumber() ?? 0;
      }
      return row;
    });
    return new BulkPayoff(ids, rows, loops, exitsAt, payoutsAt);
  }

  /** The payouts of all claimants for each exit, exit by exit: `payouts[exit × claimants + claimant]`. */
  payouts(exits: Float64Array, payouts = new Float64Array(exits.length * this.ids.length)): Float64Array {
    const columns = this.ids.length;
    invariant(payouts.length === exits.length * columns, 'a payout for each exit and claimant');
    const found = new Float64Array(this.loops.memory, this.payoutsAt, BLOCK * columns);
    this.inBlocks(exits, (start, count, end) => {
      this.loops.pay(this.exitsAt, end, this.payoutsAt);
      payouts.set(count === BLOCK ? found : found.subarray(0, count * columns), start * columns);
    });
    return payouts;
  }

  /** The mean payout of each claimant: one pass that counts and adds exits by segment, whatever the number of claimants. */
  means(exits: Float64Array): Float64Array {
    for (const row of this.rows) row.fill(0, ROW.tallies, ROW.columns);
    this.inBlocks(exits, (_start, _count, end) => this.loops.tally(this.exitsAt, end, 0));
    const totals = new Float64Array(this.ids.length);
    for (const row of this.rows) {
      let [count, excess] = [0, 0];
      for (let tally = 0; tally < TALLIES; tally += 1) {
        count += row[ROW.tallies + 2 * tally] as number;
        excess += row[ROW.tallies + 2 * tally + 1] as number;
      }
      for (let column = 0; column < totals.length; column += 1) {
        const paid = count * (row[paidAt(column)] as number) + excess * (row[slopeAt(column)] as number);
        totals[column] = (totals[column] as number) + paid;
      }
    }
    return totals.map((total) => total / exits.length);
  }

  /** Brings the exits block by block into the memory of the loops. */
  private inBlocks(exits: Float64Array, work: (start: number, count: number, end: number) => void): void {
    const given = new Float64Array(this.loops.memory, this.exitsAt, BLOCK);
    for (let start = 0; start < exits.length; start += BLOCK) {
      const block = exits.subarray(start, start + BLOCK);
      given.set(block);
      work(start, block.length, this.exitsAt + 8 * block.length);
    }
  }
}

const slopeAt = (column: number): number => ROW.columns + 4 * (column >> 1) + (column & 1);
const paidAt = (column: number): number => slopeAt(column) + 2;

/** For each bucket from the first, the last segment that starts at or below all its numbers; the ends stand for all beyond. */
function hintsOf(starts: readonly number[]): { readonly firstBucket: number; readonly hints: Int32Array } {
  const buckets = starts.slice(1).map(bucketOf);
  const firstBucket = (buckets[0] ?? 1) - 1;
  const hints = new Int32Array((buckets.at(-1) ?? firstBucket) - firstBucket + 2);
  let row = 0;
  for (let index = 1; index < hints.length; index += 1) {
    const lowest = lowestOf(firstBucket + index);
    while (row + 1 < starts.length && (starts[row + 1] as number) <= lowest) row += 1;
    hints[index] = row;
  }
  return { firstBucket, hints };
}

const view = new DataView(new ArrayBuffer(8));

/** The leading bits of a number of at least zero; they rise with it. */
function bucketOf(value: number): number {
  view.setFloat64(0, value);
  return view.getUint32(0) >>> BUCKET_SHIFT;
}

/** The least number of a bucket. */
function lowestOf(bucket: number): number {
  view.setUint32(0, bucket << BUCKET_SHIFT);
  view.setUint32(4, 0);
  return view.getFloat64(0);
}
