import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '@tranche/core/result';
import type { LogStore } from '@tranche/service/ports';
import { openDatabaseServer, openEmbeddedDatabase } from '../database/index.ts';
import { takeFolderLock } from '../lock/index.ts';
import { logStoreOn } from './log-store.ts';

export interface OpenStore {
  readonly log: LogStore;
  /** Lets other processes find the server that owns the folder; without effect on a database server. */
  announce(address: string): void;
}

/**
 * The store in a folder of this machine. The process owns the folder until `log.close()` or its end.
 * Fails: STORE_LOCKED (see `takeFolderLock`), STORE_UNREADABLE when the folder cannot be written or its database opened.
 */
export async function openFolderStore(folder: string): Promise<Result<OpenStore>> {
  const lock = attempt(folder, () => takeFolderLock(folder));
  if (!lock.ok) return lock;
  try {
    const database = join(folder, 'database');
    if (!existsSync(database)) await createDatabase(database, join(folder, 'database-draft'));
    const log = logStoreOn(await openEmbeddedDatabase(database), lock.value.isHeld);
    return ok({
      log: { ...log, close: () => log.close().finally(lock.value.release) },
      announce: lock.value.announce,
    });
  } catch (error) {
    lock.value.release();
    return unreadable(folder, error);
  }
}

/**
 * A new database is made beside its place and moved there when it is whole: a process that is killed while it
 * makes one leaves a draft, which the next process throws away.
 */
async function createDatabase(place: string, draft: string): Promise<void> {
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  await (await openEmbeddedDatabase(draft)).destroy();
  renameSync(draft, place);
}

/** The store on a PostgreSQL server that a team shares. Fails: STORE_UNREADABLE. */
export async function openServerStore(url: string): Promise<Result<OpenStore>> {
  try {
    return ok({ log: logStoreOn(await openDatabaseServer(url)), announce: () => {} });
  } catch (error) {
    return unreadable(withoutPassword(url), error);
  }
}

function attempt<T>(folder: string, action: () => Result<T>): Result<T> {
  try {
    return action();
  } catch (error) {
    return unreadable(folder, error);
  }
}

const unreadable = (where: string, error: unknown): Result<never> =>
  fail(
    'STORE_UNREADABLE',
    where,
    `the store cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
  );

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    parsed.password = '';
    return parsed.href;
  } catch {
    return 'DATABASE_URL';
  }
}
