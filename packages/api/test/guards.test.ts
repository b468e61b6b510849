import { describe, expect, it } from 'vitest';
import { testApi } from './app.ts';

describe('the guards of the server', () => {
  it.each(['localhost', 'localhost:4680', '127.0.0.1:4680', '[::1]:4680', '192.168.1.7'])(
    'answer under %s',
    async (host) => {
      expect((await testApi().get('/api/health', { host })).status).toBe(200);
    },
  );

  it.each(['evil.example', 'localhost.evil.example:4680', '127.0.0.1.evil.example', ''])(
    'do not answer under "%s"',
    async (host) => {
      const { status, body } = await testApi().get('/api/deals', { host });
      expect([status, body.failure.code]).toEqual([403, 'FOREIGN_HOST']);
    },
  );

  it('answer under the name the server was started with', async () => {
    expect(
      (await testApi({ host: 'deals.internal' }).get('/api/health', { host: 'Deals.Internal:80' })).status,
    ).toBe(200);
  });

  it('let no page of another site change anything, and let this one and programs', async () => {
    const report = { text: 'No deal here.', published: '2025-06-02' };
    const origins = ['http://evil.example', 'null', 'http://localhost:9999'];
    for (const origin of origins) {
      const { status, body } = await testApi().post('/api/sources', report, { origin });
      expect([status, body.failure.code]).toEqual([403, 'FOREIGN_ORIGIN']);
    }
    expect((await testApi().post('/api/sources', report, { origin: 'http://localhost:4680' })).status).toBe(
      201,
    );
    expect((await testApi().post('/api/sources', report)).status).toBe(201);
  });

  it('take no body that a plain form of another site could send', async () => {
    const { status, body } = await testApi().post('/api/sources', 'text=1', { 'content-type': 'text/plain' });
    expect([status, body.failure.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('send a content policy and their other headers with every answer, failures included', async () => {
    for (const path of ['/api/health', '/api/nothing', '/nothing.js']) {
      const { headers } = await testApi().get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});
