export { amount, claimOf, factOf } from './said.ts';
