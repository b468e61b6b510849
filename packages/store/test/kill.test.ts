import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectOk } from '@tranche/core/result';
import { dataFolder } from '@tranche/testkit/data-folder';
import { expect, it } from 'vitest';
import { openFolderStore } from '../src/store/index.ts';
import { exitOf, firstLineOf, linesOf, runInChild } from './child-process.ts';

/** Each opening of the embedded database takes seconds on a busy machine. */
const OPENING_IS_SLOW_MS = 300_000;

/** Appends for ever, one entry and then a few at once, and says the last number of each acknowledged append. */
const WRITER = `
  const { openFolderStore } = await load('store');
  const opened = await openFolderStore(args[0]);
  const entry = (n) => ({ id: 'e-' + n, kind: 'source', body: { n, text: 'x'.repeat(n % 700) } });
  let n = Number(args[1]);
  for (let turn = 0; ; turn += 1) {
    const entries = Array.from({ length: turn % 2 === 0 ? 1 : 7 }, () => entry(n++));
    const appended = await opened.value.log.append(entries);
    if (appended.ok) say(String(n - 1));
  }
`;

it(
  'every acknowledged entry is there after the writer was killed, and an unfinished append is whole or absent',
  async () => {
    const folder = await dataFolder('tranche-kill-');
    let next = 0;
    for (const linesBeforeKill of [3, 120]) {
      const child = runInChild(WRITER, folder, String(next));
      const last = { acknowledged: next - 1 };
      let seen = 0;
      for await (const line of linesOf(child)) {
        last.acknowledged = Number(line);
        seen += 1;
        if (seen === linesBeforeKill) child.kill('SIGKILL');
      }
      await exitOf(child);
      const { log } = expectOk(await openFolderStore(folder));
      const numbers = (await log.readAfter(0n)).entries.map((entry) => entry.body.n);
      await log.close();
      expect(numbers).toEqual(numbers.map((_, n) => n));
      expect(numbers.length).toBeGreaterThan(last.acknowledged);
      // At most the one append that was under way can be there beyond what was acknowledged.
      expect(numbers.length).toBeLessThanOrEqual(last.acknowledged + 1 + 7);
      next = numbers.length;
    }
    rmSync(folder, { recursive: true, force: true });
  },
  OPENING_IS_SLOW_MS,
);

it(
  'a process that is killed while it makes the database does not spoil the folder',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tranche-kill-'));
    const child = runInChild(
      `
        const { openFolderStore } = await load('store');
        say('opening');
        await openFolderStore(args[0]);
      `,
      folder,
    );
    expect(await firstLineOf(child)).toBe('opening');
    const draft = join(folder, 'database-draft', 'PG_VERSION');
    while (!existsSync(draft)) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await exitOf(child);
    expect(existsSync(join(folder, 'database'))).toBe(false);
    const { log } = expectOk(await openFolderStore(folder));
    expect((await log.readAfter(0n)).entries).toEqual([]);
    await log.close();
    expect(existsSync(join(folder, 'database-draft'))).toBe(false);
    rmSync(folder, { recursive: true, force: true });
  },
  OPENING_IS_SLOW_MS,
);

it(
  'a second process is told who holds the store',
  async () => {
    const folder = await dataFolder('tranche-kill-');
    const child = runInChild(
      `
      const { openFolderStore } = await load('store');
      const opened = await openFolderStore(args[0]);
      say('open');
      process.stdin.on('end', () => opened.value.log.close().then(() => process.exit(0))).resume();
    `,
      folder,
    );
    expect(await firstLineOf(child)).toBe('open');
    expect(await openFolderStore(folder)).toMatchObject({
      ok: false,
      failure: { code: 'STORE_LOCKED', message: `the data folder is in use by process ${child.pid}` },
    });
    child.stdin?.end();
    await exitOf(child);
    const { log } = expectOk(await openFolderStore(folder));
    await log.close();
    rmSync(folder, { recursive: true, force: true });
  },
  OPENING_IS_SLOW_MS,
);
