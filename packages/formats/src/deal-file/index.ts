export { dealFileJsonSchema } from './json-schema.ts';
export { judgementsOfFile, statementsOfFile } from './ledger-parts.ts';
export { type ReadDealFile, readDealFile } from './read-deal-file.ts';
export type { DealFile, DealSelector } from './schema.ts';
