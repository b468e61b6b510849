import type { PlainDate } from '@tranche/core/time';
import { memoryLog } from '@tranche/service/log';
import { logWorkspace, type Workspace } from '@tranche/service/workspace';
import { type ApiSettings, createApi } from '../src/app/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed, when it is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly body: any;
}

/** The API on a workspace in memory, asked without a network. */
export function testApi(settings: Partial<ApiSettings> = {}) {
  const reported: unknown[] = [];
  const app = createApi({
    workspace: testWorkspace(),
    version: '0.0.0',
    host: '127.0.0.1',
    report: (error) => reported.push(error),
    ...settings,
  });
  const request = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await app.request(path, {
      ...init,
      headers: { host: 'localhost:4680', ...init.headers },
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    reported,
    get: (path: string, headers: Record<string, string> = {}) => request(path, { headers }),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      request(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  };
}

export const testWorkspace = (): Workspace =>
  logWorkspace(memoryLog(), { today: () => '2026-01-15' as PlainDate });
