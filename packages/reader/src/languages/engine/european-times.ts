import type { Season, Time } from './times.ts';

type Groups = Readonly<Record<string, string | undefined>>;

/** Words for parts of the year, lower-cased. */
export interface CalendarWords {
  readonly months: readonly RegExp[];
  readonly weekdays: readonly string[];
  readonly seasons: readonly (readonly [RegExp, Season])[];
  readonly last: RegExp;
  readonly next: RegExp;
  readonly ordinals: readonly RegExp[];
  readonly counts: readonly string[];
  readonly yesterday: RegExp;
  readonly by: RegExp;
  readonly since: RegExp;
  readonly end: RegExp;
}

/** What the groups of a German or French form say; the groups carry the same names in both. */
export function europeanTime(groups: Groups, words: CalendarWords): Time | undefined {
  const lead = groups.lead ?? '';
  const ordinal = (printed: string): number =>
    words.ordinals.findIndex((pattern) => pattern.test(printed)) + 1;
  const shift = (printed: string): number =>
    words.last.test(printed) ? -1 : words.next.test(printed) ? 1 : 0;
  const season =
    groups.s === undefined ? undefined : words.seasons.find(([pattern]) => pattern.test(groups.s ?? ''));
  const weekday = groups.w === undefined ? -1 : words.weekdays.indexOf(groups.w.toLowerCase());
  const month =
    groups.m === undefined ? -1 : words.months.findIndex((pattern) => pattern.test(groups.m ?? ''));
  const ago = groups.ago === undefined ? -1 : words.counts.indexOf(groups.ago.toLowerCase());
  const isEnd = words.end.test(lead);
  return {
    ...(groups.y === undefined ? {} : { year: Number(groups.y) }),
    ...(groups.r === undefined ? {} : { yearShift: shift(groups.r) }),
    ...(groups.ago === undefined ? {} : { yearShift: -(ago >= 0 ? ago + 1 : Number(groups.ago)) }),
    ...(month < 0 ? {} : { month: month + 1 }),
    ...(groups.d === undefined ? {} : { day: Number.parseInt(groups.d, 10) }),
    ...(groups.rm === undefined ? {} : { monthShift: shift(groups.rm) }),
    ...(groups.today === undefined ? {} : { dayShift: words.yesterday.test(groups.today) ? -1 : 0 }),
    ...(weekday < 0 ? {} : { weekday: weekday + 1 }),
    ...(season === undefined ? {} : { season: season[1] }),
    ...(groups.q === undefined
      ? {}
      : { quarter: /\d/.test(groups.q) ? Number(/\d/.exec(groups.q)?.[0]) : ordinal(groups.q) }),
    ...(groups.h === undefined ? {} : { half: (ordinal(groups.h) === 2 ? 2 : 1) as 1 | 2 }),
    ...(words.by.test(lead)
      ? { bound: 'by' as const }
      : words.since.test(lead)
        ? { bound: 'since' as const }
        : {}),
    ...(isEnd ? { end: true } : {}),
    ...(isEnd && month < 0 && groups.y !== undefined && !words.by.test(lead) && season === undefined
      ? { month: 12 }
      : {}),
  };
}
