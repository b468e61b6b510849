import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '@tranche/core/result';
import { machineId, processExists, processStart } from './machine.ts';

/**
 * One process owns a data folder at a time, since the embedded database opens twice without complaint and then
 * loses what one of the two wrote.
 *
 * The lock is a file `lock.N`. The owner is named by the file with the highest N, unless that one says it was
 * released or its process is gone; then the next process makes `lock.N+1`. Making it is one step that only one
 * process can do (a hard link to a file already written), and the file with the highest number is never removed,
 * only rewritten by its owner, so a slow process cannot take an old number for a free folder: after making its
 * file it looks once more and steps back when a higher one is there.
 *
 * A process that was killed leaves its file behind. Its id together with its start time shows that it is gone.
 * Where ids do not help (another machine or container on a shared folder, a system without /proc) the owner
 * touches its file every few seconds, and a file untouched for `STALE_AFTER_MS` counts as left behind.
 */
export interface FolderLock {
  /** Tells others where this process can be reached. */
  announce(address: string): void;
  /** False once another process has taken the folder over, after this one was taken for dead. */
  isHeld(): boolean;
  release(): void;
}

/** Who owns the folder, as written in the lock file. */
export interface LockOwner {
  readonly pid: number;
  readonly started?: string;
  readonly machine: string;
  readonly address?: string;
}

interface LockRecord extends LockOwner {
  readonly token: string;
  readonly released?: boolean;
}

const HEARTBEAT_MS = 5_000;
const STALE_AFTER_MS = 30_000;
const NAME = /^lock\.(\d{1,12})$/;

/** Fails: STORE_LOCKED, naming the process and, if it serves, its address (also as `expected`). */
export function takeFolderLock(folder: string): Result<FolderLock> {
  mkdirSync(folder, { recursive: true });
  const token = randomUUID();
  const started = processStart(process.pid);
  const mine: LockRecord = {
    pid: process.pid,
    ...(started === undefined ? {} : { started }),
    machine: machineId(),
    token,
  };
  for (;;) {
    const top = highest(folder);
    const owner = top === undefined ? undefined : ownerOf(folder, top);
    if (owner !== undefined) return lockedBy(folder, owner);
    const number = (top ?? 0) + 1;
    if (!create(folder, number, mine)) continue;
    if (highest(folder) === number) {
      for (const older of numbers(folder)) if (older < number) rmSync(fileOf(folder, older), { force: true });
      return ok(held(folder, number, mine));
    }
    rmSync(fileOf(folder, number), { force: true });
  }
}

/** The live owner of a folder, if there is one; takes nothing. */
export function folderOwner(folder: string): LockOwner | undefined {
  const top = highest(folder);
  return top === undefined ? undefined : ownerOf(folder, top);
}

function held(folder: string, number: number, first: LockRecord): FolderLock {
  let record = first;
  const file = fileOf(folder, number);
  const isHeld = (): boolean => highest(folder) === number && recordIn(file)?.token === record.token;
  const heartbeat = setInterval(() => {
    const now = new Date();
    try {
      if (isHeld()) utimesSync(file, now, now);
    } catch {
      // The folder is gone or unreadable; the next append finds out and says so.
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const rewrite = (next: LockRecord): void => {
    record = next;
    const draft = writeDraft(folder, next);
    renameSync(draft, file);
  };
  return {
    announce: (address) => {
      if (isHeld()) rewrite({ ...record, address });
    },
    isHeld,
    release: () => {
      clearInterval(heartbeat);
      if (isHeld()) rewrite({ ...record, released: true });
    },
  };
}

function lockedBy(folder: string, owner: LockOwner): Result<never> {
  const serving = owner.address === undefined ? '' : `, which serves it at ${owner.address}`;
  return fail('STORE_LOCKED', folder, `the data folder is in use by process ${owner.pid}${serving}`, {
    expected: 'that process to end, its address to be used, or another folder given by --data',
  });
}

function ownerOf(folder: string, number: number): LockOwner | undefined {
  const file = fileOf(folder, number);
  const record = recordIn(file);
  // A damaged file names nobody, and an owner writes its file whole; so nobody owns it.
  if (record === undefined || record.released === true) return undefined;
  return isAlive(record, file) ? record : undefined;
}

function isAlive(record: LockRecord, file: string): boolean {
  if (record.machine === machineId()) {
    if (!processExists(record.pid)) return false;
    if (record.started !== undefined) return processStart(record.pid) === record.started;
  }
  return Date.now() - (modifiedAt(file) ?? 0) < STALE_AFTER_MS;
}

function create(folder: string, number: number, record: LockRecord): boolean {
  const draft = writeDraft(folder, record);
  try {
    linkSync(draft, fileOf(folder, number));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDraft(folder: string, record: LockRecord): string {
  const draft = join(folder, `lock-draft.${record.token}`);
  writeFileSync(draft, `${JSON.stringify(record)}\n`);
  return draft;
}

function recordIn(file: string): LockRecord | undefined {
  try {
    const record: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRecord(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is LockRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, machine, token } = value as Partial<LockRecord>;
  return typeof pid === 'number' && typeof machine === 'string' && typeof token === 'string';
}

const fileOf = (folder: string, number: number): string => join(folder, `lock.${number}`);

function numbers(folder: string): number[] {
  try {
    return readdirSync(folder).flatMap((name) => {
      const digits = NAME.exec(name)?.[1];
      return digits === undefined ? [] : [Number(digits)];
    });
  } catch {
    return [];
  }
}

const highest = (folder: string): number | undefined => {
  const all = numbers(folder);
  return all.length === 0 ? undefined : Math.max(...all);
};

function modifiedAt(file: string): number | undefined {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return undefined;
  }
}
