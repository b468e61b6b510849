import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { fail, ok, type Result } from '@tranche/core/result';
import type { FileAccess } from '@tranche/service/ports';
import { tooLarge } from '@tranche/service/text';

/** The files of this machine. */
export const nodeFiles: FileAccess = {
  read: async (path, maxBytes) => {
    try {
      const about = await stat(path);
      if (about.isDirectory()) return fail('NOT_A_FILE', path, 'this is a folder', { expected: 'a file' });
      if (about.isFile() && about.size > maxBytes) return tooLarge(path, about.size);
      const file = await open(path, constants.O_RDONLY);
      try {
        // Also for a pipe, whose size nobody knows beforehand.
        return await readStream(file.createReadStream({ autoClose: false }), path, maxBytes);
      } finally {
        await file.close();
      }
    } catch (error) {
      return unreadable(path, error);
    }
  },
  list: async (path, base = '') => {
    const full = isAbsolute(path) ? path : join(base, path);
    try {
      if (/[*?]/.test(path)) return await matching(full);
      const about = await stat(full);
      if (!about.isDirectory()) return ok([full]);
      const names = await readdir(full, { withFileTypes: true });
      return listed(
        full,
        names
          .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
          .map(({ name }) => join(full, name)),
      );
    } catch (error) {
      return unreadable(full, error);
    }
  },
  folderOf: dirname,
};

/** What comes through a pipe, up to a limit. Fails: TOO_LARGE. */
export async function readStream(
  stream: AsyncIterable<unknown>,
  name: string,
  maxBytes: number,
): Promise<Result<Uint8Array>> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    total += bytes.length;
    if (total > maxBytes) return tooLarge(name, total);
    chunks.push(bytes);
  }
  return ok(joined(chunks, total));
}

function joined(chunks: readonly Buffer[], total: number): Uint8Array {
  const bytes = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Files whose path matches a pattern; `*` and `?` stand for anything within one folder or file name. */
async function matching(pattern: string): Promise<Result<readonly string[]>> {
  const [first = '', ...rest] = pattern.split('/');
  let paths = [first === '' ? '/' : first];
  if (/[*?]/.test(first)) paths = await expand('.', first);
  for (const step of rest) {
    paths = /[*?]/.test(step)
      ? (await Promise.all(paths.map((path) => expand(path, step)))).flat()
      : paths.map((path) => join(path, step));
  }
  const files = await Promise.all(
    paths.map(async (path) => ({ path, isFile: (await statOrNone(path))?.isFile() ?? false })),
  );
  return listed(
    pattern,
    files.filter(({ isFile }) => isFile).map(({ path }) => path),
  );
}

async function expand(folder: string, step: string): Promise<string[]> {
  const shape = new RegExp(
    `^${step
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => !name.startsWith('.') && shape.test(name)).map((name) => join(folder, name));
}

const statOrNone = (path: string) => stat(path).catch(() => undefined);

const listed = (path: string, files: readonly string[]): Result<readonly string[]> =>
  files.length > 0
    ? ok([...files].sort())
    : fail('FILE_NOT_FOUND', path, 'there is no file here', {
        expected: 'a file, or a folder or pattern with files',
      });

export function unreadable(path: string, error: unknown): Result<never> {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return fail('FILE_NOT_FOUND', path, 'there is no such file');
  if (code === 'EACCES' || code === 'EPERM')
    return fail('FILE_UNREADABLE', path, 'this file may not be read');
  return fail('FILE_UNREADABLE', path, message);
}
