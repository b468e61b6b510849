import type { Result } from '@tranche/core/result';
import type { JsonObject } from '@tranche/ledger/claim';

/** One line of the append-only log as it is kept: its id is decided by its content, never by the store. */
export interface StoredEntry {
  readonly id: string;
  readonly kind: string;
  readonly body: JsonObject;
}

export interface Appended {
  /** How many were new; the others were there already. */
  readonly appended: number;
}

/** A stretch of the log, and how far it reaches: reading goes on from `position`. */
export interface LogStretch {
  readonly entries: readonly StoredEntry[];
  readonly position: bigint;
}

/** Where the log is kept. Nothing is changed or removed; the order of appending is the order of reading. */
export interface LogStore {
  /**
   * Appends all entries or none; one that is there already is left as it is. When it resolves, the entries
   * survive the end of the process. Fails: ENTRY_CONFLICT when a known id comes with other content,
   * STORE_LOST when another process has taken the store over.
   */
  append(entries: readonly StoredEntry[]): Promise<Result<Appended>>;
  /** What was appended after a position; `0n` reads the whole log. */
  readAfter(position: bigint): Promise<LogStretch>;
  close(): Promise<void>;
}
