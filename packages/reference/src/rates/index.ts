export { referenceRates } from './reference-rates.ts';
