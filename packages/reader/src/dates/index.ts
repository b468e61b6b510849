export type { DateMention, Direction } from './date-mention.ts';
export { type DateOptions, scanDates } from './scan-dates.ts';
