export { headlineBounds } from './headline-bounds.ts';
export { lowestRanks } from './lowest-ranks.ts';
export type { BoundedRow, RankedRow, Ranking } from './rank-by-bounds.ts';
export { rankByBounds } from './rank-by-bounds.ts';
