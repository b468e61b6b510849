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
import { monthNumber, numberOf, QUARTERS, WEEKDAYS } from './calendar-words.ts';
import { DATE, LEAD, MAY_HOLD_DATE } from './date-grammar.ts';
import type { DateMention, Direction } from './date-mention.ts';

export interface DateOptions {
  readonly published?: PlainDate;
}

/** The dates in `text`, left to right, spans counted from `offset`. Without a publication date, only full ones resolve. */
export function scanDates(text: string, offset: number, options: DateOptions): DateMention[] {
  if (!MAY_HOLD_DATE.test(text)) return [];
  const found: DateMention[] = [];
  let lastMonth: PartialDate | undefined;
  DATE.lastIndex = 0;
  for (let match = DATE.exec(text); match !== null; match = DATE.exec(text)) {
    const g = match.groups ?? {};
    const lead = leadWords(match[0]);
    if (isPlainWord(match[0], lead, g)) continue;
    const bound = boundOf(lead);
    const before = lastMonth;
    const point = (direction: Direction): PartialDate | undefined => pointOf(g, options, direction, before);
    const mention: DateMention = {
      span: [match.index + offset, match.index + match[0].length + offset],
      bound,
      isDay: [g.weekday, g.weekday2, g.day1, g.day2, g.today].some((group) => group !== undefined),
      isWeekday: g.weekday !== undefined || g.weekday2 !== undefined || isDayBefore(g),
      resolve: (direction) => bounded(point(direction), bound, lead, g, options),
    };
    lastMonth = monthOf(point('past')) ?? lastMonth;
    found.push(mention);
  }
  return found;
}

/** "A day earlier" is when somebody spoke, as a day of the week is. */
const isDayBefore = (g: Groups): boolean =>
  g.agounit?.startsWith('day') === true && numberOf(g.ago ?? '') === 1;

const leadWords = (words: string): string => (LEAD.exec(words)?.[0] ?? '').toLowerCase().trim();

/** "may" and "march" as verbs, "now" and "fall" in passing, bare years as numbers. */
function isPlainWord(words: string, lead: string, g: Readonly<Record<string, string | undefined>>): boolean {
  if (g.month3 !== undefined && /^(?:may|mar|march)\b/i.test(g.month3)) {
    if (!/^\p{Lu}/u.test(g.month3)) return true;
    if (/^may$/i.test(g.month3) && g.year3 === undefined && g.rel3 === undefined && lead === '') return true;
  }
  if (g.month3 !== undefined && !/^\p{Lu}/u.test(g.month3)) return true;
  if (g.season !== undefined && g.year4 === undefined && g.rel4 === undefined)
    return !/^(?:in|by|until|before|this|the)\b/i.test(words);
  if (g.half !== undefined && g.year7 === undefined && g.rel7 === undefined)
    return !/^(?:in|by|during|until|before)\b/i.test(words);
  return (
    g.season === undefined &&
    g.yearend !== undefined &&
    !/year-end/i.test(words) &&
    !/end of|this year|next year/i.test(words)
  );
}

function boundOf(lead: string): DateMention['bound'] {
  if (/\b(?:by|before|until|till|through|no later than)\b/.test(lead)) return 'by';
  return /\bsince\b/.test(lead) ? 'since' : 'at';
}

function bounded(
  point: PartialDate | undefined,
  bound: DateMention['bound'],
  lead: string,
  g: Readonly<Record<string, string | undefined>>,
  { published }: DateOptions,
): PartialDate | undefined {
  if (point === undefined) return undefined;
  const ends = /\bend\b/.test(lead) || g.yearend !== undefined;
  if (bound === 'by') return `../${ends ? lastDay(point) : point}` as PartialDate;
  if (bound === 'since') {
    if (published === undefined) return `${point}/..` as PartialDate;
    return `${point}/${published.slice(0, Math.max(4, Math.min(point.length, 10)))}` as PartialDate;
  }
  if (g.ahead !== undefined && published !== undefined)
    return `${published.slice(0, 4)}/${point}` as PartialDate;
  return /\bend(?: of)?$/.test(lead) && point.length === 4 ? (`${point}-12` as PartialDate) : point;
}

function lastDay(point: PartialDate): string {
  if (/^\d{4}$/.test(point)) return `${point}-12-31`;
  const month = /^(\d{4})-(\d{2})$/.exec(point);
  return month ? `${point}-${lengthOfMonth(Number(month[1]), Number(month[2]))}` : point;
}

const monthOf = (point: PartialDate | undefined): PartialDate | undefined =>
  point !== undefined && /^\d{4}-\d{2}/.test(point) ? (point.slice(0, 7) as PartialDate) : undefined;

type Groups = Readonly<Record<string, string | undefined>>;

