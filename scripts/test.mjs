/**
 * `npm test`: everything CI runs. Installs and builds what is missing, then checks types, style, unused code, the rules
 * of the repository, all unit tests and the end-to-end tests. Later steps run even when an earlier one failed.
 * The last line printed is the count: "N passed, N failed".
 */
import { requireNode } from './bootstrap/node-version.mjs';

requireNode();
test().catch((error) => {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
});

async function test() {
  const { existsSync, mkdirSync, readFileSync, rmSync } = await import('node:fs');
  const { ensureInstalled } = await import('./bootstrap/install.mjs');
  const { ensureBuilt } = await import('./bootstrap/build.mjs');
  const { findChromium } = await import('./bootstrap/chromium.mjs');
  const { inRepo } = await import('./bootstrap/paths.mjs');
  const { say, secondsSince } = await import('./bootstrap/progress.mjs');
  const { runNode } = await import('./bootstrap/run.mjs');
  const { closingLine, tallyOfStep, tallyOfVitest, total } = await import('./bootstrap/tally.mjs');

  const reports = inRepo('node_modules', '.cache', 'tranche-test');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  /** @type {import('./bootstrap/tally.mjs').Tally[]} */
  const tallies = [];

  /** @param {string} name @param {string} script @param {readonly string[]} args */
  async function check(name, script, ...args) {
    const start = performance.now();
    const { status, output } = await runNode([inRepo('node_modules', ...script.split('/')), ...args]);
    say(`${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${secondsSince(start)}`);
    if (status !== 0) console.error(output);
    tallies.push(tallyOfStep(status));
  }

  /** @param {string} name @param {readonly string[]} projects @param {Record<string, string>} [env] */
  async function vitest(name, projects, env = {}) {
    const file = `${reports}/${name}.json`;
    const { status } = await runNode(
      [
        inRepo('node_modules', 'vitest', 'vitest.mjs'),
        'run',
        ...projects.flatMap((project) => ['--project', project]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      { show: true, env },
    );
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    tallies.push(tallyOfVitest(report, status));
  }

  await ensureInstalled();
  let built = true;
  await ensureBuilt().catch((error) => {
    built = false;
    console.error(error.message);
  });
  tallies.push(tallyOfStep(built ? 0 : 1));

  await check('type check', 'typescript7/bin/tsc', '--noEmit', '-p', 'tsconfig.json');
  await check('style', '@biomejs/biome/bin/biome', 'check', '--colors=off', '.');
  await check('unused files and exports', 'knip/bin/knip.js', '--no-config-hints');
  await vitest('unit', ['unit', 'rules']);

  const chromium = findChromium();
  if (!built) {
    say('left out: the end-to-end tests, since the build failed');
  } else if (chromium === undefined) {
    say(
      'left out: the end-to-end tests (packages/web/e2e), since no Chromium was found; set CHROMIUM to its path',
    );
  } else {
    await vitest('e2e', ['e2e'], { CHROMIUM: chromium });
  }

  const sum = total(tallies);
  console.log(closingLine(sum));
  process.exitCode = sum.failed === 0 ? 0 : 1;
}
