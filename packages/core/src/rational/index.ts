export type { RoundingMode } from './rational.ts';
export { maximum, minimum, Rational, sum } from './rational.ts';
