import { exactValue } from '../formula/index.ts';
import { type Bounds, headlineOf } from '../money/index.ts';
import { type BoundedRow, type Ranking, rankByBounds } from './rank-by-bounds.ts';

/**
 * Ranks rows by the figure a headline would print: "up to 40" as 40, "over 13" as 13, a range as its upper end.
 * The ranking is marked vague where such a figure is not the exact value; a row of which nothing is known has
 * no headline and still contends. Otherwise as `rankByBounds`. Fails: never.
 */
export const rankByHeadline = (rows: readonly BoundedRow[]): Ranking =>
  rankByBounds(rows.map(({ id, bounds }) => ({ id, bounds: asHeadline(bounds) })));

function asHeadline(bounds: Bounds): Bounds {
  const value = headlineOf(bounds);
  if (value === undefined) return bounds;
  return { low: value, high: value, vague: bounds.vague || exactValue(bounds) === undefined };
}
