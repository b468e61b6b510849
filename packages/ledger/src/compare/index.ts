export { amountOfBody, moneyOf, statusOfBody, timeOf } from './body.ts';
export { type Agreement, agreementOf, halfUnit, roundsTo, toTwoDigits } from './precision.ts';
export { isDone, isOpen } from './progress.ts';
