import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inRepo } from '../bootstrap/paths.mjs';
import { pages, textOf } from './markdown.ts';
import { newHome, runAsReader, runHere, wordsOf } from './run-command.ts';
import { matchesExpected, rewritten, type Snippet, snippetsOf } from './snippets.ts';

/** `UPDATE_SNIPPETS=1 npm run rules` writes the outputs into the pages; read the difference before committing it. */
const UPDATE = process.env.UPDATE_SNIPPETS === '1';

const SNIPPETS = pages().flatMap((page) => snippetsOf(page, textOf(page)));

/** The first of each page is started as a reader starts it; the others run in this process where that is the same. */
const STARTED: ReadonlySet<Snippet> = new Set(
  SNIPPETS.filter(({ page }, index) => SNIPPETS[index - 1]?.page !== page),
);

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

  test.each(SNIPPETS.map((snippet) => ({ snippet, ...snippet, title: snippet.command.split('\n')[0] })))(
    '$page:$line $title',
    async ({ snippet }) => {
      const home = await newHome(snippet.command);
      onTestFinished(() => rmSync(home, { recursive: true, force: true }));
      const { status, lines } = STARTED.has(snippet)
        ? runAsReader(snippet.command, home)
        : ((await runHere(snippet.command, home)) ?? runAsReader(snippet.command, home));
      if (!matchesExpected(snippet.expected, lines)) {
        if (UPDATE) writeOutput(snippet, lines);
        else expect(lines).toEqual(snippet.expected);
      }
      expect(status).toBe(snippet.expectedStatus);
    },
  );
});

describe('running a command in this process', () => {
  test.each([
    [
      'npx tranche ask stake --of "A B" --at 5m',
      ['npx', 'tranche', 'ask', 'stake', '--of', 'A B', '--at', '5m'],
    ],
    ["npx tranche x 'results[1].a'", ['npx', 'tranche', 'x', 'results[1].a']],
    ['npx tranche x | head', undefined],
    ['npx tranche x > y', undefined],
    ['npx tranche x "$HOME"', undefined],
    ['npx tranche x *.txt', undefined],
    ["npx tranche x a'b'", undefined],
    ['npx tranche x\nnpx tranche y', undefined],
  ])('%s is split as a shell does, or left to the shell', (command, words) => {
    expect(wordsOf(command)).toEqual(words);
  });
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
