export type { Currency } from './currency.ts';
export { CURRENCIES, isCurrencyCode, parseCurrency } from './currency.ts';
export type { Bounds, Qualifier, StatedAmount } from './stated-amount.ts';
export { boundsOf, headlineOf, headlineValue, QUALIFIERS, sameStatedAmount } from './stated-amount.ts';
