import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { inRepo, ROOT } from '../bootstrap/paths.mjs';

/** Files of the repository as git knows them, also those not yet added; ignored and deleted ones are left out. */
export function trackedFiles(): readonly string[] {
  const list = (...args: string[]) =>
    execFileSync('git', ['ls-files', '-z', ...args], { cwd: ROOT, encoding: 'utf8' }).split('\0');
  const deleted = new Set(list('--deleted'));
  return list('--cached', '--others', '--exclude-standard').filter(
    (file) => file !== '' && !deleted.has(file),
  );
}

/** The content of a tracked file as text. */
export function textOf(file: string): string {
  return readFileSync(inRepo(file), 'utf8');
}

/** The size of a tracked file in bytes. */
export function sizeOf(file: string): number {
  return statSync(inRepo(file)).size;
}
