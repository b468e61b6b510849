import { expect, test } from 'vitest';
import { statusOf } from '../../packages/api/src/app/failures.ts';
import { textOf, trackedFiles } from '../tidy/tracked-files.ts';

/** Upper-case words in the sources that are not codes of failures: names of environment variables. */
const NOT_CODES = new Set(['DATABASE_URL', 'XDG_DATA_HOME', 'NO_COLOR']);

/** Codes of one word, which the form of a name does not tell from other words in capitals. */
const ONE_WORD_CODES = ['INTERNAL'];

function codesInSources(): readonly string[] {
  const sources = trackedFiles().filter(
    (file) =>
      /^packages\/[^/]+\/src\/.*\.tsx?$/.test(file) &&
      !/\.test\.tsx?$/.test(file) &&
      !file.startsWith('packages/testkit/'),
  );
  const found = sources.flatMap((file) =>
    [...textOf(file).matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map((match) => match[1] ?? ''),
  );
  return [
    ...new Set([
      ...found.filter((word) => !NOT_CODES.has(word) && !word.startsWith('TRANCHE_')),
      ...ONE_WORD_CODES,
    ]),
  ].sort();
}

function codesInDocument(): readonly string[] {
  return [...textOf('docs/reference/errors.md').matchAll(/^\| `([A-Z_]+)` \|/gm)]
    .map((match) => match[1] ?? '')
    .sort();
}

test('the page on errors lists each code the program can answer with, and no other', () => {
  expect(codesInSources().length).toBeGreaterThan(20);
  expect(codesInDocument()).toEqual(codesInSources());
});

test('the page on errors gives each code the status it has over HTTP', () => {
  const documented = [...textOf('docs/reference/errors.md').matchAll(/^\| `([A-Z_]+)` \| (\d+) \|/gm)];
  expect(documented.length).toBeGreaterThan(10);
  const wrong = documented
    .filter(([, code = '', status]) => statusOf(code) !== Number(status))
    .map(([row]) => row);
  expect(wrong).toEqual([]);
});
