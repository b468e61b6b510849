export type {
  Choices,
  ConversionTerms,
  PoolTerms,
  Pricing,
  ProtectedShares,
  RoundProblem,
} from './problem.ts';
export { round } from './round.ts';
export { RoundSolution, solveRound } from './solve.ts';
export type {
  Basis,
  CapBase,
  Convertible,
  Holding,
  HoldingProtection,
  Pool,
  PoolMode,
  PricingMethod,
  RoundInput,
  RoundOutput,
  RoundPrice,
  RoundRounding,
  ValuationCap,
} from './types.ts';
