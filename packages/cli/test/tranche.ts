import type { PlainDate } from '@tranche/core/time';
import type { FetchPolicy } from '@tranche/service/fetch';
import { nodeFiles } from '../src/machine/index.ts';
import { run } from '../src/program/index.ts';

export interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly stdin?: Uint8Array;
  readonly columns?: number;
  readonly today?: string;
  readonly fetching?: FetchPolicy;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a command line in this process, on a fixed day, and gives back what it printed. */
export async function tranche(argv: readonly string[], around: Surroundings = {}): Promise<Ended> {
  const printed = { out: '', err: '' };
  const status = await run(argv, {
    io: {
      out: (text) => {
        printed.out += text;
      },
      err: (text) => {
        printed.err += text;
      },
      stdin: stream(around.stdin),
      columns: around.columns ?? 100,
      colours: false,
      environment: around.environment ?? {},
    },
    files: nodeFiles,
    clock: { today: () => (around.today ?? '2026-01-15') as PlainDate },
    version: '0.0.0',
    ...(around.fetching === undefined ? {} : { fetching: around.fetching }),
  });
  return { status, ...printed };
}

async function* stream(bytes: Uint8Array | undefined): AsyncGenerator<Uint8Array> {
  if (bytes !== undefined) yield bytes;
}
