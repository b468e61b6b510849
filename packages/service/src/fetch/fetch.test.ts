import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from './addresses.ts';
import { type FetchPolicy, fetcher, publicOnly } from './index.ts';

const PAGE = '<p>Vessel has raised $15 million.</p>';

/** What the site answers, by path. */
const SITE: Record<string, RequestListener> = {
  '/page': (_, response) => response.setHeader('content-type', 'Text/HTML; charset=ISO-8859-2').end(PAGE),
  '/packed': (_, response) => {
    const { buffer, byteOffset, length } = gzipSync(PAGE);
    response
      .setHeader('content-encoding', 'gzip')
      .end(new Uint8Array(buffer as ArrayBuffer, byteOffset, length));
  },
  '/agent': (request, response) => response.end(request.headers['user-agent']),
  '/picture': (_, response) => response.setHeader('content-type', 'image/png').end('x'),
  '/large': (_, response) => response.end('x'.repeat(5000)),
  '/declared': (_, response) => response.setHeader('content-length', '5000').end('x'.repeat(5000)),
  '/slow': () => {},
  '/cut': (_, response) => {
    response.setHeader('content-length', '100').write('half');
    setImmediate(() => response.destroy());
  },
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/moved': (_, response) => response.writeHead(301, { location: '/page#part' }).end(),
  '/nowhere': (_, response) => response.writeHead(302).end(),
  '/inside': (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/admin' }).end(),
  '/metadata': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-private': (_, response) => response.writeHead(302, { location: '/private/page' }).end(),
};

let server: Server;
let port = 0;
let robots: RequestListener = (_, response) => response.writeHead(404).end();
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '' } = request;
    asked.push(url);
    if (url === '/robots.txt') return robots(request, response);
    const answer = SITE[url];
    if (answer === undefined) return response.writeHead(404).end();
    return answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A name server of its own, and this machine let in. */
const policy = (more: Partial<FetchPolicy> = {}): FetchPolicy => ({
  resolve: async (host) => (host === 'inside.example' ? ['93.184.216.34', '10.0.0.1'] : ['127.0.0.1']),
  isAllowed: (address) => address === '127.0.0.1' || isPublicAddress(address),
  userAgent: 'tranche/9.9.9',
  maxBytes: 4000,
  totalMs: 20_000,
  ...more,
});

async function told(path: string, more: Partial<FetchPolicy> = {}): Promise<string> {
  const address = path.startsWith('/') ? `http://site.example:${port}${path}` : path;
  const fetched = await fetcher(policy(more)).fetch(address);
  return fetched.ok ? Buffer.from(fetched.value.bytes).toString('latin1') : fetched.failure.code;
}

