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
  const { stdout, stderr, stdin, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
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
