import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));

/** Runs a few lines in a Node process of their own. In them, `load('store')` gives that folder of the sources. */
export function runInChild(lines: string, ...args: readonly string[]): ChildProcess {
  const code = `
    const load = (folder) => import(${JSON.stringify(SOURCES)} + folder + '/index.ts');
    const say = (text) => process.stdout.write(text + '\\n');
    const args = process.argv.slice(1);
    ${lines}
  `;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code, '--', ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** The lines the child has printed, as they come. */
export async function* linesOf(child: ChildProcess): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of child.stdout ?? []) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

export async function firstLineOf(child: ChildProcess): Promise<string | undefined> {
  for await (const line of linesOf(child)) return line;
  return undefined;
}

export const exitOf = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));
