export { type DealAnswers, dealAnswers } from './answers.ts';
export { type AskedDates, resolveDates } from './dates.ts';
export { isDealOf } from './is-deal-of.ts';
