export { memoryLog } from './memory-log.ts';
export { fromStored, toStored } from './stored-log.ts';
