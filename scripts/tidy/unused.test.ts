import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { inRepo } from '../bootstrap/paths.mjs';
import { plant } from './planted.ts';
import { textOf } from './tracked-files.ts';

/** Runs the repository's check for unused code in a folder, under the repository's settings. */
function knipIn(folder: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRepo('node_modules/knip/bin/knip.js'), '--no-config-hints'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return { status, output: `${stdout}${stderr}` };
}

const PLANTED = {
  'package.json': JSON.stringify({ name: 'planted', private: true, workspaces: ['packages/*'] }),
  'knip.json': textOf('knip.json'),
  'packages/core/package.json': JSON.stringify({
    name: '@planted/core',
    exports: { './*': './src/*/index.ts' },
  }),
  'packages/core/src/money/index.ts': "export { money } from './money.ts';\n",
  'packages/core/src/money/money.ts': 'export const money = 1;\n',
};

test('a file that nothing imports, an export and a dependency that nothing uses are found', () => {
  const root = plant({
    ...PLANTED,
    'packages/core/package.json': JSON.stringify({
      name: '@planted/core',
      exports: { './*': './src/*/index.ts' },
      dependencies: { 'left-pad': '1.3.0' },
    }),
    'packages/core/src/money/money.ts': 'export const money = 1;\nexport const cents = 2;\n',
    'packages/core/src/money/left-over.ts': 'export const leftOver = 1;\n',
  });
  const { status, output } = knipIn(root);
  expect(output).toContain('packages/core/src/money/left-over.ts');
  expect(output).toMatch(/cents\s+packages\/core\/src\/money\/money\.ts/);
  expect(output).toContain('left-pad');
  expect(status).toBe(1);
});

test('code that is used throughout passes', () => {
  expect(knipIn(plant(PLANTED))).toEqual({ status: 0, output: '' });
});
