import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', '.git', 'coverage']);

/**
 * All files below the given files and folders, sorted; folders that hold made things are left out.
 * @param {readonly string[]} places absolute paths; one that does not exist counts as empty
 * @returns {string[]}
 */
export function filesBelow(places) {
  /** @type {string[]} */
  const found = [];
  for (const place of places) {
    if (!existsSync(place)) continue;
    if (statSync(place).isFile()) {
      found.push(place);
      continue;
    }
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      if (entry.isDirectory() && SKIPPED_FOLDERS.has(entry.name)) continue;
      found.push(...filesBelow([join(place, entry.name)]));
    }
  }
  return found.sort();
}

/**
 * A hash over names and contents of files: it changes when any of them does.
 * @param {string} root names are taken relative to it
 * @param {readonly string[]} files absolute paths
 */
export function fingerprint(root, files) {
  const hash = createHash('sha256').update(`node ${process.versions.node}\n`);
  for (const file of files) {
    const content = readFileSync(file, 'utf8');
    hash.update(`${relative(root, file)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Whether the stamp was written for this fingerprint.
 * @param {string} stampFile
 * @param {string} wanted
 */
export function isStamped(stampFile, wanted) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === wanted;
}

/**
 * Notes that the work for this fingerprint has been done.
 * @param {string} stampFile
 * @param {string} done
 */
export function writeStamp(stampFile, done) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${done}\n`);
}
