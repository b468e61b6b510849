export { NAMED_CAPITALIZATIONS } from './check-deal-file.ts';
export { dealFileJsonSchema } from './json-schema.ts';
export { judgementsOfFile, statementsOfFile } from './ledger-parts.ts';
export { exactNumberOf } from './number-text.ts';
export { type Path, written } from './places.ts';
export { type ReadDealFile, readDealFile } from './read-deal-file.ts';
export type { DealFile, DealSelector } from './schema.ts';
