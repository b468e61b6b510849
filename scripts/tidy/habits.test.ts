import { expect, test } from 'vitest';
import { OLDEST_NODE } from '../bootstrap/node-version.mjs';
import { hasDefaultExport, leftOutTests, statementsBesideExports } from './exports.ts';
import { sizeOf, textOf, trackedFiles } from './tracked-files.ts';

const FILES = trackedFiles();
const SOURCES = FILES.filter((file) => /^(packages|scripts)\/.*\.tsx?$/.test(file));
const TEST_FILES = SOURCES.filter((file) => /\.test\.tsx?$/.test(file));

/** Tools that read their configuration from a default export. */
const CONFIGURATION = /(^|\/)(vite|vitest|postcss)\.config\.ts$/;

/** Files that may be larger than half a megabyte, each for a reason. */
const LARGE_FILES: ReadonlySet<string> = new Set([]);
const LARGE_FILE_BYTES = 512 * 1024;

test('the checks below look at the whole repository', () => {
  expect(SOURCES.length).toBeGreaterThan(100);
  expect(TEST_FILES.length).toBeGreaterThan(30);
});

test('modules use named exports; only configurations have a default export', () => {
  const found = SOURCES.filter((file) => !CONFIGURATION.test(file) && hasDefaultExport(file, textOf(file)));
  expect(found).toEqual([]);
});

test.each(['export default 1;', 'export default function f() {}', 'const a = 1;\nexport { a as default };'])(
  'the default export in `%s` is caught',
  (text) => expect(hasDefaultExport('planted.ts', text)).toBe(true),
);

test('each index.ts holds exports only', () => {
  const found = SOURCES.filter((file) => file.endsWith('/index.ts')).flatMap((file) =>
    statementsBesideExports(file, textOf(file)).map((statement) => `${file}: ${statement}`),
  );
  expect(found).toEqual([]);
});

test('a rule that hides in an index.ts is caught', () => {
  const text = "export { a } from './a.ts';\nexport const fee = 3;\nimport './b.ts';\n";
  expect(statementsBesideExports('index.ts', text)).toEqual(['export const fee = 3;', "import './b.ts';"]);
});

test('no test is left out by hand', () => {
  const found = TEST_FILES.flatMap((file) =>
    leftOutTests(file, textOf(file)).map((call) => `${file}: ${call}`),
  );
  expect(found).toEqual([]);
});

test('a test left out by hand is caught, and one that depends on the machine is not', () => {
  const text = "test.only('a', f); describe.skip('b', f); it.each([1]).skip('c', f); test.skipIf(x)('d', f);";
  expect(leftOutTests('planted.test.ts', text)).toEqual(['test.only', 'describe.skip', 'it.each([1]).skip']);
});

test('no file speaks of a folder outside the repository', () => {
  // Put together here, so that this file does not contain what it looks for.
  const outside = [`/${'work'}/`, `..${'/shared/'}`, `/${'tmp'}/team`];
  const found = FILES.filter((file) => !/\.(png|ico|woff2?)$/.test(file)).flatMap((file) => {
    const text = textOf(file);
    return outside.filter((path) => text.includes(path)).map((path) => `${file}: ${path}`);
  });
  expect(found).toEqual([]);
});

test('no stray large file', () => {
  const found = FILES.filter((file) => !LARGE_FILES.has(file) && sizeOf(file) > LARGE_FILE_BYTES);
  expect(found).toEqual([]);
});

test('file names of sources are in kebab-case', () => {
  const found = SOURCES.filter((file) => !/^[a-z0-9./-]+$/.test(file));
  expect(found).toEqual([]);
});

test('the oldest Node named in package.json is the one the scripts check for', () => {
  const { engines } = JSON.parse(textOf('package.json'));
  expect(engines.node).toBe(`>=${OLDEST_NODE.major}.${OLDEST_NODE.minor}`);
});

test('dependencies are pinned to one exact version', () => {
  const found = FILES.filter((file) => /(^|\/)package\.json$/.test(file)).flatMap((file) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(textOf(file));
    return Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(String(version)))
      .map(([name, version]) => `${file}: ${name} ${version}`);
  });
  expect(found).toEqual([]);
});
