import { existsSync, readFileSync, rmSync } from 'node:fs';
import { filesBelow, fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { inRepo, ROOT } from './paths.mjs';
import { say, withProgress } from './progress.mjs';
import { run } from './run.mjs';

const STAMP = inRepo('node_modules', '.tranche-installed');

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} LockFile
 */

/**
 * Whether every package the lock file asks for stands in the list npm keeps of what it installed.
 * Optional packages are left out: they belong to other platforms.
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile} installed node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted.packages ?? {}).every(([place, entry]) => {
    if (!place.includes('node_modules/') || entry.optional || entry.devOptional) return true;
    const found = installed.packages?.[place];
    return found !== undefined && found.version === entry.version;
  });
}

function manifests() {
  return filesBelow([inRepo('package.json'), inRepo('package-lock.json'), inRepo('packages')]).filter(
    (file) => file.endsWith('package.json') || file.endsWith('package-lock.json'),
  );
}

/** @param {string} file @returns {LockFile} */
function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/**
 * Installs the npm packages when something is missing; does nothing when all is there.
 * Throws with what npm said when neither way of installing works.
 */
export async function ensureInstalled() {
  const wanted = fingerprint(ROOT, manifests());
  if (isStamped(STAMP, wanted)) return;
  const hidden = inRepo('node_modules', '.package-lock.json');
  if (!existsSync(hidden) || !isInstalled(readLock(inRepo('package-lock.json')), readLock(hidden))) {
    await withProgress('installing packages (the first time takes about half a minute)', install);
  }
  writeStamp(STAMP, wanted);
}

async function install() {
  // CI=true keeps npm from drawing a progress bar; the flags keep it from asking the network for advice.
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const clean = await run('npm', ['ci', ...quiet]);
  if (clean.status === 0) return;
  // A registry mirror without some other platform's packages makes `npm ci` refuse a sound lock file.
  say('npm ci did not work here; trying npm install');
  rmSync(inRepo('node_modules'), { recursive: true, force: true });
  const plain = await run('npm', ['install', '--no-save', ...quiet]);
  if (plain.status === 0) return;
  throw new Error(`npm could not install the packages.\n${clean.output}\n${plain.output}`);
}
