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
import { MONTH, monthNumber, QUARTERS, SEASON, WEEKDAYS } from './calendar-words.ts';
import type { DateMention, Direction } from './date-mention.ts';

const YEAR = '(?:19[89]\\d|20[0-4]\\d)';
const YEAR_WORD = `(?:last|this|next|the (?:previous|following|same)) year|(?:last|this|next) year's`;
const LEAD = `(?:(?<lead>by the end of|before the end of|until the end of|at the end of|by|on or before|no later than|before|until|till|through|since|from|as early as|as soon as|in the middle of|in|on|at|of|early|late|earlier|later|mid)[ -])*`;

/** Everything that can name a time, as one alternation; the words before it decide how it bounds. */
const DATE = new RegExp(
  `(?<!\\p{L})${LEAD}(?:the )?(?:` +
    [
      `(?<day1>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month1>${MONTH})(?:,? (?<year1>${YEAR}))?`,
      `(?<month2>${MONTH}) (?<day2>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (?<year2>${YEAR}))?`,
      `(?<iso>${YEAR}-\\d{2}-\\d{2})`,
      `(?<previous>the previous |that )?(?<month3>${MONTH})(?:,? (?:of )?(?:(?<year3>${YEAR})|(?<rel3>${YEAR_WORD})))?`,
      `(?<lastmonth>(?:last|next|this past) (?:${MONTH}))`,
      `(?<season>${SEASON})(?:,? (?:of )?(?:(?<year4>${YEAR})|(?<rel4>${YEAR_WORD})))?`,
      `(?<relseason>last|this|next|coming) (?<season2>${SEASON})`,
      `(?<quarter>first|second|third|fourth|final) quarter(?:,? (?:of )?(?:(?<year5>${YEAR})|(?<rel5>${YEAR_WORD})))?`,
      `Q(?<quarter2>[1-4])(?: (?<year6>${YEAR}))?`,
      `(?<half>first|second) half of (?:(?<year7>${YEAR})|(?<rel7>${YEAR_WORD}))`,
      `(?<yearend>year-end|(?:the )?(?:calendar )?year(?= *[.,;)]| by | when | if |$)|(?:this|the|next) (?:calendar )?year)`,
      `(?<relyear>(?:earlier |later )?(?:last|this|next) year|a year (?:ago|earlier)|(?:the )?(?:previous|same) year)(?:'s)?`,
      `(?<relmonth>(?:last|this|next) month|a month (?:ago|earlier))`,
      `(?<relweek>(?:last|this) week)`,
      `(?<weekday>${WEEKDAYS.join('|')})(?: last week)?`,
      `(?<today>today|yesterday|(?<!(?:has|have|had|up to) )now(?= *[,.;)]|$)|immediately|at once|straight away)`,
      `(?<thatmonth>that month)`,
      `(?:over|in|within) the (?:next|coming) (?:\\d{1,2} to )?(?<ahead>\\d{1,3}) (?<aheadunit>months|years)`,
      `(?<year>${YEAR})(?![\\d,.]\\d|[ -]?(?:%|million|billion|crore|lakh|people|chips))`,
    ].join('|') +
    `)(?:'s)?(?!\\p{L})`,
  'giu',
);

export interface DateOptions {
  readonly published?: PlainDate;
}

