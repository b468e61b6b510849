import { spawnSync } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlainDate } from '@tranche/core/time';
import { prepareDatabase } from '@tranche/testkit/data-folder';
import { nodeFiles } from '../../packages/cli/src/machine/index.ts';
import { run } from '../../packages/cli/src/program/index.ts';
import { inRepo } from '../bootstrap/paths.mjs';

/** What a command of the documents did. */
export interface Ran {
  readonly status: number | null;
  /** What it printed, its errors after the rest, the home written `.` and the day it ran on `<today>`. */
  readonly lines: readonly string[];
}

/** What the documents show where a command prints the day it is run on. */
const TODAY = '<today>';

const COLUMNS = 100;

/** Commands that open the workspace: they find an empty database made, which takes seconds when they make it themselves. */
const OPENS_WORKSPACE = /\btranche (judge|sources|import|parties)\b(?!.*--help)/;

/** A folder for a command that holds nothing but the examples and the cases; the caller removes it. */
export async function newHome(command: string): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'tranche-snippet-'));
  for (const folder of ['examples', 'cases']) symlinkSync(inRepo(folder), join(home, folder));
  if (OPENS_WORKSPACE.test(command)) await prepareDatabase(join(home, 'tranche'));
  return home;
}

/** Runs lines in a shell with the built program, as a reader would, in the folder `home`. */
export function runAsReader(command: string, home: string): Ran {
  // What npx would do here, without its half second of start-up.
  const npx = 'npx() { shift; "$NODE" "$LAUNCHER" "$@"; }';
  const before = today();
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${npx}\n${command}`], {
    cwd: home,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: home,
      XDG_DATA_HOME: home,
      NODE: process.execPath,
      LAUNCHER: inRepo('packages', 'cli', 'bin', 'tranche.mjs'),
      COLUMNS: String(COLUMNS),
      NO_COLOR: '1',
      TZ: 'UTC',
    },
  });
  return { status, lines: linesOf(`${stdout}${stderr}`, home, [before, today()]) };
}

/** The calendar day here and now, as the command sees it. */
const today = (): string => new Date().toISOString().slice(0, 10);

/** The same in this process; undefined when the command is more than one call of the program by plain words. */
export async function runHere(command: string, home: string): Promise<Ran | undefined> {
  const words = wordsOf(command);
  if (words?.[0] !== 'npx' || words[1] !== 'tranche') return undefined;
  const printed = { out: '', err: '' };
  const day = today();
  const before = process.cwd();
  process.chdir(home);
  try {
    const status = await run(words.slice(2), {
      io: {
        out: (text) => {
          printed.out += text;
        },
        err: (text) => {
          printed.err += text;
        },
        stdin: nothing(),
        columns: COLUMNS,
        colours: false,
        environment: { XDG_DATA_HOME: home },
      },
      files: nodeFiles,
      clock: { today: () => day as PlainDate },
      version: '0.1.0',
    });
    return { status, lines: linesOf(printed.out + printed.err, home, [day]) };
  } finally {
    process.chdir(before);
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The words of one plain command, as a shell would split it; undefined when the shell would do anything else. */
export function wordsOf(command: string): readonly string[] | undefined {
  const word = / *(?:([\w@%+=:,./-]+)|'([^'\n]*)'|"([^"$`\\\n]*)")(?= |$)/y;
  const words: string[] = [];
  while (word.lastIndex < command.length) {
    const found = word.exec(command);
    if (found === null) return undefined;
    words.push(found[1] ?? found[2] ?? found[3] ?? '');
  }
  return words;
}

function linesOf(printed: string, home: string, days: readonly string[]): readonly string[] {
  const text = days.reduce((left, day) => left.replaceAll(day, TODAY), printed.replaceAll(home, '.'));
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
}
