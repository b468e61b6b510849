export type { Clock } from './clock.ts';
export type { FileAccess } from './file-access.ts';
export type { Appended, LogStore, LogStretch, StoredEntry } from './log-store.ts';
