import { beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../bootstrap/fingerprint.mjs';
import { ROOT } from '../bootstrap/paths.mjs';
import { type Cruised, cruisePackages } from './cruise-packages.ts';
import { plant } from './planted.ts';

let ours: Cruised;
beforeAll(async () => {
  ours = await cruisePackages(ROOT);
});

test('every arrow between packages points the allowed way', () => {
  expect(ours.violations).toEqual([]);
});

test('the check of arrows looks at every module there is', () => {
  const sources = filesBelow([`${ROOT}/packages`]).filter((file) => /\/src\/.*\.tsx?$/.test(file));
  expect(sources.length).toBeGreaterThan(100);
  expect(ours.modules).toBeGreaterThanOrEqual(sources.length);
});

test('the check of arrows follows imports by package name', () => {
  expect(ours.crossings).toContain('ledger -> core');
  expect(ours.crossings).toContain('service -> reader');
});

test('a module of core that imports another package is caught', async () => {
  const root = plant({
    'packages/core/src/money/index.ts': "export { screen } from '../../../web/src/screen.ts';\n",
    'packages/web/src/screen.ts': 'export const screen = 1;\n',
  });
  expect((await cruisePackages(root)).violations).toEqual([
    'arrow-from-core: packages/core/src/money/index.ts -> packages/web/src/screen.ts',
    'core-imports-nothing: packages/core/src/money/index.ts -> packages/web/src/screen.ts',
  ]);
});

test('a type import that points up is caught as well', async () => {
  const root = plant({
    'packages/ledger/src/deal/deal.ts':
      "import type { Answer } from '../../../service/src/answer.ts';\nexport type Deal = Answer;\n",
    'packages/service/src/answer.ts': 'export type Answer = string;\n',
  });
  expect((await cruisePackages(root)).violations).toEqual([
    'arrow-from-ledger: packages/ledger/src/deal/deal.ts -> packages/service/src/answer.ts',
  ]);
});

test('the web app may name a type of the service but not run its code', async () => {
  const root = plant({
    'packages/web/src/types.ts': "export type { Answer } from '../../service/src/answer.ts';\n",
    'packages/web/src/runs.ts': "export { ask } from '../../service/src/answer.ts';\n",
    'packages/service/src/answer.ts': 'export type Answer = string;\nexport const ask = 1;\n',
  });
  expect((await cruisePackages(root)).violations).toEqual([
    'web-takes-types-only-from-service: packages/web/src/runs.ts -> packages/service/src/answer.ts',
  ]);
});

test('a clock, a file or a package from npm cannot enter core by an import', async () => {
  const root = plant({
    'packages/core/src/time/now.ts': "export { readFileSync } from 'node:fs';\n",
    'packages/reader/src/read.ts': "export { request } from 'node:http';\n",
  });
  expect((await cruisePackages(root)).violations).toEqual([
    'core-imports-nothing: packages/core/src/time/now.ts -> fs',
    'pure-packages-touch-no-machine: packages/core/src/time/now.ts -> fs',
    'pure-packages-touch-no-machine: packages/reader/src/read.ts -> http',
  ]);
});

test('shipped code that imports testkit, and a circle, are caught', async () => {
  const root = plant({
    'packages/ledger/src/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
    'packages/ledger/src/b.ts':
      "import { a } from './a.ts';\nimport { build } from '../../testkit/src/build.ts';\nexport const b = () => [a, build];\n",
    'packages/testkit/src/build.ts': 'export const build = 1;\n',
  });
  expect((await cruisePackages(root)).violations).toEqual([
    'no-cycles: packages/ledger/src/a.ts -> packages/ledger/src/b.ts',
    'testkit-only-in-tests: packages/ledger/src/b.ts -> packages/testkit/src/build.ts',
  ]);
});
