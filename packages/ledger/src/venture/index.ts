export type { VentureKnowledge } from './venture-statements.ts';
export { isVenture, knowledgeOfVenture } from './venture-statements.ts';
