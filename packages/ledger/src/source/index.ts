export type { Source, Tier } from './source.ts';
export { rankOfTier, TIERS } from './source.ts';
