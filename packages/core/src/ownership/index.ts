export type { OwnershipEdge } from './edges.ts';
export type { LookThroughInput, LookThroughStake } from './look-through.ts';
export { lookThrough } from './look-through.ts';
export type { StakeQuery } from './stakes.ts';
