export type { ClaimedText } from './claims.ts';
export { arbitraryClaimedText } from './claims.ts';
export { arbitraryDay } from './dates.ts';
export type { EquityLedger } from './equity-ledgers.ts';
export { arbitraryEquityLedger } from './equity-ledgers.ts';
export { arbitraryExitSecurities } from './exit-securities.ts';
export type { PointedGraph } from './formula-graph.ts';
export { arbitraryPointedGraph, arbitraryRounding } from './formula-graph.ts';
export type { BoundedPoint } from './numbers.ts';
export {
  arbitraryBoundedPoint,
  arbitraryMoney,
  arbitraryRational,
  arbitraryStatedAmount,
  contains,
} from './numbers.ts';
export { arbitraryRoundProblem } from './round-problems.ts';
export { arbitraryRound } from './rounds.ts';
export type { SliceBounds } from './slices.ts';
export { arbitrarySlices } from './slices.ts';
