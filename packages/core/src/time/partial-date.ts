import { fail, ok, type Result } from '../result/index.ts';
import { lengthOfMonth, type PlainDate, parsePlainDate, plainDateOf } from './plain-date.ts';

/**
 * A date at the precision of the text it comes from: `2025`, `2025-04`, `2025-12-26`, `2025-Q3`, `2025-H1`,
 * `2025-spring`, an interval `a/b`, or `../b` for "by b" and `a/..` for "from a". Kept as written; compare by range.
 */
export type PartialDate = string & { readonly __partialDate: true };

/** Closed range of days; an absent end is open. */
export interface DateRange {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** Northern seasons by whole months; winter runs from December of the named year into February of the next. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
};

/** From one of the listed forms. Fails: BAD_DATE when it is none of them, or an interval that ends before it starts. */
export function parsePartialDate(text: string, path = ''): Result<PartialDate> {
  const ends = text.split('/');
  const good = ends.length === 1 ? single(text) !== undefined : ends.length === 2 && isInterval(ends);
  if (good) return ok(text as PartialDate);
  return fail('BAD_DATE', path, `"${text.slice(0, 40)}" is not a date`, {
    expected: 'YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Qn, YYYY-Hn, YYYY-spring, a/b, a/.. or ../b',
  });
}

function isInterval([first = '', second = '']: readonly string[]): boolean {
  if (first === '..') return single(second) !== undefined;
  const [from, to] = [single(first)?.from, single(second)?.to];
  return from !== undefined && (second === '..' || (to !== undefined && from <= to));
}

/** The days a partial date can mean, both ends inclusive: `2025-04` is 1 to 30 April; `../b` is open before. */
export function rangeOf(date: PartialDate): DateRange {
  const [first = '', second] = date.split('/');
  if (second === undefined) return single(first) ?? {};
  const from = first === '..' ? undefined : single(first)?.from;
  const to = second === '..' ? undefined : single(second)?.to;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The last day a partial date can mean: the day from which it has certainly happened. */
export const lastDayOf = (date: PartialDate): PlainDate | undefined => rangeOf(date).to;
export const firstDayOf = (date: PartialDate): PlainDate | undefined => rangeOf(date).from;

/** True when some day can be meant by both. */
export function rangesOverlap(one: DateRange, other: DateRange): boolean {
  const startsInTime = one.from === undefined || other.to === undefined || one.from <= other.to;
  const endsInTime = one.to === undefined || other.from === undefined || one.to >= other.from;
  return startsInTime && endsInTime;
}

function single(text: string): { from: PlainDate; to: PlainDate } | undefined {
  const day = parsePlainDate(text);
  if (day.ok) return { from: day.value, to: day.value };
  const match = /^(\d{4})(?:-(\d{2}|Q[1-4]|H[12]|spring|summer|autumn|winter))?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const part = match[2];
  if (part === undefined) return months(year, 1, 12);
  if (part.startsWith('Q')) return months(year, Number(part[1]) * 3 - 2, Number(part[1]) * 3);
  if (part.startsWith('H')) return months(year, Number(part[1]) * 6 - 5, Number(part[1]) * 6);
  const season = SEASONS[part];
  if (season) return months(year, season[0], season[1]);
  const month = Number(part);
  return month >= 1 && month <= 12 ? months(year, month, month) : undefined;
}

function months(year: number, first: number, last: number): { from: PlainDate; to: PlainDate } {
  const lastYear = last > 12 ? year + 1 : year;
  const lastMonth = last > 12 ? last - 12 : last;
  const from = plainDateOf(year, first, 1);
  const to = plainDateOf(lastYear, lastMonth, lengthOfMonth(lastYear, lastMonth));
  return { from, to };
}
