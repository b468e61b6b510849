import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export interface PostgresServer {
  readonly url: string;
  stop(): void;
}

const HOMES = ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt'];

/** The folder with PostgreSQL's programs, the newest version first; undefined where it is not installed. */
export function postgresPrograms(): string | undefined {
  return HOMES.filter(existsSync)
    .flatMap((home) => readdirSync(home).map((version) => join(home, version, 'bin')))
    .sort()
    .reverse()
    .find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** Starts a server of its own on a free port, with its files in a new folder; `stop` removes both. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tranche-postgres-'));
  const port = await freePort();
  // PostgreSQL refuses to run as root; its package comes with a user for it.
  const asRoot = userInfo().uid === 0;
  const run = (program: string, ...args: string[]): void => {
    const [command, ...rest] = asRoot
      ? ['runuser', '-u', 'postgres', '--', join(programs, program), ...args]
      : [join(programs, program), ...args];
    execFileSync(command as string, rest, { stdio: 'ignore', cwd: folder });
  };
  if (asRoot) execFileSync('chown', ['postgres', folder]);
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-locale');
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
  run('pg_ctl', '-D', data, '-w', '-o', options, '-l', join(folder, 'log'), 'start');
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
