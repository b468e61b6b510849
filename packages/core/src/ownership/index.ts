export type { OwnershipEdge } from './edges.ts';
export type { LookThroughInput, LookThroughStake, StakeQuery } from './look-through.ts';
export { lookThrough } from './look-through.ts';
