/** Where a command reads from and writes to; tests pass their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: AsyncIterable<unknown>;
  /** Columns of the terminal, or what a pipe is given. */
  readonly columns: number;
  readonly colours: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Where no terminal says how wide it is: a line a person can still read. */
const PIPE_COLUMNS = 100;

export function processIo(): Io {
  const { stdout, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void process.stderr.write(text),
    stdin: process.stdin,
    columns: columnsOf(env.COLUMNS) ?? stdout.columns ?? PIPE_COLUMNS,
    colours: (env.NO_COLOR ?? '') === '' && (stdout.isTTY === true || (env.FORCE_COLOR ?? '') !== ''),
    environment: env,
  };
}

function columnsOf(text: string | undefined): number | undefined {
  const columns = Number(text);
  return Number.isInteger(columns) && columns > 0 ? columns : undefined;
}
