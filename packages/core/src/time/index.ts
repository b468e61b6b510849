export type { DateRange, PartialDate } from './partial-date.ts';
export { firstDayOf, lastDayOf, parsePartialDate, rangeOf, rangesOverlap } from './partial-date.ts';
export type { DateParts, PlainDate } from './plain-date.ts';
export {
  addDays,
  addMonths,
  dayOfWeek,
  daysBetween,
  fromEpochDay,
  isLeapYear,
  lengthOfMonth,
  parsePlainDate,
  partsOf,
  plainDateOf,
  toEpochDay,
  wholeMonthsBetween,
} from './plain-date.ts';
