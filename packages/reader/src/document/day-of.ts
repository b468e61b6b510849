import { type PlainDate, parsePlainDate, plainDateOf } from '@tranche/core/time';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The calendar day of a moment as machines write it: ISO 8601 (`2025-03-31T16:05:00-07:00`), the date of a mail or a
 * feed (`Mon, 31 Mar 2025 16:05:00 -0700`), `20250331`, or `March 31, 2025`. The day as written, in its own time zone.
 */
export function dayOf(written: string | undefined): PlainDate | undefined {
  if (written === undefined) return undefined;
  const text = written.slice(0, 100).trim();
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text);
  if (iso !== null) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const mail = /(?:^|\s)(\d{1,2})[ -]([A-Za-z]{3})[A-Za-z]*\.?[ -](\d{4}|\d{2})\b/.exec(text);
  if (mail !== null) return valid(yearOf(mail[3] ?? ''), monthOf(mail[2]), Number(mail[1]));
  const long = /(?:^|\s)([A-Za-z]{3})[A-Za-z]*\.? (\d{1,2}),? (\d{4})\b/.exec(text);
  return long === null ? undefined : valid(Number(long[3]), monthOf(long[1]), Number(long[2]));
}

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').toLowerCase()) + 1;

/** Two figures are a year of the mails of the last century or of this one. */
const yearOf = (figures: string): number =>
  figures.length === 4 ? Number(figures) : Number(figures) + (Number(figures) < 70 ? 2000 : 1900);

function valid(year: number, month: number, day: number): PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1000) return undefined;
  const read = parsePlainDate(plainDateOf(year, month, day));
  return read.ok ? read.value : undefined;
}
