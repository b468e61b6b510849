import { fail, invariant, ok, type Result } from '../result/index.ts';

/** A calendar day of the proleptic Gregorian calendar, `YYYY-MM-DD`. Plain string order is date order. */
export type PlainDate = string & { readonly __plainDate: true };

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days in a month; `month` is 1 to 12. */
export function lengthOfMonth(year: number, month: number): number {
  const days = MONTH_LENGTHS[month - 1];
  invariant(days !== undefined, `${month} is a month`);
  return month === 2 && isLeapYear(year) ? 29 : days;
}

/** From `2025-03-31`. Fails: BAD_DATE when it is not a calendar date. */
export function parsePlainDate(text: string, path = ''): Result<PlainDate> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = match ? [Number(match[1]), Number(match[2]), Number(match[3])] : [0, 0, 0];
  if (!match || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
    return fail('BAD_DATE', path, `"${text.slice(0, 40)}" is not a calendar date`, {
      expected: 'YYYY-MM-DD',
    });
  }
  return ok(text as PlainDate);
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** From trusted parts; years 0 to 9999, so that string order stays date order. */
export function plainDateOf(year: number, month: number, day: number): PlainDate {
  invariant(year >= 0 && year <= 9999, `the year ${year} has four digits`);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as PlainDate;
}

const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

export const partsOf = (date: PlainDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** Days since 1970-01-01 (negative before). */
export function toEpochDay(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function fromEpochDay(epochDay: number): PlainDate {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return plainDateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export const addDays = (date: PlainDate, days: number): PlainDate => fromEpochDay(toEpochDay(date) + days);

/** Moves by whole months; a day the target month lacks becomes its last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  return plainDateOf(targetYear, targetMonth, Math.min(day, lengthOfMonth(targetYear, targetMonth)));
}

/**
 * Whole months completed from one day to a later one: the most months that can be moved without passing it. A start
 * on a day that a month lacks completes on that month's last day: one month from 31 January to 28 February.
 */
export function wholeMonthsBetween(from: PlainDate, to: PlainDate): number {
  invariant(from <= to, `${from} is not after ${to}`);
  const [start, end] = [partsOf(from), partsOf(to)];
  const months = (end.year - start.year) * 12 + (end.month - start.month);
  return end.day >= Math.min(start.day, lengthOfMonth(end.year, end.month)) ? months : months - 1;
}

export const daysBetween = (from: PlainDate, to: PlainDate): number => toEpochDay(to) - toEpochDay(from);

/** 1 is Monday, 7 is Sunday. */
export const dayOfWeek = (date: PlainDate): number => ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;
