export { type Language, languageOf } from './detect.ts';
export { readForeignLines } from './read-foreign.ts';
export { scanForeignAmounts } from './scan-foreign-amounts.ts';
