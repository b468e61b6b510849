import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plant } from '../tidy/planted.ts';
import { textOf } from '../tidy/tracked-files.ts';

const LAUNCHER = { 'bin/tranche.mjs': textOf('packages/cli/bin/tranche.mjs') };

function launch(root: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/tranche.mjs'), 'read'], {
    encoding: 'utf8',
  });
  return { status, output: `${stdout}${stderr}` };
}

test('before the first build the command says how to build it, with status 2', () => {
  const { status, output } = launch(plant(LAUNCHER));
  expect(output).toContain('npm run build');
  expect(status).toBe(2);
});

test('after a build the command runs what was built, with its arguments', () => {
  const root = plant({
    ...LAUNCHER,
    'dist/tranche.mjs': 'console.log(process.argv[2]); process.exitCode = 1;\n',
  });
  expect(launch(root)).toEqual({ status: 1, output: 'read\n' });
});
