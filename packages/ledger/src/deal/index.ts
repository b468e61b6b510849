export type { DealMember, GroupedDeal, IssuerKnowledge } from './grouping/deals-of.ts';
export { issuersOf, knowledgeOf } from './grouping/deals-of.ts';
export type { GroupedItem, PairwiseScore } from './grouping/pairwise.ts';
export { pairwiseScore } from './grouping/pairwise.ts';
export type { ChoiceRule, Standing } from './reconcile/index.ts';
export { STATUS_THEN_TIER } from './reconcile/index.ts';
export { timelineOf } from './timeline.ts';
export type * from './view.ts';
export { listDeals, viewDeal } from './view-deal.ts';
