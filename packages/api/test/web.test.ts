import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectOk } from '@tranche/core/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../src/app/index.ts';
import { listen } from '../src/server/index.ts';
import { loadWebFiles } from '../src/web/index.ts';
import { testApi, testWorkspace } from './app.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-web-'));
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist', '.built-from'), 'a hash');
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><title>Tranche</title>');
  writeFileSync(join(folder, 'dist', 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'dist', 'assets', 'index-1a2b.js'), 'export {};');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const api = () => {
  const web = loadWebFiles(join(folder, 'dist'));
  if (web === undefined) throw new Error('the folder holds a built app');
  return testApi({ web });
};

describe('the web app beside the API', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/deals/openai-2025-primary', 'text/html; charset=utf-8', 'no-cache'],
    ['/favicon.svg', 'image/svg+xml', 'no-cache'],
    ['/assets/index-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('serves %s as %s, kept: %s', async (path, type, kept) => {
    const { status, headers } = await api().get(path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, kept]);
  });

  it.each([
    '/assets/gone.js',
    '/gone.png',
    '/.built-from',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
  ])('does not serve %s', async (path) => {
    const { body, headers } = await api().get(path);
    expect(JSON.stringify(body)).not.toMatch(/secret"|a hash/);
    expect(headers.get('content-type')).toMatch(/json|html/);
  });

  it('leaves the addresses of the API to the API', async () => {
    const { status, body } = await api().get('/api/gone');
    expect([status, body.failure.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('is absent, and said to be, when it was not built', async () => {
    expect(loadWebFiles(join(folder, 'nowhere'))).toBeUndefined();
    const { status, body } = await testApi().get('/');
    expect([status, body.failure.code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('a server', () => {
  const app = () =>
    createApi({ workspace: testWorkspace(), version: '0.0.0', host: '127.0.0.1', report: () => {} });

  it('answers at the address it names until it is closed', async () => {
    const server = expectOk(await listen(app(), '127.0.0.1', 0));
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${server.address}/api/health`)).json()).toMatchObject({ name: 'tranche' });
    await server.close();
    await expect(fetch(`${server.address}/api/health`)).rejects.toThrow();
  });

  it('says that a port is in use', async () => {
    const server = expectOk(await listen(app(), '127.0.0.1', 0));
    const port = Number(new URL(server.address).port);
    expect(await listen(app(), '127.0.0.1', port)).toMatchObject({
      ok: false,
      failure: { code: 'PORT_IN_USE' },
    });
    await server.close();
  });
});
