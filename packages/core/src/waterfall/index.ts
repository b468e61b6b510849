export { BulkPayoff } from './bulk-payoff.kernel.ts';
export { type Claimant, convertsAbove, type Piece, piecesOf, type Standing } from './claimant.ts';
export { type Claim, claimantOf, claimsOf } from './claims.ts';
export type { Deduction } from './deductions.ts';
export { DerivedExit } from './derived-exit.ts';
export { type DerivedSegment, derivedSegments } from './derived-table.ts';
export { type PayoffSegment, type PayoffTable, payoffAt } from './payoff.ts';
export { type Exit, exitOf, payoffOf } from './payoff-of.ts';
export {
  type CumulativeDividend,
  checkSecurities,
  type ExitClass,
  type ExitOption,
  type ExitSafe,
  type ExitSecurities,
} from './securities.ts';
export { type SolvedWaterfall, solveWaterfall, standingAt } from './solve.ts';
export {
  type ExitResult,
  type WaterfallInput,
  type WaterfallOutput,
  waterfall,
} from './waterfall.ts';
