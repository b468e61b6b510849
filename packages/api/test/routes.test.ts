import { CALCULATORS } from '@tranche/service/calculators';
import { describe, expect, it } from 'vitest';
import { testApi, testWorkspace } from './app.ts';

const REPORT = {
  text: 'Fennick raises $12.5 million\n\nFennick, a maker of heat pumps, has raised $12.5 million in a Series A led by Brightmoor Capital.\n',
  published: '2025-06-02',
  publisher: 'business news site',
  name: 'fennick',
};

describe('the HTTP API', () => {
  it('says that it answers', async () => {
    expect((await testApi().get('/api/health')).body).toEqual({ name: 'tranche', version: '0.0.0' });
  });

  it('reads and checks a report without storing it', async () => {
    const api = testApi();
    const { status, body } = await api.post('/api/read', REPORT);
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'fennick', published: '2025-06-02', text: REPORT.text });
    const [claim] = body.claims;
    expect(REPORT.text.slice(...(claim.quoteSpan as [number, number]))).toBe(claim.quote);
    expect(claim.verdict.knownOn).toBe('2025-06-02');
    expect((await api.get('/api/sources')).body.sources).toEqual([]);
  });

  it('judges a report as known on another day when asked to', async () => {
    const { body } = await testApi().post('/api/read?known_on=2025-12-31', REPORT);
    expect(body.claims[0].verdict.knownOn).toBe('2025-12-31');
  });

  it('adds a report once, shows it, and makes a deal of it', async () => {
    const api = testApi();
    const added = await api.post('/api/sources', REPORT);
    expect(added.status).toBe(201);
    expect((await api.post('/api/sources', REPORT)).status).toBe(200);
    const { sources } = (await api.get('/api/sources')).body;
    expect(sources).toMatchObject([{ id: added.body.id, name: 'fennick', claims: added.body.claims.length }]);
    expect((await api.get(`/api/sources/${added.body.id}`)).body).toEqual(added.body);
    const { deals } = (await api.get('/api/deals')).body;
    const deal = deals.find((one: { issuer: string }) => one.issuer === 'Fennick');
    expect(added.body.claims.map((claim: { deal?: string }) => claim.deal)).toContain(deal.id);
    expect((await api.get(`/api/deals/${deal.id}`)).body).toMatchObject({
      id: deal.id,
      size: 'USD 12.5m',
      knownOn: '2026-01-15',
    });
  });

  it('gives the verdicts on a source as linked data and as a page, with nothing of it as markup', async () => {
    const api = testApi();
    const title = 'Fennick <script>alert(1)</script> raises $12.5 million';
    const { body: source } = await api.post('/api/sources', { ...REPORT, title });
    const reviews = await api.get(`/api/sources/${source.id}/claim-review`);
    expect(reviews.headers.get('content-type')).toBe('application/ld+json; charset=UTF-8');
    expect(reviews.body[0]).toMatchObject({
      '@type': 'ClaimReview',
      datePublished: '2026-01-15',
      itemReviewed: { appearance: { headline: title } },
    });
    const page = await api.get(`/api/sources/${source.id}/page`);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.body).toContain('Fennick &lt;script&gt;alert(1)&lt;/script&gt; raises');
    expect(page.body).not.toContain('<script');
  });

  it('knows a report only from the day it was published', async () => {
    const api = testApi();
    await api.post('/api/sources', REPORT);
    expect((await api.get('/api/sources?known_on=2025-06-01')).body.sources).toEqual([]);
    expect((await api.get('/api/sources?known_on=2025-06-02')).body.sources).toHaveLength(1);
    const before = (await api.get('/api/deals?known_on=2025-06-01')).body.deals;
    expect(before.map((deal: { issuer: string }) => deal.issuer)).not.toContain('Fennick');
  });

  it('ranks the investors of a company by a measure', async () => {
    const { status, body } = await testApi().get(
      '/api/ranking?issuer=OpenAI&measure=committed&known_on=2025-04-01',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ measure: 'committed', knownOn: '2025-04-01', asOf: '2025-04-01' });
    expect(body.rows.length).toBeGreaterThan(2);
  });

  it('says of an exit what the evidence gives, and what is missing to tell', async () => {
    const { status, body } = await testApi().get(
      '/api/deals/openai-2025-primary/proceeds?at=500bn&at=1tn&known_on=2025-04-01',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ deal: 'openai-2025-primary', decided: false, knownOn: '2025-04-01' });
    expect(body.exits.map(({ exitValue }: { exitValue: { low: string } }) => exitValue.low)).toEqual([
      '500000000000',
      '1000000000000',
    ]);
    expect(body.missing.length).toBeGreaterThan(0);
  });

  it.each([
    ['GET', '/api/deals/no-such-deal', undefined, 404, 'UNKNOWN_DEAL'],
    ['GET', '/api/deals/no-such-deal/timeline', undefined, 404, 'UNKNOWN_DEAL'],
    ['GET', '/api/deals/no-such-deal/proceeds?at=500m', undefined, 404, 'UNKNOWN_DEAL'],
    ['GET', '/api/deals/openai-2025-primary/proceeds', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/api/deals/openai-2025-primary/proceeds?at=much', undefined, 422, 'BAD_NUMBER'],
    ['GET', '/api/deals/openai-2025-primary/proceeds?at=-1', undefined, 422, 'NEGATIVE_AMOUNT'],
    ['GET', '/api/ranking?issuer=Nobody', undefined, 404, 'UNKNOWN_ISSUER'],
    ['GET', '/api/ranking?issuer=OpenAI&measure=size', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/api/sources/s-0', undefined, 404, 'SOURCE_NOT_FOUND'],
    ['GET', '/api/sources/s-0/claim-review', undefined, 404, 'SOURCE_NOT_FOUND'],
    ['GET', '/api/sources/s-0/page', undefined, 404, 'SOURCE_NOT_FOUND'],
    ['GET', '/api/nothing', undefined, 404, 'NOT_FOUND'],
    ['GET', '/api/deals?known_on=2025-02-30', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/api/deals?knownon=2025-02-20', undefined, 400, 'BAD_REQUEST'],
    ['POST', '/api/deals', {}, 404, 'NOT_FOUND'],
    ['POST', '/api/read', '{"text":', 400, 'BAD_JSON'],
    ['POST', '/api/read', {}, 400, 'BAD_REQUEST'],
    ['POST', '/api/read', { text: 'a', titel: 'b' }, 400, 'BAD_REQUEST'],
    ['POST', '/api/read', { text: '  ' }, 422, 'EMPTY_DOCUMENT'],
    ['POST', '/api/read', { text: 'a\u0000b' }, 422, 'BINARY_FILE'],
    ['POST', '/api/read', { text: 'half \ud83d' }, 422, 'BAD_ENCODING'],
    ['POST', '/api/read', { text: 'a', published: '2025-02-30' }, 400, 'BAD_DATE'],
    ['POST', '/api/read', { text: 'x'.repeat(4 * 1024 * 1024 + 1) }, 413, 'TOO_LARGE'],
    ['POST', '/api/read', { text: 'x'.repeat(50 * 1024 * 1024) }, 413, 'TOO_LARGE'],
    ['POST', '/api/sources', { text: REPORT.text }, 422, 'PUBLISHED_NEEDED'],
  ])('answers %s %s by its failure (case %#)', async (method, path, sent, status, code) => {
    const api = testApi();
    const { status: got, body } = method === 'GET' ? await api.get(path) : await api.post(path, sent);
    expect([got, body.failure.code]).toEqual([status, code]);
    expect(body.failure.message).not.toBe('');
    expect((await api.get('/api/sources')).body.sources).toEqual([]);
  });

  it('tells the caller nothing of what broke inside, and the operator all of it', async () => {
    const broken = new Error('the disk is on fire');
    const api = testApi({ workspace: { ...testWorkspace(), deals: () => Promise.reject(broken) } });
    const { status, body } = await api.get('/api/deals');
    expect([status, body.failure.code]).toEqual([500, 'INTERNAL']);
    expect(JSON.stringify(body)).not.toContain('fire');
    expect(api.reported).toEqual([broken]);
  });

  it('describes every route in an OpenAPI document, shapes named once', async () => {
    const { body } = await testApi().get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const routes = Object.entries<object>(body.paths).map(
      ([path, methods]) => `${Object.keys(methods)} ${path}`,
    );
    expect(routes.filter((route) => route.includes('/api/calc'))).toEqual([
      'get /api/calc',
      ...CALCULATORS.map(({ name }) => `post /api/calc/${name}`),
      'post /api/calc/{name}/explain',
    ]);
    expect(routes.filter((route) => !route.includes('/api/calc'))).toEqual([
      'get /api/health',
      'get /api/deals',
      'get /api/deals/{id}',
      'get /api/deals/{id}/timeline',
      'get /api/deals/{id}/proceeds',
      'get /api/questions',
      'get /api/ask/{question}',
      'get /api/ranking',
      'get,post /api/sources',
      'get /api/sources/{id}',
      'get /api/sources/{id}/claim-review',
      'get /api/sources/{id}/page',
      'post /api/read',
      'post /api/open',
      'get,post /api/judgements',
      'get /api/parties',
    ]);
    expect(Object.keys(body.components.schemas)).toEqual(
      expect.arrayContaining([
        'Deal',
        'Evidence',
        'Figure',
        'Source',
        'Claim',
        'Verdict',
        'Failure',
        'ReportRequest',
      ]),
    );
  });
});
