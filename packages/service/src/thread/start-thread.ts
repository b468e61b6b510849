import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Starts a thread. `here` is the caller's `import.meta.url`: beside the bundle lies `bundled`, beside the sources the
 * module `source`, which needs tsx, since that does not reach into new threads by itself.
 */
export function startThread(here: string, source: string, bundled: string): Worker {
  if (!here.endsWith('.ts')) return new Worker(new URL(bundled, here));
  // By its place: the folder the program was started in may be anywhere.
  const tsx = new URL(
    'dist/esm/api/index.mjs',
    pathToFileURL(createRequire(here).resolve('tsx/package.json')),
  ).href;
  const start = `import('${tsx}').then(({ register }) => { register(); return import('${new URL(source, here).href}'); })`;
  return new Worker(start, { eval: true });
}
