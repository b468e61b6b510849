export type { ByteStream, ByteStreams, Said } from './byte-streams.ts';
export type { Clock } from './clock.ts';
export type { DraftModel, DraftRequest } from './draft-model.ts';
export type { FileAccess } from './file-access.ts';
export type { Appended, LogStore, LogStretch, StoredEntry } from './log-store.ts';
