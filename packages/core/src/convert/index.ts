export type { ConvertedGivenMoney, GivenConversion } from './convert-given-money.ts';
export { convertGivenMoney } from './convert-given-money.ts';
export type { ConvertedAmount, ConvertedNode } from './convert-money.ts';
export { convertAmount, convertMoney } from './convert-money.ts';
export type { ConversionLeg, ConversionRate, DatedRate, RateQuestion } from './find-rate.ts';
export { findRate } from './find-rate.ts';
