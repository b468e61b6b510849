export { bounds, day, exactly, inputOf, partialDate, rational, unreported, usd } from './values.ts';
