import type { Workspace } from '@tranche/service/workspace';
import { expect, test } from 'vitest';
import { createApi } from '../../packages/api/src/app/index.ts';
import { textOf } from './markdown.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

test('the page on the HTTP API lists each request the server answers, and no other', async () => {
  // The description is made from the routes alone; no request of this test reaches the workspace.
  const api = createApi({
    workspace: {} as Workspace,
    version: '0.0.0',
    host: 'localhost',
    report: () => {},
  });
  const response = await api.request('http://localhost/api/openapi.json', { headers: { host: 'localhost' } });
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
  const answered = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => METHODS.includes(method))
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
  const documented = [...textOf('docs/reference/http-api.md').matchAll(/^\| `([A-Z]+ \/api\/\S*)` \|/gm)].map(
    (match) => match[1] ?? '',
  );
  expect(documented.sort()).toEqual(answered.sort());
});
