import type { TimelineView } from '@tranche/service/views';

export type Series = TimelineView['series'][number];
export type Point = Series['points'][number];

/** A stretch of time in which one value was what was known. */
export interface Stretch {
  readonly from: string;
  /** Where the next value replaces it; without it, it holds to the end of the chart. */
  readonly until?: string;
  readonly point: Point;
}

/** Each value from the day it became known until the day another replaced it. */
export function stretchesOf(points: readonly Point[]): readonly Stretch[] {
  return points.map((point, index) => {
    const next = points[index + 1];
    return { from: point.knownOn, point, ...(next === undefined ? {} : { until: next.knownOn }) };
  });
}

/** The figures that can be drawn: those with a number at some point. */
export const drawable = (series: readonly Series[]): readonly Series[] =>
  series.filter(({ points }) => points.some(({ low, high }) => low !== undefined || high !== undefined));
