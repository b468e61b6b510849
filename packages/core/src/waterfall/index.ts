export { type PayoffSegment, type PayoffTable, payoffAt } from './payoff.ts';
