export type { CommitmentTotals, ExceededSlice, Share, Slice, Totals } from './commitment-totals.ts';
export { commitmentTotals } from './commitment-totals.ts';
export type { ImpliedStake, ImpliedValuation, StakeTerms } from './implied.ts';
export { impliedStakes, impliedValuation } from './implied.ts';
export type { Reconciliation } from './reconcile.ts';
export { reconcile } from './reconcile.ts';
