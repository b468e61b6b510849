import { Rational } from '../rational/index.ts';
import { daysBetween, isLeapYear, type PlainDate, partsOf, plainDateOf } from '../time/index.ts';

/** How the time between two dates becomes years. */
export const DAY_COUNTS = [
  'actual_365',
  'actual_360',
  'actual_365_25',
  '30_360',
  'actual_actual_isda',
] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/**
 * Years between two dates, exact; those from the earlier to the later, negative, when `to` lies before `from`. The
 * first day counts, the last does not.
 * `30_360` is the US bond basis (a 31st counts as the 30th; at the end only when the start is the 30th or 31st);
 * `actual_actual_isda` divides the days of each calendar year by its own length.
 * Source: ISDA 2006 definitions, section 4.16.
 */
export function yearFraction(from: PlainDate, to: PlainDate, dayCount: DayCount): Rational {
  const days = daysBetween(from, to);
  switch (dayCount) {
    case 'actual_365':
      return Rational.of(days, 365);
    case 'actual_360':
      return Rational.of(days, 360);
    case 'actual_365_25':
      return Rational.of(days * 4, 1461);
    case '30_360':
      return Rational.of(days < 0 ? -days30(to, from) : days30(from, to), 360);
    case 'actual_actual_isda':
      return days < 0 ? actualActual(to, from).negated() : actualActual(from, to);
  }
}

function days30(from: PlainDate, to: PlainDate): number {
  const [start, end] = [partsOf(from), partsOf(to)];
  const startDay = Math.min(start.day, 30);
  const endDay = end.day === 31 && startDay === 30 ? 30 : end.day;
  return (end.year - start.year) * 360 + (end.month - start.month) * 30 + (endDay - startDay);
}

function actualActual(from: PlainDate, to: PlainDate): Rational {
  const [first, last] = [partsOf(from).year, partsOf(to).year];
  const daysOf = (year: number): number => (isLeapYear(year) ? 366 : 365);
  if (first === last) return Rational.of(daysBetween(from, to), daysOf(first));
  // The new year after 9999 has no date of four digits; the days of a year are counted from its own first day.
  const startPart = daysOf(first) - daysBetween(plainDateOf(first, 1, 1), from);
  const endPart = daysBetween(plainDateOf(last, 1, 1), to);
  return Rational.of(startPart, daysOf(first))
    .plus(Rational.of(last - first - 1))
    .plus(Rational.of(endPart, daysOf(last)));
}
