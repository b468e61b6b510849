/** `npm run build`: builds the command line and the web app anew. */
import { requireNode } from './bootstrap/node-version.mjs';

requireNode();
import('./bootstrap/install.mjs')
  .then(({ ensureInstalled }) => ensureInstalled())
  .then(() => import('./bootstrap/build.mjs'))
  .then(({ ensureBuilt }) => ensureBuilt({ force: true }))
  .catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
