import { invariant } from '../result/index.ts';
import type { PayoffTable } from './payoff.ts';
import {
  assembleLoops,
  BUCKET_SHIFT,
  type PayoffLoops,
  ROW,
  rowBytesOf,
  TALLIES,
} from './payoff-loop.kernel.ts';

/**
 * A payoff table in floating numbers, for very many exits: each number of the table is rounded once from the exact
 * one, and a payout is `paid + slope × (exit − start)`, so it is within 1e-15 of the exit or so. For answers that are
 * shown, `payoffAt` is exact.
 *
 * It is a workspace: write net proceeds of at least zero into `exits`, then ask for payouts or means. Nothing is copied,
 * since the copy would cost as much as the work.
 */
export class BulkPayoff {
  private constructor(
    /** Claimants, in the order of the columns. */
    readonly ids: readonly string[],
    /** What is asked about; as many as the capacity. */
    readonly exits: Float64Array<ArrayBuffer>,
    /** The payouts of the last `pay`, exit by exit: `payouts[exit × claimants + claimant]`. */
    readonly payouts: Float64Array<ArrayBuffer>,
    /** Segments of the table, each a view of its row in the memory of the loops. */
    private readonly rows: readonly Float64Array[],
    private readonly loops: PayoffLoops,
  ) {}

  /** A workspace for up to `capacity` exits, at least one; it takes 8 bytes for each of them and each of their payouts. */
  static of({ segments }: PayoffTable, capacity: number): BulkPayoff {
    const ids = [...(segments[0]?.weights.keys() ?? [])];
    const columns = ids.length;
    const starts = segments.map(({ from }) => from.toApproximateNumber());
    const { firstBucket, hints } = hintsOf(starts);
    const rowBytes = rowBytesOf(columns);
    const rowsAt = 16 * Math.ceil(hints.length / 4);
    const exitsAt = rowsAt + rowBytes * starts.length;
    const payoutsAt = exitsAt + 16 * Math.ceil(capacity / 2);
    const size = payoutsAt + 8 * (capacity * columns + 1);
    invariant(capacity > 0 && size < 2 ** 32, 'a workspace holds at least one exit, and less than 4 GB');
    const loops = assembleLoops({
      hints: 0,
      firstBucket,
      lastBucket: firstBucket + hints.length - 1,
      rowBytes,
      columns,
      size,
    });
    const { memory } = loops;
    new Int32Array(memory).set(hints.map((row) => rowsAt + row * rowBytes));
    const rows = segments.map(({ weights, payouts }, index) => {
      const row = new Float64Array(memory, rowsAt + index * rowBytes, rowBytes / 8);
      row[ROW.start] = starts[index] as number;
      row[ROW.next] = starts[index + 1] ?? Number.POSITIVE_INFINITY;
      for (const [column, id] of ids.entries()) {
        row[slopeAt(column)] = weights.get(id)?.toApproximateNumber() ?? 0;
        row[paidAt(column)] = payouts.get(id)?.toApproximateNumber() ?? 0;
      }
      return row;
    });
    const exits = new Float64Array(memory, exitsAt, capacity);
    return new BulkPayoff(ids, exits, new Float64Array(memory, payoutsAt, capacity * columns), rows, loops);
  }

  /** Works out the payouts of the exits from `first` up to `end`. */
  pay(first = 0, end = this.exits.length): void {
    const { exits, payouts, ids } = this;
    if (first >= end) return;
    this.loops.pay(
      exits.byteOffset + 8 * first,
      exits.byteOffset + 8 * end,
      payouts.byteOffset + 8 * first * ids.length,
    );
  }

  /**
   * The mean payout of each claimant over the exits from `first` up to `end`: one pass that counts and adds exits by
   * segment, whatever the number of claimants.
   */
  means(first = 0, end = this.exits.length): Float64Array {
    for (const row of this.rows) row.fill(0, ROW.tallies, ROW.columns);
    const { byteOffset } = this.exits;
    if (first < end) this.loops.tally(byteOffset + 8 * first, byteOffset + 8 * end, 0);
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
    return totals.map((total) => total / (end - first));
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
