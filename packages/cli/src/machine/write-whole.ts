import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '@tranche/core/result';

/** Writes a file so that it is there whole or not at all, also when the process ends midway. Fails: CANNOT_WRITE. */
export async function writeWhole(path: string, content: string): Promise<Result<string>> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    return ok(path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    return fail('CANNOT_WRITE', path, error instanceof Error ? error.message : String(error));
  }
}
