export type { TimedFlow } from './discount-polynomial.ts';
export { internalRates, RATE_ACCURACY } from './internal-rates.ts';
export type { IndexValue, PublicMarket } from './public-market.ts';
export { type DatedFlow, type Returns, type ReturnsInput, returns } from './returns.ts';
