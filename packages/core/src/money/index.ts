export type { Bounds, Qualifier, StatedAmount } from './stated-amount.ts';
export { boundsOf, headlineValue, QUALIFIERS, sameStatedAmount } from './stated-amount.ts';
