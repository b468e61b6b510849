export type { BoundedRow, RankedRow, Ranking } from './rank-by-bounds.ts';
export { rankByBounds } from './rank-by-bounds.ts';
export { rankByHeadline } from './rank-by-headline.ts';
