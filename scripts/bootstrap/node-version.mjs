/**
 * The oldest Node that Tranche runs on. Kept in step with `engines` in package.json by a test.
 * This file must parse on old versions of Node, since its job is to tell their owners what to do.
 */
export const OLDEST_NODE = { major: 20, minor: 19 };

/**
 * Returns what to tell the owner of a Node that is too old, or undefined when the version will do.
 * @param {string} version as in `process.versions.node`, e.g. "20.19.0"
 */
export function complaintAboutNode(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major > OLDEST_NODE.major || (major === OLDEST_NODE.major && minor >= OLDEST_NODE.minor))
    return undefined;
  return `Tranche needs Node ${OLDEST_NODE.major}.${OLDEST_NODE.minor} or newer; this is Node ${version}. Get a newer one from https://nodejs.org and run the command again.`;
}

/** Ends the process with status 2 when Node is too old. */
export function requireNode() {
  const complaint = complaintAboutNode(process.versions.node);
  if (complaint === undefined) return;
  console.error(complaint);
  process.exit(2);
}
