export { type CallTerms, type CallValue, callValue, expectedExcess, timeValue } from './black-scholes.ts';
export { millsRatio, normalCdf, normalDensity } from './normal.ts';
