export type { DealMember, GroupedDeal, IssuerKnowledge } from './grouping/deals-of.ts';
export { issuersOf, knowledgeOf } from './grouping/deals-of.ts';
export type { GroupedItem, PairwiseScore } from './grouping/pairwise.ts';
export { pairwiseScore } from './grouping/pairwise.ts';
export type * from './view.ts';
