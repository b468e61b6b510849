export { conversionRatio } from './conversion-ratio.ts';
export { HOLDING_KINDS, ownershipUnder } from './ownership.ts';
export { sumByHolder } from './sum-by-holder.ts';
