import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inRepo } from '../bootstrap/paths.mjs';
import { pages, textOf } from './markdown.ts';
import { matchesExpected, rewritten, type Snippet, snippetsOf } from './snippets.ts';

/** `UPDATE_SNIPPETS=1 npm run rules` writes the outputs into the pages; read the difference before committing it. */
const UPDATE = process.env.UPDATE_SNIPPETS === '1';

const SNIPPETS = pages().flatMap((page) => snippetsOf(page, textOf(page)));

/** What the documents show where a command prints the day it is run on. */
const TODAY = '<today>';

/** The calendar day here and now, as the command sees it. */
const today = (): string => new Date().toISOString().slice(0, 10);

/** Runs a command as a reader would, in a folder that holds nothing but the examples and the cases, with a data folder of its own. */
function runAsReader(command: string): { status: number | null; lines: readonly string[] } {
  const home = mkdtempSync(join(tmpdir(), 'tranche-snippet-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  for (const folder of ['examples', 'cases']) symlinkSync(inRepo(folder), join(home, folder));
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
      COLUMNS: '100',
      NO_COLOR: '1',
      TZ: 'UTC',
    },
  });
  const printed = `${stdout}${stderr}`
    .replaceAll(home, '.')
    .replaceAll(before, TODAY)
    .replaceAll(today(), TODAY)
    .trimEnd();
  return { status, lines: printed.split('\n').map((line) => line.trimEnd()) };
}

/** Puts the actual output in the place of the expected one, found after its command, since lines may have moved. */
function writeOutput({ page, command, expected }: Snippet, actual: readonly string[]): void {
  const file = inRepo(page);
  const text = readFileSync(file, 'utf8');
  const body = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
  const closing = text.indexOf('\n```', text.indexOf(`\n${command}\n\`\`\``) + 1 + command.length);
  const opening = text.indexOf('\n```', closing + 1);
  const start = text.indexOf('\n', opening + 1) + 1;
  const old = body(expected);
  if (!text.startsWith(`${old}\`\`\``, start))
    throw new Error(`${page}: the output of "${command}" has moved`);
  writeFileSync(
    file,
    text.slice(0, start) + body(rewritten(expected, actual)) + text.slice(start + old.length),
  );
}

describe('the commands shown in the documents print what is shown', () => {
  test('there are such commands', () => {
    expect(SNIPPETS.length).toBeGreaterThanOrEqual(5);
  });

  test.each(SNIPPETS.map((snippet) => ({ ...snippet, title: snippet.command.split('\n')[0] })))(
    '$page:$line $title',
    (snippet) => {
      const { status, lines } = runAsReader(snippet.command);
      if (!matchesExpected(snippet.expected, lines)) {
        if (UPDATE) writeOutput(snippet, lines);
        else expect(lines).toEqual(snippet.expected);
      }
      expect(status).toBe(snippet.expectedStatus);
    },
  );
});

describe('comparing an output with the one shown', () => {
  test('without an elision every line must agree', () => {
    expect(matchesExpected(['a', 'b'], ['a', 'b'])).toBe(true);
    expect(matchesExpected(['a', 'b'], ['a', 'b', 'c'])).toBe(false);
    expect(matchesExpected(['a', 'x'], ['a', 'b'])).toBe(false);
  });

  test('an elision stands for any number of lines, also none', () => {
    expect(matchesExpected(['a', '…', 'd'], ['a', 'b', 'c', 'd'])).toBe(true);
    expect(matchesExpected(['a', '…', 'd'], ['a', 'd'])).toBe(true);
    expect(matchesExpected(['a', '…', 'c', '…', 'e'], ['a', 'b', 'c', 'd', 'e'])).toBe(true);
    expect(matchesExpected(['a', '…', 'd'], ['a', 'b', 'c'])).toBe(false);
    expect(matchesExpected(['a', '…', 'a'], ['a'])).toBe(false);
  });

  test('an output is rewritten with as many lines around the elision as before', () => {
    expect(rewritten(['a', '…', 'd'], ['1', '2', '3', '4'])).toEqual(['1', '…', '4']);
    expect(rewritten(['a', 'b'], ['1', '2', '3'])).toEqual(['1', '2', '3']);
    expect(rewritten(['a', '…', 'b', 'c', '…'], ['1', '2', 'b', '4', '5'])).toEqual([
      '1',
      '…',
      'b',
      '4',
      '…',
    ]);
    expect(rewritten(['a', '…', 'b', '…'], ['1', '2', '3'])).toEqual(['1', '2', '3']);
  });

  test('a command without its output is refused', () => {
    expect(() => snippetsOf('page.md', '```sh run\nnpx tranche\n```\n')).toThrow('page.md:2');
  });
});
