export { type CallTerms, type CallValue, callValue, expectedExcess, timeValue } from './black-scholes.ts';
export { type ExpectedPayoff, expectedPayoff, type KinkedPayoff, kinkedPayoffOf } from './expected-payoff.ts';
export { millsRatio, normalCdf, normalDensity } from './normal.ts';
export { type OpmInput, type OpmOutput, opm } from './opm.ts';
export { type NoMean, type SolvedMean, solveMean } from './solve-mean.ts';
