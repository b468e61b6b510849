import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, ok } from '@tranche/core/result';
import type { FileAccess } from '../src/ports/index.ts';

/** The worked examples. */
export const EXAMPLES = fileURLToPath(new URL('../../../examples/', import.meta.url));

/** The example that ships with the product. */
export const EXAMPLE = join(EXAMPLES, 'openai-2025');

/** As little of a file system as these tests need: files by path, and `folder/*.ending`. */
export const disk: FileAccess = {
  read: async (path) =>
    existsSync(path) && statSync(path).isFile()
      ? ok(new Uint8Array(readFileSync(path)))
      : fail('FILE_NOT_FOUND', path, 'there is no such file'),
  list: async (pattern, base = '') => {
    const path = join(base, pattern);
    const ending = /\*(\.\w+)$/.exec(pattern)?.[1];
    const files = ending === undefined ? [path] : namesIn(dirname(path), ending);
    return files.every(existsSync) && files.length > 0
      ? ok(files)
      : fail('FILE_NOT_FOUND', path, 'there is no file here');
  },
  folderOf: dirname,
};

const namesIn = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => join(folder, name))
    : [];
