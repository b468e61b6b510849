import type { Bounds } from '../money/index.ts';
import type { Rational } from '../rational/index.ts';

/** A quantity to rank, and the id it goes by. */
export interface BoundedRow {
  readonly id: string;
  readonly bounds: Bounds;
}

export interface RankedRow {
  /** 1 plus the number of rows that are certainly greater: the best rank the row can hold. Ties share a rank. */
  readonly rank: number;
  readonly id: string;
}

/** Who is first, as far as bounds decide it. */
export interface Ranking {
  readonly order: readonly RankedRow[];
  /** True when some row is certainly not exceeded by any other. */
  readonly decided: boolean;
  /** The only row that is certainly not exceeded; absent when none is, or when several tie. */
  readonly leader?: string;
  /** Rows that can be first or share the first place, in order; the leader is one of them. */
  readonly contenders: readonly string[];
  /** Rows of which nothing is known but that they are not below zero. Each contends, for unknown is not zero. */
  readonly unknown: readonly string[];
  /** True when a compared value was not stated exactly ("about", by its headline): the order is that of the numbers as said. */
  readonly vague: boolean;
}

/**
 * Ranks rows by quantities known within bounds, greatest first.
 * Exact: a row outranks another only if its low end is above the other's high end, an absent end being open.
 * So "over 13" contends with 14, and a row of which nothing is known contends with all. Rows that bounds do
 * not separate stand by what is certain (low end), then by high end, then by id. Ids are unique. Fails: never;
 * without rows nothing is decided.
 */
export function rankByBounds(rows: readonly BoundedRow[]): Ranking {
  const lows = rows
    .flatMap(({ bounds: { low } }) => (low === undefined ? [] : [low]))
    .sort((a, b) => b.compare(a));
  const greatestLow = lows[0];
  const order = rows
    .map((row) => ({ row, rank: 1 + countAbove(lows, row.bounds.high) }))
    .sort((one, other) => one.rank - other.rank || compareUnseparated(one.row, other.row));
  // Only a row with the greatest low end can be exceeded by none, so the others need no comparison.
  const unexceeded = rows.filter(
    ({ bounds: { low } }, index) =>
      rows.length === 1 ||
      (greatestLow !== undefined &&
        low?.equals(greatestLow) &&
        rows.every((other, at) => at === index || isAtMost(other.bounds, greatestLow))),
  );
  const [first, second] = unexceeded;
  return {
    order: order.map(({ rank, row }) => ({ rank, id: row.id })),
    decided: first !== undefined,
    ...(first !== undefined && second === undefined ? { leader: first.id } : {}),
    contenders: order.filter(({ row }) => reaches(row.bounds, greatestLow)).map(({ row }) => row.id),
    unknown: rows.filter(({ bounds }) => isUnknown(bounds)).map(({ id }) => id),
    vague: rows.some(({ bounds }) => bounds.vague && !isUnknown(bounds)),
  };
}

/** To know that a sum is not below zero is to know nothing of it. */
const isUnknown = ({ low, high }: Bounds): boolean =>
  high === undefined && (low === undefined || low.sign() <= 0);

/** How many of the low ends, sorted from the greatest down, lie above a high end: those rows certainly exceed it. */
function countAbove(lows: readonly Rational[], high: Rational | undefined): number {
  if (high === undefined) return 0;
  let [from, to] = [0, lows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (lows[middle]?.compare(high) === 1) from = middle + 1;
    else to = middle;
  }
  return from;
}

const isAtMost = (bounds: Bounds, limit: Rational): boolean =>
  bounds.high !== undefined && bounds.high.compare(limit) <= 0;

const reaches = (bounds: Bounds, limit: Rational | undefined): boolean =>
  limit === undefined || bounds.high === undefined || bounds.high.compare(limit) >= 0;

function compareUnseparated(one: BoundedRow, other: BoundedRow): number {
  const byLow = compareEnds(one.bounds.low, other.bounds.low, -1);
  const byHigh = compareEnds(one.bounds.high, other.bounds.high, 1);
  return -byLow || -byHigh || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** An open end counts as least (`-1`) or greatest (`1`). */
function compareEnds(one: Rational | undefined, other: Rational | undefined, open: -1 | 1): number {
  if (one !== undefined && other !== undefined) return one.compare(other);
  if (one === other) return 0;
  return one === undefined ? open : -open;
}
