/**
 * `npm start`: installs what is missing, builds what is needed, then serves the web app on the embedded database
 * with the example workspace loaded. Further arguments go to `tranche serve`: `npm start -- --port 4000`.
 */
import { requireNode } from './bootstrap/node-version.mjs';

requireNode();
start().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

async function start() {
  const { ensureInstalled } = await import('./bootstrap/install.mjs');
  const { inRepo } = await import('./bootstrap/paths.mjs');
  const { pathToFileURL } = await import('node:url');
  await ensureInstalled();
  const { ensureBuilt } = await import('./bootstrap/build.mjs');
  await ensureBuilt();
  // The command runs in this process, so that a signal sent to it reaches the server and the store closes well.
  const launcher = inRepo('packages', 'cli', 'bin', 'tranche.mjs');
  process.argv = [process.execPath, launcher, 'serve', ...process.argv.slice(2)];
  await import(pathToFileURL(launcher).href);
}
