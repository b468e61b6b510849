export { type CallTerms, type CallValue, callValue, expectedExcess, timeValue } from './black-scholes.ts';
export type { ContractClass, ContractTerms } from './contract-terms.ts';
export { type ContractValue, contractValue } from './contract-value.ts';
export { type ExpectedPayoff, expectedPayoff, type KinkedPayoff, kinkedPayoffOf } from './expected-payoff.ts';
export { type ExpectedPayoffs, expectedPayoffsOf } from './expected-payoffs.ts';
export { exactlyOf } from './floating.ts';
export { millsRatio, normalCdf, normalDensity } from './normal.ts';
export { type OpmInput, type OpmOutput, opm } from './opm.ts';
export { type NoMean, type SolvedMean, solveMean } from './solve-mean.ts';