/** The point in time, before any bound is applied. */
function pointOf(
  g: Groups,
  { published }: DateOptions,
  direction: Direction,
  lastMonth: PartialDate | undefined,
): PartialDate | undefined {
  if (g.iso !== undefined) return g.iso as PartialDate;
  if (g.digits !== undefined) return fromDigits(g.digits);
  if (g.fiscal !== undefined) return fullYear(g.fiscal) as PartialDate;
  if (g.endyear !== undefined) return g.endyear as PartialDate;
  const month = g.month1 ?? g.month2 ?? g.month3;
  if (month !== undefined) return monthPoint(g, month, published, direction, lastMonth);
  if (g.year !== undefined) return g.year as PartialDate;
  const writtenYear = fullYear(g.year4 ?? g.year5 ?? g.year6 ?? g.year7 ?? g.year8 ?? g.year9);
  if (published === undefined && writtenYear === undefined) return undefined;
  const now = published === undefined ? { year: 0, month: 1, day: 1 } : partsOf(published);
  const year = writtenYear ?? relativeYear(g.rel4 ?? g.rel5 ?? g.rel7, now.year);
  const season = g.season ?? g.season2;
  if (season !== undefined) {
    const shift = g.relseason?.toLowerCase() === 'last' ? -1 : g.relseason?.toLowerCase() === 'next' ? 1 : 0;
    return `${year ?? seasonYear(season, shift, now)}-${seasonName(season)}` as PartialDate;
  }
  const quarter = QUARTERS[(g.quarter ?? g.quarter2 ?? g.quarter3 ?? '').toLowerCase()];
  if (quarter !== undefined)
    return `${year ?? quarterYear(quarter, now, direction)}-Q${quarter}` as PartialDate;
  const half = g.half2 ?? g.half3 ?? (g.half === undefined ? undefined : /first/i.test(g.half) ? '1' : '2');
  if (half !== undefined) return `${year ?? now.year}-H${half}` as PartialDate;
  if (published === undefined) return undefined;
  return relativePoint(g, published, direction, lastMonth);
}

function relativePoint(
  g: Groups,
  published: PlainDate,
  direction: Direction,
  lastMonth: PartialDate | undefined,
): PartialDate | undefined {
  const now = partsOf(published);
  if (g.lastmonth !== undefined) {
    const month = monthNumber(g.lastmonth.split(' ').at(-1) ?? '');
    return openYear(month, now, /^next/i.test(g.lastmonth) ? 'future' : 'past');
  }
  if (g.yearend !== undefined) return String(now.year + (/next/i.test(g.yearend) ? 1 : 0)) as PartialDate;
  if (g.relyear !== undefined) return String(relativeYear(g.relyear, now.year)) as PartialDate;
  if (g.ago !== undefined) return agoPoint(numberOf(g.ago), g.agounit ?? '', published);
  if (g.relquarter !== undefined) return relativeQuarter(g.relquarter, now);
  if (g.relmonth !== undefined) {
    const shift = /^last/i.test(g.relmonth) ? -1 : /^next/i.test(g.relmonth) ? 1 : 0;
    return addMonths(published, shift).slice(0, 7) as PartialDate;
  }
  if (g.relweek !== undefined)
    return addDays(published, /^last/i.test(g.relweek) ? -7 : /^next/i.test(g.relweek) ? 7 : 0).slice(
      0,
      7,
    ) as PartialDate;
  if (g.weekday2 !== undefined) {
    const last = /^last/i.test(g.relday ?? '');
    const day = weekdayPoint(g.weekday2, published, last ? 'past' : 'future');
    return last && (day as string) === published ? (addDays(published, -7) as string as PartialDate) : day;
  }
  if (g.weekday !== undefined) return weekdayPoint(g.weekday, published, direction);
  if (g.today !== undefined) return dayOrMonth(g.today, published);
  if (g.thatmonth !== undefined) return lastMonth;
  if (g.ahead !== undefined) {
    const months = numberOf(g.ahead) * (g.aheadunit === 'years' ? 12 : 1);
    return addMonths(published, months).slice(0, 4) as PartialDate;
  }
  return undefined;
}

/** "today" is the day itself; "now" and "immediately" are only as sharp as the month. */
function dayOrMonth(word: string, published: PlainDate): PartialDate {
  if (/^(?:today|this)/i.test(word)) return published as string as PartialDate;
  if (/^(?:yesterday|last)/i.test(word)) return addDays(published, -1) as string as PartialDate;
  if (/^tomorrow$/i.test(word)) return addDays(published, 1) as string as PartialDate;
  return published.slice(0, 7) as PartialDate;
}

/** "two years ago" is a year, "three months ago" and "two weeks ago" a month, "ten days ago" a day. */
function agoPoint(count: number, unit: string, published: PlainDate): PartialDate {
  if (unit.startsWith('year')) return String(partsOf(published).year - count) as PartialDate;
  if (unit.startsWith('month')) return addMonths(published, -count).slice(0, 7) as PartialDate;
  const day = addDays(published, -count * (unit.startsWith('week') ? 7 : 1));
  return (unit.startsWith('week') ? day.slice(0, 7) : day) as PartialDate;
}

