import { describeFailure, type Failure } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
import { type FetchPolicy, fetcher, publicOnly, urlStreams } from '@tranche/service/fetch';
import type { ByteStreams, Clock, DraftModel, FileAccess } from '@tranche/service/ports';
import type { Workspace } from '@tranche/service/workspace';
import { type Command, InvalidArgumentError } from 'commander';
import { defaultDataFolder } from '../machine/index.ts';
import type { Io } from '../terminal/index.ts';
import { openWorkspace, type StorePlace } from '../workspace/index.ts';

/** As the shell has it for a command that Ctrl-C ended. */
export const INTERRUPTED = 130;

/** 0: done. 1: the answer is no. 2: the input was refused. 130: Ctrl-C ended it. */
export type ExitStatus = 0 | 1 | 2 | typeof INTERRUPTED;

/** What every command works with. */
export interface Context {
  readonly io: Io;
  readonly files: FileAccess;
  readonly clock: Clock;
  readonly version: string;
  /** Where `--url` may lead; left out, the public internet and nothing else. */
  readonly fetching?: FetchPolicy;
}

/** The pages that `--url` names. */
export const urlStreamsOf = ({ version, fetching }: Context): ByteStreams =>
  urlStreams(fetcher(fetching ?? publicOnly(version)));

/** One clear line per failure; nothing else goes to the error output. */
export function refuse({ io }: Context, ...failures: readonly Failure[]): ExitStatus {
  for (const failure of failures) io.err(`tranche: ${describeFailure(failure)}\n`);
  return 2;
}

export function printJson({ io }: Context, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** For options that are calendar days. */
export function day(text: string): PlainDate {
  const read = parsePlainDate(text);
  if (read.ok) return read.value;
  throw new InvalidArgumentError(`${read.failure.message}; expected ${read.failure.expected ?? 'a day'}.`);
}

export interface DataOption {
  readonly data?: string;
}

export const withData = (command: Command): Command =>
  command.option(
    '--data <folder>',
    'the data folder; by default $XDG_DATA_HOME/tranche or ~/.local/share/tranche',
  );

export interface DatesOption {
  readonly asOf?: PlainDate;
  readonly knownOn?: PlainDate;
}

export const withDates = (command: Command): Command =>
  command
    .option('--as-of <date>', 'what had happened by this day (default: the day of --known-on)', day)
    .option('--known-on <date>', 'what had been published by this day (default: today)', day);

export const withJson = (command: Command): Command => command.option('--json', 'print JSON instead of text');

/** A folder that is named wins; then a database server that the environment names; then the user's own folder. */
export function storePlace({ io }: Context, { data }: DataOption): StorePlace {
  if (data !== undefined) return { folder: data };
  const url = io.environment.DATABASE_URL;
  if (url !== undefined && url !== '') return { url };
  return { folder: defaultDataFolder(io.environment) };
}

/** Opens the workspace for one piece of work and closes it after. */
export async function usingWorkspace(
  context: Context,
  options: DataOption,
  work: (workspace: Workspace) => Promise<ExitStatus>,
  model?: DraftModel,
): Promise<ExitStatus> {
  const workspace = await openWorkspace(storePlace(context, options), context.clock, model);
  if (!workspace.ok) return refuse(context, workspace.failure);
  try {
    return await work(workspace.value);
  } finally {
    await workspace.value.close();
  }
}
