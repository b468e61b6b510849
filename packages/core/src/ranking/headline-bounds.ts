import { exactValue } from '../formula/index.ts';
import { type Bounds, headlineOf } from '../money/index.ts';

/**
 * The figure a headline would print, as bounds: "up to 40" as 40, "over 13" as 13, a range as its upper end; vague
 * where it is not the exact value. What nothing is known of has no headline and stays as it is. Fails: never.
 */
export function headlineBounds(bounds: Bounds): Bounds {
  const value = headlineOf(bounds);
  if (value === undefined) return bounds;
  return { low: value, high: value, vague: bounds.vague || exactValue(bounds) === undefined };
}
