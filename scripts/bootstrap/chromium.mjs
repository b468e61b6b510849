import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium to test with: the one named by CHROMIUM, else one on the PATH or in a usual place;
 * undefined when there is none.
 * @param {Record<string, string | undefined>} [env]
 */
export function findChromium(env = process.env) {
  const named = env.CHROMIUM;
  if (named !== undefined && named !== '') return isExecutable(named) ? named : undefined;
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => [join(folder, 'chromium'), join(folder, 'google-chrome')]);
  return [...onPath, ...USUAL_PLACES].find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
