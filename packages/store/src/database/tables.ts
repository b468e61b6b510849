import type { JsonObject } from '@tranche/ledger/claim';
import type { ColumnType, GeneratedAlways } from 'kysely';

/** The tables as queries see them. A column that may not be changed has the update type `never`. */
export interface Tables {
  readonly log: LogTable;
}

export interface LogTable {
  /** The order of appending. */
  readonly position: GeneratedAlways<bigint>;
  readonly id: ColumnType<string, string, never>;
  readonly kind: ColumnType<string, string, never>;
  /** Kept as `json`, not `jsonb`: spelling and order of what was written stay as they were. */
  readonly body: ColumnType<JsonObject, string, never>;
  /** When the store took it, for operators; no answer depends on it. */
  readonly recorded_at: GeneratedAlways<Date>;
}
