export { calculatorRoutes } from './calculators.ts';
export { dealRoutes } from './deals.ts';
export { healthRoutes } from './health.ts';
export { judgementRoutes } from './judgements.ts';
export { partyRoutes } from './parties.ts';
export { questionRoutes } from './questions.ts';
export { rankingRoutes } from './ranking.ts';
export { sourceRoutes } from './sources.ts';