describe('a document by its address', () => {
  it('comes with the address it was found at, its type, charset and encodings', async () => {
    const fetched = await fetcher(policy()).fetch(`http://site.example:${port}/moved`);
    expect(fetched).toMatchObject({
      ok: true,
      value: {
        url: `http://site.example:${port}/page`,
        contentType: 'text/html',
        charset: 'iso-8859-2',
        encodings: [],
      },
    });
    expect(await fetcher(policy()).fetch(`http://site.example:${port}/packed`)).toMatchObject({
      value: { encodings: ['gzip'] },
    });
    expect(await told('/agent')).toBe('tranche/9.9.9');
  });

  it.each([
    ['/missing', 'FETCH_FAILED'],
    ['/picture', 'UNSUPPORTED_TYPE'],
    ['/large', 'TOO_LARGE'],
    ['/declared', 'TOO_LARGE'],
    ['/cut', 'FETCH_FAILED'],
    ['/loop', 'REDIRECT_REFUSED'],
    ['/nowhere', 'REDIRECT_REFUSED'],
    ['/inside', 'ADDRESS_REFUSED'],
    ['/metadata', 'ADDRESS_REFUSED'],
    ['/file', 'BAD_URL'],
    ['ftp://site.example/a', 'BAD_URL'],
    ['file:///etc/passwd', 'BAD_URL'],
    ['no address', 'BAD_URL'],
    ['http://user:secret@site.example/', 'BAD_URL'],
    ['http://inside.example/', 'ADDRESS_REFUSED'],
  ])('%s is refused with %s', async (path, code) => {
    expect(await told(path)).toBe(code);
  });

  it('is given up when it takes too long in all', async () => {
    expect(await told('/slow', { totalMs: 150 })).toBe('FETCH_FAILED');
    expect(await told('/page', { totalMs: 50, resolve: () => new Promise(() => {}) })).toBe('FETCH_FAILED');
  });

  it('is not asked of this machine, or of a name that leads to it, by the rule for everyone', async () => {
    const rule = publicOnly('9.9.9');
    asked.length = 0;
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f.1',
      '0',
    ]) {
      const fetched = await fetcher(rule).fetch(`http://${host}:${port}/page`);
      expect(fetched, host).toMatchObject({ ok: false, failure: { code: 'ADDRESS_REFUSED' } });
    }
    expect(await told('/page', { isAllowed: rule.isAllowed })).toBe('ADDRESS_REFUSED');
    expect(asked).toEqual([]);
  });

  it('is asked of the address that was checked: a name server has no second say', async () => {
    let answers = 0;
    const resolve = async () => {
      answers += 1;
      return ['127.0.0.1'];
    };
    expect(await told('/page', { resolve })).toBe(PAGE);
    // Once for robots.txt and once for the page; the connections themselves asked for nothing.
    expect(answers).toBe(2);
  });
});

describe('what a site lets programs read', () => {
  const sayingRobots = async (answer: RequestListener, path: string): Promise<string> => {
    robots = answer;
    try {
      return await told(path);
    } finally {
      robots = (_, response) => response.writeHead(404).end();
    }
  };

  it('is asked first, once for a site, and holds for redirects', async () => {
    robots = (_, response) => response.end('User-agent: tranche\nDisallow: /private');
    asked.length = 0;
    const one = fetcher(policy());
    const at = (path: string) => one.fetch(`http://site.example:${port}${path}`);
    expect(await at('/private/page')).toMatchObject({ failure: { code: 'ROBOTS_REFUSED' } });
    expect(await at('/to-private')).toMatchObject({ failure: { code: 'ROBOTS_REFUSED' } });
    expect(await at('/page')).toMatchObject({ ok: true });
    expect(asked).toEqual(['/robots.txt', '/to-private', '/page']);
    robots = (_, response) => response.writeHead(404).end();
  });

  it('is all when there is no robots.txt, and nothing when the site cannot say', async () => {
    expect(await sayingRobots((_, response) => response.writeHead(403).end(), '/page')).toBe(PAGE);
    expect(await sayingRobots((_, response) => response.writeHead(503).end(), '/page')).toBe(
      'ROBOTS_REFUSED',
    );
  });

  it('ends for a robots.txt that leads on for ever, or is too large', async () => {
    const loop: RequestListener = (_, response) => response.writeHead(302, { location: '/robots.txt' }).end();
    expect(await sayingRobots(loop, '/page')).toBe('REDIRECT_REFUSED');
    const large: RequestListener = (_, response) => response.end('#'.repeat(2_000_000));
    expect(await sayingRobots(large, '/page')).toBe('TOO_LARGE');
  });
});

describe('an address of the public internet', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '100.100.100.200',
      '127.0.0.1',
      '127.255.255.255',
      '169.254.169.254',
    ],
    ...[
      '172.16.0.1',
      '172.31.255.255',
      '192.0.2.1',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '::',
      '::1',
      '::ffff:8.8.8.8',
      '::ffff:7f00:1',
      '64:ff9b::7f00:1',
      'fc00::1',
      'fd00:ec2::254',
      'fe80::1',
    ],
    ...['fe80::1%eth0', 'ff02::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '', 'localhost', '127.1'],
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
