import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * An absolute path inside the repository.
 * @param {...string} parts
 */
export function inRepo(...parts) {
  return join(ROOT, ...parts);
}
