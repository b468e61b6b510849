export { type CapitalCall, type CapitalCallInput, capitalCall } from './capital-call.ts';
export { type CappedProfit, type CappedProfitInput, type CappedUnit, cappedProfit } from './capped-profit.ts';
export { type FundWaterfall, type FundWaterfallInput, fundWaterfall } from './fund-waterfall.ts';
