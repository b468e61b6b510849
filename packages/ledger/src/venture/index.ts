export type { VentureKnowledge } from './venture-statements.ts';
export { isVenture, knowledgeOfVenture } from './venture-statements.ts';
export type * from './view.ts';
export { viewVenture } from './view-venture.ts';
