import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FetchPolicy } from '@tranche/service/fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tranche } from './tranche.ts';

const PAGE = `<!doctype html><title>Fennick raises $12 million</title>
<meta property="article:published_time" content="2025-06-02T08:00:00Z">
<p>Fennick, a maker of heat pumps, has raised $12 million in a Series A led by Brightmoor Capital.</p>`;

/** What the site answers, by path: status, type and body. */
const SITE: Readonly<Record<string, readonly [number, string, string]>> = {
  '/robots.txt': [200, 'text/plain', 'User-agent: *\nDisallow: /private'],
  '/deal': [200, 'text/html; charset=utf-8', PAGE],
  '/undated': [200, 'text/plain', 'Fennick has raised $12 million in a Series A led by Brightmoor Capital.'],
  '/picture': [200, 'image/png', 'x'],
};

let server: Server;
let site = '';
const asked: string[] = [];
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const [status, type, body] = SITE[url] ?? [404, 'text/plain', ''];
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://site.example:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The guards as they are, but for the one address of this machine at which the site stands. */
const fetching: FetchPolicy = {
  resolve: async () => ['127.0.0.1'],
  isAllowed: (address) => address === '127.0.0.1',
  userAgent: 'tranche/0.0.0',
  maxBytes: 100_000,
  totalMs: 20_000,
};
const onSite = (...argv: readonly string[]) => tranche(argv, { fetching });

const INSIDE = ['http://127.0.0.1:9/a', 'http://[::1]/a', 'file:///etc/hostname'];

describe('tranche read --url', () => {
  it('reads the page at an address', async () => {
    const { status, out, err } = await onSite('read', '--url', `${site}/deal`, '--json');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      source: { published: '2025-06-02' },
      claims: expect.arrayContaining([expect.objectContaining({ type: 'round', issuer: 'Fennick' })]),
    });
  });

  it('refuses addresses of this machine, and what is no address of the web', async () => {
    const { status, out, err } = await tranche(['read', ...INSIDE.flatMap((url) => ['--url', url])]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^tranche: ADDRESS_REFUSED at http:\/\/127\.0\.0\.1:9\/robots\.txt: /),
      expect.stringMatching(/^tranche: ADDRESS_REFUSED at /),
      expect.stringMatching(/^tranche: BAD_URL at file:\/\/\/etc\/hostname: /),
      'read 0 of 3 reports, 3 refused',
      '',
    ]);
  });

  it('or a report must be named', async () => {
    const { status, err } = await tranche(['read']);
    expect(status).toBe(2);
    expect(err).toContain('MISSING_FIELD at file: no document is named');
  });
});

describe('tranche check --url', () => {
  it('checks the page at an address, after its robots.txt was asked', async () => {
    asked.length = 0;
    const { status, out, err } = await onSite('check', '--url', `${site}/deal`, '--json');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(asked).toEqual(['/robots.txt', '/deal']);
    const source = JSON.parse(out);
    expect(source).toMatchObject({
      title: 'Fennick raises $12 million',
      published: '2025-06-02',
      url: `${site}/deal`,
    });
    expect(source.claims).toContainEqual(
      expect.objectContaining({
        sentence: 'Fennick raised USD 12m, led by Brightmoor Capital',
        verdict: expect.objectContaining({ verdict: 'cannot_tell' }),
      }),
    );
  });

  it('asks for the day of a page that bears none, and takes it from --published', async () => {
    const undated = await onSite('check', '--url', `${site}/undated`);
    expect(undated.status).toBe(2);
    expect(undated.err).toContain(`PUBLISHED_NEEDED at ${site}/undated`);
    const dated = await onSite('check', '--url', `${site}/undated`, '--published', '2025-06-02', '--json');
    expect(JSON.parse(dated.out)).toMatchObject({ published: '2025-06-02', url: `${site}/undated` });
  });

  it.each([
    ['/private/deal', 'ROBOTS_REFUSED'],
    ['/missing', 'FETCH_FAILED'],
    ['/picture', 'UNSUPPORTED_TYPE'],
  ])('refuses %s with one line: %s', async (path, code) => {
    const { status, out, err } = await onSite('check', '--url', site + path);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(new RegExp(`^tranche: ${code} at [^\\n]*\\n$`));
  });

  it.each(INSIDE)('refuses %s like read does', async (address) => {
    const { status, out, err } = await tranche(['check', '--url', address]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^tranche: (ADDRESS_REFUSED|BAD_URL) at /);
  });

  it('fetches nothing unless asked: a file named like an address is a file', async () => {
    asked.length = 0;
    expect((await onSite('check', `${site}/deal`)).err).toMatch(/^tranche: FILE_NOT_FOUND at /);
    expect(asked).toEqual([]);
  });

  it('takes one of a file and an address', async () => {
    expect((await onSite('check')).err).toMatch(/^tranche: MISSING_FIELD at report: no document is named; /);
    expect((await onSite('check', 'a.txt', '--url', `${site}/deal`)).err).toMatch(
      /^tranche: UNSUPPORTED_COMBINATION at url: /,
    );
  });
});
