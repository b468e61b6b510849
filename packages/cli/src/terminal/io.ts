import { once } from 'node:events';
import { progressLine } from './progress-line.ts';

/** Where a command reads from and writes to; tests pass their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Waits until what was written has gone out, so that a slow reader slows the writer. */
  readonly settled?: () => Promise<void>;
  /** Shows how far the work is on the last line of a terminal; the empty text takes it away. Absent without one. */
  readonly progress?: (text: string) => void;
  readonly stdin: AsyncIterable<unknown>;
  /** Columns of the terminal, or what a pipe is given. */
  readonly columns: number;
  readonly colours: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Where no terminal says how wide it is: a line a person can still read. */
const PIPE_COLUMNS = 100;

export function processIo(): Io {
  const { stdout, stderr, stdin, env } = process;
  const progress = stderr.isTTY ? progressLine((text) => void stderr.write(text), Date.now) : undefined;
  const written = (stream: NodeJS.WriteStream, text: string): void => {
    progress?.clear();
    stream.write(text);
  };
  return {
    out: (text) => written(stdout, text),
    err: (text) => written(stderr, text),
    settled: async () => {
      if (stdout.writableNeedDrain) await once(stdout, 'drain');
    },
    ...(progress === undefined ? {} : { progress: progress.show }),
    stdin,
    environment: env,
    ...surfaceOf(stdout, env),
  };
}

/** `COLUMNS` wins over the terminal; `NO_COLOR` over all; a pipe gets colours only by `FORCE_COLOR`. */
export function surfaceOf(
  { columns, isTTY }: { readonly columns?: number; readonly isTTY?: boolean },
  { COLUMNS, NO_COLOR = '', FORCE_COLOR = '' }: Io['environment'],
): Pick<Io, 'columns' | 'colours'> {
  return {
    columns: columnsOf(COLUMNS) ?? columns ?? PIPE_COLUMNS,
    colours: NO_COLOR === '' && (isTTY === true || FORCE_COLOR !== ''),
  };
}

function columnsOf(text: string | undefined): number | undefined {
  const columns = Number(text);
  return Number.isInteger(columns) && columns > 0 ? columns : undefined;
}
