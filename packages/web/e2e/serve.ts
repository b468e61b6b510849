import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '@tranche/testkit/data-folder';

const LAUNCHER = fileURLToPath(new URL('../../cli/bin/tranche.mjs', import.meta.url));
const START_MS = 90_000;

export interface Served {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/**
 * The built command serving from a new, empty data folder on a free port: with the example unless `options` say
 * `--no-example`. `environment` is added to the one of the tests.
 */
export async function serve(
  options: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const data = await dataFolder('tranche-e2e-');
  const child = spawn(process.execPath, [LAUNCHER, 'serve', '--port', '0', '--data', data, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', ...environment },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { address: await addressOf(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address it prints once it answers. Fails with what it wrote if it ends or takes too long. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let written = '';
    const fail = (why: string) => reject(new Error(`tranche serve ${why}:\n${written}`));
    const late = setTimeout(() => fail(`did not start within ${START_MS / 1000} s`), START_MS);
    const read = (chunk: Buffer) => {
      written += chunk.toString();
      const address = /http:\/\/\S+/.exec(written)?.[0];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', (chunk: Buffer) => {
      written += chunk.toString();
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      fail(`ended with ${code}`);
    });
  });
}