/** The dates in `text`, left to right, spans counted from `offset`. Without a publication date, only full ones resolve. */
export function scanDates(text: string, offset: number, options: DateOptions): DateMention[] {
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

const leadWords = (words: string): string =>
  (
    /^(?:(?:by the end of|before the end of|until the end of|at the end of|on or before|no later than|as early as|as soon as|in the middle of|by|before|until|till|through|since|from|in|on|at|of|early|late|earlier|later|mid)[ -])*/i.exec(
      words,
    )?.[0] ?? ''
  )
    .toLowerCase()
    .trim();

/** "may" and "march" as verbs, "now" and "fall" in passing, bare years as numbers. */
function isPlainWord(words: string, lead: string, g: Readonly<Record<string, string | undefined>>): boolean {
  if (g.month3 !== undefined && /^(?:may|mar|march)\b/i.test(g.month3)) {
    if (!/^\p{Lu}/u.test(g.month3)) return true;
    if (/^may$/i.test(g.month3) && g.year3 === undefined && g.rel3 === undefined && lead === '') return true;
  }
  if (g.month3 !== undefined && !/^\p{Lu}/u.test(g.month3)) return true;
  if (g.season !== undefined && g.year4 === undefined && g.rel4 === undefined)
    return !/^(?:in|by|until|before|this|the)\b/i.test(words);
  if (
    g.season === undefined &&
    g.yearend !== undefined &&
    !/year-end/i.test(words) &&
    !/end of|this year|next year/i.test(words)
  )
    return true;
  return false;
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
  const ends = /end of/.test(lead) || g.yearend !== undefined;
  if (bound === 'by') return `../${ends ? lastDay(point) : point}` as PartialDate;
  if (bound === 'since') {
    if (published === undefined) return `${point}/..` as PartialDate;
    return `${point}/${published.slice(0, Math.max(4, Math.min(point.length, 10)))}` as PartialDate;
  }
  if (g.ahead !== undefined && published !== undefined)
    return `${published.slice(0, 4)}/${point}` as PartialDate;
  return /^at the end of/.test(lead) && point.length === 4 ? (`${point}-12` as PartialDate) : point;
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
  const month = g.month1 ?? g.month2 ?? g.month3;
  if (month !== undefined) return monthPoint(g, month, published, direction, lastMonth);
  if (g.year !== undefined) return g.year as PartialDate;
  const writtenYear = g.year4 ?? g.year5 ?? g.year6 ?? g.year7;
  if (published === undefined && writtenYear === undefined) return undefined;
  const now = published === undefined ? { year: 0, month: 1, day: 1 } : partsOf(published);
  const year = writtenYear ?? relativeYear(g.rel4 ?? g.rel5 ?? g.rel7, now.year);
  const season = g.season ?? g.season2;
  if (season !== undefined) {
    const shift = g.relseason?.toLowerCase() === 'last' ? -1 : g.relseason?.toLowerCase() === 'next' ? 1 : 0;
    return `${year ?? seasonYear(season, shift, now)}-${seasonName(season)}` as PartialDate;
  }
  const quarter = QUARTERS[(g.quarter ?? g.quarter2 ?? '').toLowerCase()];
  if (quarter !== undefined)
    return `${year ?? quarterYear(quarter, now, direction)}-Q${quarter}` as PartialDate;
  if (g.half !== undefined) return `${year}-H${g.half.toLowerCase() === 'first' ? 1 : 2}` as PartialDate;
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
  if (g.relmonth !== undefined) {
    const shift = /^(?:last|a)/i.test(g.relmonth) ? -1 : /^next/i.test(g.relmonth) ? 1 : 0;
    return addMonths(published, shift).slice(0, 7) as PartialDate;
  }
  if (g.relweek !== undefined)
    return (/^last/i.test(g.relweek) ? addDays(published, -7) : published).slice(0, 7) as PartialDate;
  if (g.weekday !== undefined) return weekdayPoint(g.weekday, published, direction);
  if (g.today !== undefined) return dayOrMonth(g.today, published);
  if (g.thatmonth !== undefined) return lastMonth;
  if (g.ahead !== undefined) {
    const months = Number(g.ahead) * (g.aheadunit === 'years' ? 12 : 1);
    return addMonths(published, months).slice(0, 4) as PartialDate;
  }
  return undefined;
}

/** "today" is the day itself; "now" and "immediately" are only as sharp as the month. */
function dayOrMonth(word: string, published: PlainDate): PartialDate {
  if (/^today$/i.test(word)) return published as string as PartialDate;
  if (/^yesterday$/i.test(word)) return addDays(published, -1) as string as PartialDate;
  return published.slice(0, 7) as PartialDate;
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
  return /last|previous|ago|a year earlier/i.test(words) ? year - 1 : year;
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