function relativeQuarter(word: string, now: { year: number; month: number }): PartialDate {
  const shift = /last|previous/i.test(word) ? -1 : /next|coming/i.test(word) ? 1 : 0;
  const index = now.year * 4 + Math.ceil(now.month / 3) - 1 + shift;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}` as PartialDate;
}

/** "24" is 2024. */
const fullYear = (year: string | undefined): string | undefined =>
  year === undefined ? undefined : year.length === 2 ? `20${year}` : year;

/** A day in figures; where day and month cannot be told apart, only the year is certain. */
function fromDigits(digits: string): PartialDate | undefined {
  const parts = digits.split(/[/.-]/).map(Number);
  const [first = 0, second = 0, third = 0] = parts;
  if (parts.length === 2) return digits as PartialDate;
  const year = first > 31 ? first : third;
  const [month, day] =
    first > 31 ? [second, third] : first > 12 ? [second, first] : second > 12 ? [first, second] : [0, 0];
  if (month < 1 || month > 12 || day > lengthOfMonth(year, month)) return String(year) as PartialDate;
  return plainDateOf(year, month, day) as string as PartialDate;
}

function weekdayPoint(name: string, published: PlainDate, direction: Direction): PartialDate {
  const wanted = WEEKDAYS.indexOf(name.split(' ')[0]?.toLowerCase() ?? '') + 1;
  const back = (dayOfWeek(published) - wanted + 7) % 7;
  const lastWeek = /last week/i.test(name) ? 7 : 0;
  const day =
    direction === 'future' && back > 0 ? addDays(published, 7 - back) : addDays(published, -back - lastWeek);
  return day as string as PartialDate;
}

function monthPoint(
  g: Groups,
  name: string,
  published: PlainDate | undefined,
  direction: Direction,
  lastMonth: PartialDate | undefined,
): PartialDate | undefined {
  const month = monthNumber(name);
  const day = g.day1 ?? g.day2;
  const written = g.year1 ?? g.year2 ?? g.year3;
  const tail = (year: number | string): PartialDate =>
    (day === undefined
      ? `${year}-${two(month)}`
      : plainDateOf(Number(year), month, Number(day))) as PartialDate;
  if (day !== undefined && (Number(day) < 1 || Number(day) > lengthOfMonth(Number(written ?? 2024), month)))
    return undefined;
  if (written !== undefined) return tail(written);
  if (published === undefined) return undefined;
  const now = partsOf(published);
  const relative = relativeYear(g.rel3, now.year);
  if (relative !== undefined) return tail(relative);
  const open = openYear(month, now, direction, day === undefined ? undefined : Number(day));
  if (lastMonth !== undefined && /previous/i.test(g.previous ?? ''))
    return tail(Number(lastMonth.slice(0, 4)) - 1);
  return tail(open.slice(0, 4));
}

/** The nearest such month (or day) that has begun, or that has not ended. */
function openYear(
  month: number,
  now: { year: number; month: number; day: number },
  direction: Direction,
  day?: number,
): PartialDate {
  const later = month > now.month || (month === now.month && day !== undefined && day > now.day);
  const earlier = month < now.month || (month === now.month && day !== undefined && day < now.day);
  const year = direction === 'past' ? (later ? now.year - 1 : now.year) : earlier ? now.year + 1 : now.year;
  return `${year}-${two(month)}` as PartialDate;
}

function relativeYear(words: string | undefined, year: number): number | undefined {
  if (words === undefined) return undefined;
  if (/next|following/i.test(words)) return year + 1;
  return /last|previous|prior|ago|a year earlier/i.test(words) ? year - 1 : year;
}

const seasonName = (word: string): string => (word.toLowerCase() === 'fall' ? 'autumn' : word.toLowerCase());

const SEASON_MONTH: Readonly<Record<string, number>> = { winter: 1, spring: 4, summer: 7, autumn: 10 };

/** "this spring" is this year's; "last" and "next" are the nearest ones before and after. */
function seasonYear(word: string, shift: number, now: { year: number; month: number }): number {
  const middle = SEASON_MONTH[seasonName(word)] ?? 1;
  if (shift < 0) return middle < now.month - 1 ? now.year : now.year - 1;
  if (shift > 0) return middle > now.month + 1 && now.month < 3 ? now.year : now.year + 1;
  return now.year;
}

function quarterYear(quarter: number, now: { year: number; month: number }, direction: Direction): number {
  const current = Math.ceil(now.month / 3);
  if (direction === 'future') return quarter < current ? now.year + 1 : now.year;
  return quarter > current ? now.year - 1 : now.year;
}

const two = (number: number): string => String(number).padStart(2, '0');
