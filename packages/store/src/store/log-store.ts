import { fail, ok } from '@tranche/core/result';
import type { Appended, LogStore, StoredEntry } from '@tranche/service/ports';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../database/index.ts';

/** PostgreSQL takes at most 65,535 parameters in a statement; an entry needs three. */
const ENTRIES_PER_STATEMENT = 5_000;

/** Any number that other programs on the same server are unlikely to use. */
const LOCK_OF_THE_LOG = 7_461_025;

/** The log on a database that has its tables. `isOurs` says whether this process may still write. */
export function logStoreOn(db: Kysely<Tables>, isOurs: () => boolean = () => true): LogStore {
  return {
    append: async (entries) => {
      if (!isOurs()) {
        return fail('STORE_LOST', '', 'another process has taken the data folder over; nothing was written', {
          expected: 'this process to be started again',
        });
      }
      return db
        .transaction()
        .execute((transaction) => appendIn(transaction, entries))
        .then(ok)
        .catch((error: unknown) => {
          if (error instanceof ConflictError) {
            return fail('ENTRY_CONFLICT', error.id, 'the log has an entry of this id with other content');
          }
          throw error;
        });
    },
    readAfter: async (position) => {
      const rows = await db
        .selectFrom('log')
        .select(['position', 'id', 'kind', 'body'])
        .where('position', '>', position)
        .orderBy('position')
        .execute();
      return {
        entries: rows.map(({ id, kind, body }) => ({ id, kind, body })),
        position: rows.at(-1)?.position ?? position,
      };
    },
    close: () => db.destroy(),
  };
}

/** Thrown inside the transaction, so that it is rolled back; never leaves this file. */
class ConflictError extends Error {
  readonly id: string;
  constructor(id: string) {
    super(`conflicting content for ${id}`);
    this.id = id;
  }
}

async function appendIn(db: Transaction<Tables>, entries: readonly StoredEntry[]): Promise<Appended> {
  // One writer at a time, so that positions become visible in their order and no reader passes one over.
  await sql`select pg_advisory_xact_lock(${LOCK_OF_THE_LOG})`.execute(db);
  let appended = 0;
  for (let start = 0; start < entries.length; start += ENTRIES_PER_STATEMENT) {
    const batch = entries.slice(start, start + ENTRIES_PER_STATEMENT);
    const inserted = await db
      .insertInto('log')
      .values(batch.map(({ id, kind, body }) => ({ id, kind, body: JSON.stringify(body) })))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    appended += inserted.length;
    if (inserted.length < batch.length) await requireSameContent(db, batch);
  }
  return { appended };
}

async function requireSameContent(db: Transaction<Tables>, entries: readonly StoredEntry[]): Promise<void> {
  const ids = entries.map((entry) => entry.id);
  const kept = await db.selectFrom('log').select(['id', 'kind', 'body']).where('id', 'in', ids).execute();
  const content = new Map(kept.map((entry) => [entry.id, contentOf(entry)]));
  for (const entry of entries) {
    if (content.get(entry.id) !== contentOf(entry)) throw new ConflictError(entry.id);
  }
}

const contentOf = (entry: StoredEntry): string => JSON.stringify([entry.kind, entry.body]);
