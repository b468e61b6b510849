export type { LogEntry } from './entry.ts';
export { replay } from './replay.ts';
