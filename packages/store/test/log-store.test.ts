import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectOk } from '@tranche/core/result';
import { memoryLog } from '@tranche/service/log';
import type { LogStore, StoredEntry } from '@tranche/service/ports';
import { prepareDatabase } from '@tranche/testkit/data-folder';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabaseServer, openEmbeddedDatabase, type Tables } from '../src/database/index.ts';
import { logStoreOn } from '../src/store/log-store.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.ts';

interface Backend {
  start(): Promise<void>;
  open(): Promise<OpenLog>;
  stop(): void;
}

interface OpenLog {
  readonly log: LogStore;
  /** For the backends that are a database, whose own guards are tried too. */
  readonly db?: Kysely<Tables>;
}

const onDatabase = (db: Kysely<Tables>): OpenLog => ({ db, log: logStoreOn(db) });

function memory(): Backend {
  const log = memoryLog();
  return { start: async () => {}, open: async () => ({ log }), stop: () => {} };
}

function embedded(): Backend {
  const folder = mkdtempSync(join(tmpdir(), 'tranche-store-'));
  return {
    start: () => prepareDatabase(folder),
    open: async () => onDatabase(await openEmbeddedDatabase(join(folder, 'database'))),
    stop: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function server(programs: string): Backend {
  let running: PostgresServer | undefined;
  return {
    start: async () => {
      running = await startPostgres(programs);
    },
    open: async () => onDatabase(await openDatabaseServer(running?.url ?? '')),
    stop: () => running?.stop(),
  };
}

const programs = postgresPrograms();
if (programs === undefined) {
  console.warn('PostgreSQL is not installed: the store is tried on the embedded database only.');
}

const entry = (n: number, more: Readonly<Record<string, string>> = {}): StoredEntry => ({
  id: `e-${n}`,
  kind: 'source',
  body: { n, ...more },
});

const readAll = async (log: LogStore): Promise<readonly StoredEntry[]> => (await log.readAfter(0n)).entries;

conformance('the memory of the process', memory());
conformance('the embedded database', embedded());
describe.skipIf(programs === undefined)('with PostgreSQL installed', () => {
  conformance('a PostgreSQL server', server(programs ?? ''));
});

function conformance(name: string, backend: Backend): void {
  describe(`the log on ${name}`, () => {
    let db: Kysely<Tables> | undefined;
    let log: LogStore;
    beforeAll(async () => {
      await backend.start();
      ({ db, log } = await backend.open());
    });
    afterAll(async () => {
      await log?.close();
      backend.stop();
    });

    it('keeps entries in the order of appending, and a second append of the same adds nothing', async () => {
      expect(expectOk(await log.append([entry(2), entry(1)]))).toEqual({ appended: 2 });
      expect(expectOk(await log.append([entry(1), entry(3), entry(2)]))).toEqual({ appended: 1 });
      expect(await readAll(log)).toEqual([entry(2), entry(1), entry(3)]);
    });

    it('appends all entries or none: a known id with other content refuses the whole append', async () => {
      const before = await readAll(log);
      const refused = await log.append([entry(8), entry(1, { changed: 'yes' }), entry(9)]);
      expect(refused).toMatchObject({ ok: false, failure: { code: 'ENTRY_CONFLICT', path: 'e-1' } });
      expect(await readAll(log)).toEqual(before);
    });

    it('refuses two entries of one id and different content in one append', async () => {
      const before = await readAll(log);
      expect(await log.append([entry(6), entry(6, { changed: 'yes' })])).toMatchObject({ ok: false });
      expect(await readAll(log)).toEqual(before);
    });

    it('is read on from where the last reading stopped', async () => {
      const { position } = await log.readAfter(0n);
      expect(await log.readAfter(position)).toEqual({ entries: [], position });
      expectOk(await log.append([entry(10), entry(11)]));
      const further = await log.readAfter(position);
      expect(further.entries).toEqual([entry(10), entry(11)]);
      expect(further.position).toBeGreaterThan(position);
    });

    it('gives a text back as it was: line ends, marks of every script, quotes, half a surrogate pair', async () => {
      const text = 'a\r\n\t"b" \\ é 億 🙂 \u2028 \ud83d \u0000 end';
      expectOk(await log.append([entry(20, { text })]));
      expect((await readAll(log)).at(-1)?.body.text).toBe(text);
    });

    it('keeps the order of fields in a body', async () => {
      expectOk(await log.append([{ id: 'e-30', kind: 'claim', body: { z: 1, a: { c: 1, b: 2 } } }]));
      expect(JSON.stringify((await readAll(log)).at(-1)?.body)).toBe('{"z":1,"a":{"c":1,"b":2}}');
    });

    it('takes more entries at once than one statement can carry', async () => {
      const many = Array.from({ length: 12_000 }, (_, n) => entry(100_000 + n));
      expect(expectOk(await log.append(many))).toEqual({ appended: 12_000 });
      expect((await readAll(log)).slice(-12_000)).toEqual(many);
    });

    it('appends that run at the same time all arrive', async () => {
      const before = (await readAll(log)).length;
      await Promise.all(Array.from({ length: 20 }, (_, n) => log.append([entry(500 + n)]).then(expectOk)));
      expect((await readAll(log)).length).toBe(before + 20);
    });

    it.each([
      ['update', sql`update log set kind = 'other'`],
      ['an update of no row', sql`update log set kind = 'other' where id = 'absent'`],
      ['delete', sql`delete from log`],
      ['truncate', sql`truncate log`],
    ])('if it is a database, refuses %s by itself', async (_, statement) => {
      if (db === undefined) return;
      const before = await readAll(log);
      await expect(statement.execute(db)).rejects.toThrow('the log is append-only');
      expect(await readAll(log)).toEqual(before);
    });

    it('is the same after it was closed and opened again', async () => {
      const before = await readAll(log);
      await log.close();
      ({ db, log } = await backend.open());
      expect(await readAll(log)).toEqual(before);
    });
  });
}
