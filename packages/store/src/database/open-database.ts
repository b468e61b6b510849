import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { migrate } from './migrate.ts';
import { oneConnectionPool } from './one-connection-pool.ts';
import type { Tables } from './tables.ts';

/*
 * Both drivers are loaded when they are needed: most commands read and compute, and open no store.
 */

/** Type number of int8 in PostgreSQL: it does not fit a JavaScript number. */
const INT8 = 20;

/** PostgreSQL inside this process, its files in `folder`. The caller holds the folder's lock. Throws when it cannot be opened. */
export async function openEmbeddedDatabase(folder: string): Promise<Kysely<Tables>> {
  const { PGlite } = await import('@electric-sql/pglite');
  return prepared(oneConnectionPool(await PGlite.create(folder, { parsers: { [INT8]: BigInt } })));
}

/** A PostgreSQL server, by its connection URL. Throws when it cannot be reached. */
export async function openDatabaseServer(url: string): Promise<Kysely<Tables>> {
  const { default: pg } = await import('pg');
  const types = {
    getTypeParser: ((oid: number, format?: 'text') =>
      oid === INT8 ? BigInt : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
  };
  const pool = new pg.Pool({ connectionString: url, types, connectionTimeoutMillis: 10_000 });
  // An idle connection that the server closes must not end this process; the next query opens another.
  pool.on('error', () => {});
  return prepared(pool as unknown as PostgresPool);
}

async function prepared(pool: PostgresPool): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
