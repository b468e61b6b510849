import type { TimelineView } from '@tranche/service/views';

/** A day on which something became known, with what it was. */
export interface Day {
  readonly date: string;
  readonly news: readonly string[];
}

/** The days on which something became known, earliest first, each once. */
export function daysOf(timeline: Pick<TimelineView, 'events' | 'series'>): readonly Day[] {
  const news = new Map<string, string[]>();
  const at = (date: string): string[] => {
    const known = news.get(date) ?? [];
    news.set(date, known);
    return known;
  };
  for (const { points, label } of timeline.series) {
    for (const { knownOn, text } of points) at(knownOn).push(`${label}: ${text}`);
  }
  for (const { knownFrom, text } of timeline.events) at(knownFrom).push(text);
  return [...news.entries()]
    .map(([date, lines]) => ({ date, news: lines }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The last day on or before a date; -1 when the date lies before all of them. ISO dates compare as text. */
export function stepAt(days: readonly Day[], date: string): number {
  return days.findLastIndex((day) => day.date <= date);
}
