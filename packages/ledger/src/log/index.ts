export type { LogEntry } from './entry.ts';
export { Replay, replay } from './replay.ts';
