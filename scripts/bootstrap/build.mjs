import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { filesBelow, fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { inRepo, ROOT } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { runNode } from './run.mjs';

/**
 * Packages the bundle leaves in node_modules: PGlite loads WebAssembly files that lie beside it, `pg` looks for an
 * optional native part at run time, and pdfjs-dist, loaded with the first PDF, has its worker and character maps beside it.
 */
const LEFT_OUTSIDE = ['@electric-sql/pglite', 'pg', 'pg-native', 'pdfjs-dist'];

/** Tests and what they leave behind change nothing in a build. */
const NO_INPUT = /\.test\.tsx?$|[\\/](test|e2e)[\\/]/;

const CLI_DIST = inRepo('packages', 'cli', 'dist');
const WEB_DIST = inRepo('packages', 'web', 'dist');
const SHARED_INPUTS = [
  inRepo('package-lock.json'),
  inRepo('tsconfig.json'),
  inRepo('scripts', 'bootstrap', 'build.mjs'),
];

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {string} dist
 * @property {readonly string[]} inputs files and folders whose change makes a new build necessary
 * @property {() => Promise<void>} make
 */

/** @type {readonly Target[]} */
const TARGETS = [
  {
    name: 'the command line',
    dist: CLI_DIST,
    inputs: ['api', 'cli', 'core', 'formats', 'ledger', 'reader', 'reference', 'service', 'store'].map(
      (name) => inRepo('packages', name),
    ),
    make: bundleCli,
  },
  {
    name: 'the web app',
    dist: WEB_DIST,
    inputs: ['core', 'ledger', 'service', 'web'].map((name) => inRepo('packages', name)),
    make: bundleWeb,
  },
];

/**
 * Builds what is missing or older than its sources.
 * @param {{ force?: boolean }} [options] `force` builds even what is up to date
 */
export async function ensureBuilt({ force = false } = {}) {
  for (const target of TARGETS) {
    const files = filesBelow([...target.inputs, ...SHARED_INPUTS]).filter(
      (file) => !NO_INPUT.test(relative(ROOT, file)),
    );
    const wanted = fingerprint(ROOT, files);
    const stamp = join(target.dist, '.built-from');
    if (!force && isStamped(stamp, wanted)) continue;
    await withProgress(`building ${target.name}`, target.make);
    writeStamp(stamp, wanted);
  }
}

async function bundleCli() {
  const esbuild = await import('esbuild');
  await esbuild.build({
    absWorkingDir: ROOT,
    // Worker threads start from a bundle of their own, which holds what reading needs and nothing else.
    entryPoints: {
      tranche: 'packages/cli/src/main.ts',
      'read-worker': 'packages/cli/src/reading/worker.ts',
      'pdf-worker': 'packages/service/src/pdf/worker.ts',
    },
    outdir: 'packages/cli/dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Every command reads the whole file first: without spaces it starts sooner. Names stay, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
    external: LEFT_OUTSIDE,
    // CommonJS packages inside the bundle still call require for Node's own modules.
    banner: {
      js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
    },
    logLevel: 'warning',
  });
}

async function bundleWeb() {
  // npm decides whether vite lies beside the web app or at the root; Node knows where it is.
  const vite = dirname(createRequire(inRepo('packages', 'web', 'package.json')).resolve('vite/package.json'));
  const { status, output } = await runNode([
    join(vite, 'bin', 'vite.js'),
    'build',
    'packages/web',
    '--logLevel',
    'warn',
  ]);
  if (status !== 0) throw new Error(`vite could not build the web app.\n${output}`);
}
