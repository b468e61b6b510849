export { type GoldText, goldTextsOf } from './gold-file.ts';
export { type Measured, type MeasuredClaim, type MeasuredText, measure } from './measure.ts';
