export type { AmountMention } from './amount-mention.ts';
export type { CurrencyHints } from './currencies.ts';
export { yenSignMeansYuan } from './currencies.ts';
export { type ScanOptions, scanAmounts } from './scan-amounts.ts';
export { type PercentMention, scanPercents } from './scan-percents.ts';
