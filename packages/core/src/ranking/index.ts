export type { RankedRow, Ranking } from './rank-by-bounds.ts';
export { rankByBounds } from './rank-by-bounds.ts';
