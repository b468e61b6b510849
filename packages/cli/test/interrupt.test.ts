import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const REPORTS = 200;

/** Starting the command takes seconds on a busy machine. */
const SLOW_MS = 120_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-interrupt-'));
  mkdirSync(join(folder, 'reports'));
  const sentence = 'Fennick has raised $12 million in a Series A led by Brightmoor Capital.\n\n';
  for (let number = 0; number < REPORTS; number += 1)
    writeFileSync(
      join(folder, 'reports', `report-${number}.txt`),
      `Report ${number}\n\n${sentence.repeat(20)}`,
    );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (out: string): string[] => (existsSync(out) ? readdirSync(out) : []);

describe('Ctrl-C while tranche reads', () => {
  it.each(['1', '2'])(
    'ends it with 130, leaves whole files and waits for nothing that is under way (threads: %s)',
    async (workers) => {
      const out = join(folder, `claims-${workers}`);
      // The standard input stays open and says nothing: whoever waited for it would never end.
      const argv = ['read', join(folder, 'reports'), '-', '--out', out, '--workers', workers];
      const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...argv], {
        stdio: ['pipe', 'ignore', 'pipe'],
      });
      let told = '';
      child.stderr.on('data', (chunk) => {
        told += String(chunk);
      });
      const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
      while (!written(out).some((name) => name.endsWith('.json')) && child.exitCode === null)
        await new Promise((resolve) => setTimeout(resolve, 10));
      child.kill('SIGINT');
      expect(await ended).toBe(130);
      child.stdin.end();
      const files = written(out);
      expect(files.length).toBeLessThanOrEqual(REPORTS);
      for (const name of files) {
        expect(name).toMatch(/^report-\d+\.json$/);
        expect(JSON.parse(readFileSync(join(out, name), 'utf8'))).toHaveProperty('claims');
      }
      expect(told).toContain(`read ${files.length} of ${files.length} reports\n`);
    },
    SLOW_MS,
  );
});
