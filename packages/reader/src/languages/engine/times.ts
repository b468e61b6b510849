import {
  addDays,
  addMonths,
  dayOfWeek,
  lengthOfMonth,
  type PartialDate,
  type PlainDate,
  partsOf,
  plainDateOf,
} from '@tranche/core/time';
import type { Direction } from '../../dates/date-mention.ts';

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** What words say of a time, before the day of publication fills in the rest. */
export interface Time {
  readonly year?: number;
  /** Counted from the year of publication. */
  readonly yearShift?: number;
  readonly month?: number;
  /** Counted from the month of publication. */
  readonly monthShift?: number;
  readonly day?: number;
  /** Counted from the day of publication. */
  readonly dayShift?: number;
  /** 1 is Monday. */
  readonly weekday?: number;
  readonly weekShift?: number;
  readonly season?: Season;
  readonly quarter?: number;
  readonly half?: 1 | 2;
  readonly bound?: 'by' | 'since';
  /** The end of it is meant ("bis Ende 2026"). */
  readonly end?: boolean;
}

export interface TimeWords {
  /** Ways to name a time, each with what its groups say; a reading without an answer is no time. */
  readonly forms: readonly (readonly [
    RegExp,
    (groups: Readonly<Record<string, string | undefined>>) => Time | undefined,
  ])[];
}

export interface LineTime {
  readonly start: number;
  readonly end: number;
  readonly time: Time;
  /** A day of the week or a bare day: when something was announced. */
  readonly isDay: boolean;
  readonly resolve: (direction: Direction) => PartialDate | undefined;
}

/** The times a line names, left to right and apart; of two in one place the earlier form of the table wins. */
export function timesIn(line: string, words: TimeWords, published: PlainDate | undefined): LineTime[] {
  const found: LineTime[] = [];
  for (const [pattern, read] of words.forms) {
    for (const match of line.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((one) => start < one.end && one.start < end)) continue;
      const time = read(match.groups ?? {});
      if (time === undefined) continue;
      const isDay =
        time.weekday !== undefined ||
        time.dayShift !== undefined ||
        (time.day !== undefined && time.month === undefined);
      found.push({ start, end, time, isDay, resolve: (direction) => bounded(time, published, direction) });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function bounded(
  time: Time,
  published: PlainDate | undefined,
  direction: Direction,
): PartialDate | undefined {
  const point = pointOf(time, published, time.bound === 'by' ? 'future' : direction);
  if (point === undefined) return undefined;
  if (time.bound === 'by') return `../${time.end === true ? lastDayIn(point) : point}` as PartialDate;
  if (time.bound === 'since')
    return `${point}/${published === undefined ? '..' : published.slice(0, Math.max(4, Math.min(10, point.length)))}` as PartialDate;
  return point;
}

const two = (number: number): string => String(number).padStart(2, '0');

function lastDayIn(point: PartialDate): string {
  if (/^\d{4}$/.test(point)) return `${point}-12-31`;
  const month = /^(\d{4})-(\d{2})$/.exec(point);
  return month ? `${point}-${two(lengthOfMonth(Number(month[1]), Number(month[2])))}` : point;
}

function pointOf(
  time: Time,
  published: PlainDate | undefined,
  direction: Direction,
): PartialDate | undefined {
  const now = published === undefined ? undefined : partsOf(published);
  const year =
    time.year ?? (time.yearShift === undefined || now === undefined ? undefined : now.year + time.yearShift);
  if (time.dayShift !== undefined || time.weekday !== undefined) return dayPoint(time, published, direction);
  if (time.monthShift !== undefined) {
    if (published === undefined) return undefined;
    const month = addMonths(published, time.monthShift).slice(0, 7);
    return (time.day === undefined ? month : `${month}-${two(time.day)}`) as PartialDate;
  }
  const month = time.month;
  if (month !== undefined) {
    const known = year ?? nearestYear(month, time.day, now, direction);
    if (known === undefined || month < 1 || month > 12) return undefined;
    if (time.day === undefined) return `${known}-${two(month)}` as PartialDate;
    if (time.day < 1 || time.day > lengthOfMonth(known, month)) return undefined;
    return plainDateOf(known, month, time.day) as string as PartialDate;
  }
  if (time.day !== undefined)
    return published === undefined ? undefined : dayOfMonth(time.day, published, direction);
  const part = year ?? now?.year;
  if (part === undefined) return undefined;
  if (time.season !== undefined) return `${part}-${time.season}` as PartialDate;
  if (time.quarter !== undefined)
    return `${quarterYear(time, part, year, now, direction)}-Q${time.quarter}` as PartialDate;
  if (time.half !== undefined) return `${part}-H${time.half}` as PartialDate;
  return year === undefined ? undefined : (String(year) as PartialDate);
}

function dayPoint(
  time: Time,
  published: PlainDate | undefined,
  direction: Direction,
): PartialDate | undefined {
  if (published === undefined) return undefined;
  if (time.dayShift !== undefined) return addDays(published, time.dayShift) as string as PartialDate;
  const back = (dayOfWeek(published) - (time.weekday ?? 1) + 7) % 7;
  if (direction === 'future' && back > 0) return addDays(published, 7 - back) as string as PartialDate;
  const week = (time.weekShift ?? 0) * 7;
  return addDays(published, -back + (week < 0 && back === 0 ? week : 0)) as string as PartialDate;
}

/** The nearest such month (or day) that has begun, or that has not ended. */
function nearestYear(
  month: number,
  day: number | undefined,
  now: { year: number; month: number; day: number } | undefined,
  direction: Direction,
): number | undefined {
  if (now === undefined) return undefined;
  const place = month * 40 + (day ?? now.day) - (now.month * 40 + now.day);
  if (direction === 'past') return place > 0 ? now.year - 1 : now.year;
  return place < 0 ? now.year + 1 : now.year;
}

function dayOfMonth(day: number, published: PlainDate, direction: Direction): PartialDate | undefined {
  const now = partsOf(published);
  const shift = direction === 'past' ? (day > now.day ? -1 : 0) : day < now.day ? 1 : 0;
  const { year, month } = partsOf(addMonths(plainDateOf(now.year, now.month, 1), shift));
  if (day < 1 || day > lengthOfMonth(year, month)) return undefined;
  return plainDateOf(year, month, day) as string as PartialDate;
}

function quarterYear(
  time: Time,
  part: number,
  written: number | undefined,
  now: { month: number } | undefined,
  direction: Direction,
): number {
  if (written !== undefined || now === undefined) return part;
  const current = Math.ceil(now.month / 3);
  const quarter = time.quarter ?? current;
  if (direction === 'future') return quarter < current ? part + 1 : part;
  return quarter > current ? part - 1 : part;
}
