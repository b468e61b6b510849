export { type CappedProfit, type CappedProfitInput, type CappedUnit, cappedProfit } from './capped-profit.ts';
