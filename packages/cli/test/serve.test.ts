import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '@tranche/testkit/data-folder';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tranche } from './tranche.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Starting the command and opening its database takes seconds on a busy machine. */
const SLOW_MS = 300_000;

const REPORT = {
  text: 'Fennick, a maker of heat pumps, has raised $12.5 million in a Series A led by Brightmoor Capital.',
  published: '2025-06-02',
  name: 'fennick',
};

let data: string;
let running: ChildProcess[] = [];
beforeEach(async () => {
  data = await dataFolder('tranche-serve-');
});
afterEach(async () => {
  await Promise.all(running.map((child) => end(child, 'SIGKILL')));
  running = [];
  rmSync(data, { recursive: true, force: true });
});

async function serve(...more: readonly string[]) {
  const argv = ['--import', 'tsx', MAIN, 'serve', '--port', '0', '--data', data, ...more];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const printed: string[] = [];
  child.stderr?.on('data', (chunk) => printed.push(String(chunk)));
  for await (const chunk of child.stdout ?? []) {
    const address = /http:\S+/.exec(String(chunk))?.[0];
    if (address !== undefined) return { child, address, printed };
  }
  throw new Error(`the server ended: ${printed.join('')}`);
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}

const sourcesAt = async (address: string): Promise<string[]> => {
  const answer = (await (await fetch(`${address}/api/sources`)).json()) as { sources: { name: string }[] };
  return answer.sources.map(({ name }) => name);
};

it(
  'serves the example, keeps what it acknowledged through a kill, and stops when asked to',
  async () => {
    const first = await serve();
    const progress = [`opening the store in ${data} ...`, 'loaded 29 sources of the example'];
    expect(first.printed.join('').split('\n').slice(0, 2)).toEqual(progress);
    expect(await sourcesAt(first.address)).toHaveLength(29);
    const added = await fetch(`${first.address}/api/sources`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(REPORT),
    });
    expect(added.status).toBe(201);
    await end(first.child, 'SIGKILL');

    const second = await serve();
    expect(await sourcesAt(second.address)).toContain('fennick');
    expect(second.printed.join('')).not.toContain('of the example');
    expect(await end(second.child, 'SIGTERM')).toBe(0);
    expect(second.printed.join('')).toMatch(/stopping \.\.\.\n$/);
  },
  SLOW_MS,
);

it(
  'is asked by the other commands while it owns the data folder, and is the only one that serves it',
  async () => {
    const { child, address } = await serve('--no-example');
    const withData = (...argv: readonly string[]) => tranche([...argv, '--data', data]);

    const imported = await tranche(['import', '-', '--published', REPORT.published, '--data', data], {
      stdin: new TextEncoder().encode(REPORT.text),
    });
    expect(imported).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringMatching(/^stdin: added \d+ claims \(s-/),
    });
    expect(await sourcesAt(address)).toEqual(['stdin']);

    const asked = await withData('ask', 'round_terms', '--of', 'Fennick');
    expect(asked).toMatchObject({ status: 0, out: expect.stringContaining('USD 12.5m') });
    const shown = await withData('model', 'fennick-2025-primary', '--json');
    expect(JSON.parse(shown.out)).toMatchObject({ issuer: 'Fennick', size: 'USD 12.5m' });
    const unknown = await withData('model', 'fennick-2031-primary');
    expect(unknown).toMatchObject({ status: 2, err: expect.stringMatching(/^tranche: UNKNOWN_DEAL/) });
    const listed = await withData('sources', '--json');
    expect(JSON.parse(listed.out).sources).toHaveLength(1);

    const again = await withData('serve');
    expect(again.status).toBe(2);
    expect(again.err).toContain(
      `tranche: STORE_LOCKED at ${data}: the data folder is in use by process ${child.pid}, which serves it at ${address}`,
    );
  },
  SLOW_MS,
);

it(
  'leaves a folder to the other commands when nobody serves it',
  async () => {
    const file = ['import', '-', '--published', REPORT.published, '--data', data];
    const stdin = new TextEncoder().encode(REPORT.text);
    expect((await tranche(file, { stdin })).out).toMatch(/^stdin: added /);
    expect((await tranche(file, { stdin })).out).toMatch(/^stdin: there already /);
    const again = await tranche([...file, '--json'], { stdin });
    expect(JSON.parse(again.out)).toMatchObject({ name: 'stdin', added: false });
    const deals = await tranche(['sources', '--data', data]);
    expect(deals).toMatchObject({ status: 0, out: expect.stringContaining('fennick-2025-primary') });
  },
  SLOW_MS,
);
