export { additionsTo } from './additions.ts';
export { memoryLog } from './memory-log.ts';
export { ledgerReader, type ReadLedger } from './read-ledger.ts';
export { fromStored, toStored } from './stored-log.ts';
