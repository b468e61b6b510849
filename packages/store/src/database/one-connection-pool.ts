import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

type Query = PostgresPoolClient['query'];

/**
 * The embedded database as a pool of its one connection, so that the query builder's PostgreSQL dialect runs on
 * it unchanged. Who asks for the connection waits until it is given back: a transaction is never interleaved.
 */
export function oneConnectionPool(database: PGlite): PostgresPool {
  let free: Promise<void> = Promise.resolve();
  const query = async (sql: string, parameters: readonly unknown[]) => {
    const { rows, affectedRows } = await database.query(sql, [...parameters]);
    // The dialect asks for the command only to know whether to report a number of changed rows.
    return { command: 'INSERT', rowCount: affectedRows ?? 0, rows };
  };
  return {
    connect: async () => {
      const before = free;
      let release = (): void => {};
      free = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return { query: query as unknown as Query, release };
    },
    end: () => database.close(),
  };
}
