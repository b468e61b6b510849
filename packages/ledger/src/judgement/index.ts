export { decisionsOf, judgementsInForce } from './in-force.ts';
export type { Decision, Judgement } from './judgement.ts';
