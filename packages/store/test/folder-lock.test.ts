import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectOk } from '@tranche/core/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderOwner, takeFolderLock } from '../src/lock/index.ts';
import { exitOf, firstLineOf, runInChild } from './child-process.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockFiles = (): string[] => readdirSync(folder).filter((name) => name.startsWith('lock'));

const HOLD = `
  const { takeFolderLock } = await load('lock');
  const taken = takeFolderLock(args[0]);
  say(taken.ok ? 'taken' : taken.failure.code);
  if (taken.ok) setInterval(() => {}, 1000);
`;

describe('the lock of a data folder', () => {
  it('lets the same folder be taken again after it was released, and leaves one file behind', () => {
    for (let turn = 0; turn < 3; turn += 1) expectOk(takeFolderLock(folder)).release();
    expect(lockFiles()).toEqual(['lock.3']);
    expect(folderOwner(folder)).toBeUndefined();
  });

  it('is refused while another process holds it, with its id and the address it announced', async () => {
    const child = runInChild(
      `
        const { takeFolderLock } = await load('lock');
        const taken = takeFolderLock(args[0]);
        taken.value.announce('http://127.0.0.1:4173');
        say('taken');
        setInterval(() => {}, 1000);
      `,
      folder,
    );
    expect(await firstLineOf(child)).toBe('taken');
    const refused = takeFolderLock(folder);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'STORE_LOCKED', path: folder } });
    expect(refused.ok ? '' : refused.failure.message).toBe(
      `the data folder is in use by process ${child.pid}, which serves it at http://127.0.0.1:4173`,
    );
    child.kill('SIGKILL');
    await exitOf(child);
    expectOk(takeFolderLock(folder)).release();
  });

  it('goes to exactly one of several processes that start together, also over one left behind', async () => {
    writeLock(1, { pid: 999_999_999 });
    const children = Array.from({ length: 4 }, () => runInChild(HOLD, folder));
    // All are listened to at once: what a process prints is gone when it ends unheard.
    const answers = await Promise.all(children.map(firstLineOf));
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(children.map(exitOf));
    expect(answers.sort()).toEqual(['STORE_LOCKED', 'STORE_LOCKED', 'STORE_LOCKED', 'taken']);
  });

  it('does not take a process that got a used id for the one that had it', () => {
    const mine = expectOk(takeFolderLock(folder));
    const record = JSON.parse(readFileSync(join(folder, 'lock.1'), 'utf8'));
    mine.release();
    writeLock(2, { ...record, started: '1', token: 'other' });
    expectOk(takeFolderLock(folder)).release();
  });

  it('of another machine counts while its heartbeat is fresh, and not after', () => {
    writeLock(1, { pid: process.pid, machine: 'elsewhere' });
    expect(takeFolderLock(folder)).toMatchObject({ ok: false, failure: { code: 'STORE_LOCKED' } });
    const old = new Date(Date.now() - 60_000);
    utimesSync(join(folder, 'lock.1'), old, old);
    expectOk(takeFolderLock(folder)).release();
  });

  it('notices when it was taken over', () => {
    const mine = expectOk(takeFolderLock(folder));
    expect(mine.isHeld()).toBe(true);
    writeLock(2, { pid: process.pid, machine: 'elsewhere' });
    expect(mine.isHeld()).toBe(false);
    mine.release();
    expect(lockFiles()).toContain('lock.2');
  });

  it('whose file was damaged blocks nobody', () => {
    writeFileSync(join(folder, 'lock.7'), '{"pid":');
    expectOk(takeFolderLock(folder)).release();
    expect(lockFiles()).toEqual(['lock.8']);
  });
});

function writeLock(number: number, record: Readonly<Record<string, unknown>>): void {
  writeFileSync(
    join(folder, `lock.${number}`),
    JSON.stringify({ machine: 'this', token: 'left behind', ...record }),
  );
  if (record.machine === undefined) {
    const old = new Date(Date.now() - 60_000);
    utimesSync(join(folder, `lock.${number}`), old, old);
  }
}
