import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectOk } from '@tranche/core/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultDataFolder, nodeFiles, shippedFolders, writeWhole } from './index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-files-'));
  mkdirSync(join(folder, 'sources', 'inner'), { recursive: true });
  for (const name of ['b.txt', 'a.txt', 'c.md', '.hidden.txt'])
    writeFileSync(join(folder, 'sources', name), name);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const listed = async (path: string): Promise<unknown> => {
  const found = await nodeFiles.list(path, folder);
  return found.ok ? found.value.map((file) => file.slice(folder.length + 1)) : found.failure.code;
};

describe('the files a path stands for', () => {
  it.each([
    ['sources/a.txt', ['sources/a.txt']],
    ['sources', ['sources/a.txt', 'sources/b.txt', 'sources/c.md']],
    ['sources/*.txt', ['sources/a.txt', 'sources/b.txt']],
    ['s*s/?.md', ['sources/c.md']],
    ['sources/d.txt', 'FILE_NOT_FOUND'],
    ['sources/*.pdf', 'FILE_NOT_FOUND'],
    ['nowhere/*.txt', 'FILE_NOT_FOUND'],
    ['sources/inner', 'FILE_NOT_FOUND'],
  ])('of %s are %j', async (path, expected) => {
    expect(await listed(path)).toEqual(expected);
  });

  it('count from the folder given, and the same for an absolute path', async () => {
    expect(await nodeFiles.list(join(folder, 'sources/a.txt'), '/elsewhere')).toEqual({
      ok: true,
      value: [join(folder, 'sources/a.txt')],
    });
    expect(nodeFiles.folderOf(join(folder, 'deal.yaml'))).toBe(folder);
  });
});

describe('the bytes of a file', () => {
  const read = async (path: string, limit = 100): Promise<unknown> => {
    const bytes = await nodeFiles.read(path, limit);
    return bytes.ok ? new TextDecoder().decode(bytes.value) : bytes.failure.code;
  };

  it('are those that are in it', async () => {
    expect(await read(join(folder, 'sources/a.txt'))).toBe('a.txt');
  });

  it('are refused for a folder, a missing file and a file over the limit, before it is read', async () => {
    expect(await read(folder)).toBe('NOT_A_FILE');
    expect(await read(join(folder, 'sources/d.txt'))).toBe('FILE_NOT_FOUND');
    const large = join(folder, 'large.txt');
    writeFileSync(large, '');
    truncateSync(large, 50 * 1024 * 1024);
    expect(await nodeFiles.read(large, 20 * 1024 * 1024)).toMatchObject({
      ok: false,
      failure: { code: 'TOO_LARGE', path: large, message: 'the document has 50 MB' },
    });
  });

  it('of a pipe, whose size is not known, are refused once they pass the limit', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const writing = (count: number) =>
      execFileSync('sh', ['-c', `(head -c ${count} /dev/zero | tr '\\0' x > '${pipe}') 2>/dev/null &`], {
        stdio: 'ignore',
      });
    writing(90);
    expect(await read(pipe)).toBe('x'.repeat(90));
    writing(500_000);
    expect(await read(pipe, 1000)).toBe('TOO_LARGE');
  });
});

describe('a file written whole', () => {
  it('is there with its folder, and no draft stays behind', async () => {
    const path = join(folder, 'out', 'claims.json');
    expectOk(await writeWhole(path, '{}\n'));
    expectOk(await writeWhole(path, '{"claims":[]}\n'));
    expect(readFileSync(path, 'utf8')).toBe('{"claims":[]}\n');
    expect(readdirSync(join(folder, 'out'))).toEqual(['claims.json']);
  });

  it('is refused where it cannot be, with its path', async () => {
    const path = join(folder, 'sources', 'a.txt', 'claims.json');
    expect(await writeWhole(path, '')).toMatchObject({ ok: false, failure: { code: 'CANNOT_WRITE', path } });
  });
});

describe('the folders of this machine', () => {
  it('keep data where the desktop standard says', () => {
    expect(defaultDataFolder({ XDG_DATA_HOME: '/data' })).toBe(join('/data', 'tranche'));
    expect(defaultDataFolder({})).toMatch(/\.local.share.tranche$/);
  });

  it('hold the example that ships with the program', () => {
    expect(readFileSync(shippedFolders().example, 'utf8')).toContain('issuer: OpenAI');
  });
});
