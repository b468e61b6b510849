import { lookup } from 'node:dns/promises';
import { fail, ok, type Result } from '@tranche/core/result';
import { contentTypeOf } from '@tranche/reader/archive';
import { MAX_FILE_BYTES } from '@tranche/reader/document';
import { isOpened, undoEncodings } from '../archive/index.ts';
import { isPublicAddress } from './addresses.ts';
import { type FetchPolicy, oneRequest, type Response } from './one-request.ts';
import { ALLOWS_ALL, isAllowedBy, type Robots, robotsOf } from './robots.ts';

const MOST_REDIRECTS = 5;
const MAX_ROBOTS_BYTES = 1024 * 1024;

/** A document as a site answered with it, its content encodings still to be undone. */
export interface FetchedDocument {
  /** The address it came from in the end. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly encodings: readonly string[];
  readonly contentType?: string;
  readonly charset?: string;
}

export interface Fetcher {
  /**
   * Fetches one document. Every address on the way is checked: its scheme, where its name leads, and what the site's
   * robots.txt says. Fails: BAD_URL, ADDRESS_REFUSED, ROBOTS_REFUSED, REDIRECT_REFUSED, UNSUPPORTED_TYPE, TOO_LARGE,
   * FETCH_FAILED.
   */
  fetch(address: string): Promise<Result<FetchedDocument>>;
}

/** The rule for everyone but tests: nothing but the public internet. `version` is the program's. */
export const publicOnly = (version: string): FetchPolicy => ({
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
  userAgent: `tranche/${version}`,
  maxBytes: MAX_FILE_BYTES,
  totalMs: 60_000,
});

/** A fetcher that asks each site for its robots.txt once. */
export function fetcher(policy: FetchPolicy): Fetcher {
  const robots = new Map<string, Promise<Result<Robots>>>();
  const robotsAt = (origin: string, signal: AbortSignal): Promise<Result<Robots>> => {
    const known = robots.get(origin) ?? fetchRobots(origin, policy, signal);
    robots.set(origin, known);
    return known;
  };
  const mayFetch = async (url: URL, signal: AbortSignal): Promise<Result<URL>> => {
    const rules = await robotsAt(url.origin, signal);
    if (!rules.ok) return rules;
    if (isAllowedBy(rules.value, `${url.pathname}${url.search}`)) return ok(url);
    return fail('ROBOTS_REFUSED', url.href, 'the robots.txt of the site forbids it', {
      expected: 'an address that the site lets programs read',
    });
  };
  return {
    fetch: async (address) => {
      const url = checkedUrl(address);
      if (!url.ok) return url;
      const signal = AbortSignal.timeout(policy.totalMs);
      const answer = await follow(url.value, policy, signal, policy.maxBytes, mayFetch);
      return answer.ok ? documentOf(answer.value) : answer;
    },
  };
}

function checkedUrl(address: string, base?: URL): Result<URL> {
  const expected = { expected: 'an address such as https://example.org/report' };
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    return fail('BAD_URL', address, 'this is not an address', expected);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return fail('BAD_URL', address, `addresses that begin with ${url.protocol} are not fetched`, expected);
  if (url.username !== '' || url.password !== '')
    return fail('BAD_URL', url.host, 'an address with a password in it is not fetched', expected);
  url.hash = '';
  return ok(url);
}

interface Answer {
  readonly url: URL;
  readonly response: Response;
}

async function follow(
  start: URL,
  policy: FetchPolicy,
  signal: AbortSignal,
  maxBytes: number,
  mayFetch: (url: URL, signal: AbortSignal) => Promise<Result<URL>>,
): Promise<Result<Answer>> {
  let url = start;
  for (let redirects = 0; ; redirects += 1) {
    const allowed = await mayFetch(url, signal);
    if (!allowed.ok) return allowed;
    const response = await oneRequest(url, policy, signal, maxBytes);
    if (!response.ok) return response;
    const { status, location } = response.value;
    if (![301, 302, 303, 307, 308].includes(status)) return ok({ url, response: response.value });
    const refuse = (message: string): Result<never> => fail('REDIRECT_REFUSED', url.href, message);
    if (location === undefined) return refuse('it leads on without saying where');
    if (redirects >= MOST_REDIRECTS) return refuse(`it leads on more than ${MOST_REDIRECTS} times`);
    const next = checkedUrl(location, url);
    if (!next.ok) return next;
    if (url.protocol === 'https:' && next.value.protocol === 'http:')
      return refuse('it leads from an encrypted connection to an open one');
    url = next.value;
  }
}

/** RFC 9309: a site that says there is no robots.txt allows all; one that cannot answer is left alone. */
async function fetchRobots(
  origin: string,
  policy: FetchPolicy,
  signal: AbortSignal,
): Promise<Result<Robots>> {
  const url = new URL('/robots.txt', origin);
  const answer = await follow(url, policy, signal, MAX_ROBOTS_BYTES, async (one) => ok(one));
  if (!answer.ok) return answer;
  const { status, body, encodings } = answer.value.response;
  if (status >= 400 && status < 500) return ok(ALLOWS_ALL);
  const text = status === 200 ? textOf(body, encodings) : undefined;
  if (text !== undefined) return ok(robotsOf(text, policy.userAgent.split('/', 1)[0] ?? ''));
  return fail('ROBOTS_REFUSED', url.href, `the site does not answer what may be read: status ${status}`, {
    expected: 'a robots.txt, or the answer that there is none',
  });
}

function textOf(body: Uint8Array, encodings: readonly string[]): string | undefined {
  const plain = undoEncodings(body, encodings, 'robots.txt', MAX_ROBOTS_BYTES);
  return plain.ok ? new TextDecoder().decode(plain.value) : undefined;
}

function documentOf({ url, response }: Answer): Result<FetchedDocument> {
  const { status, contentType, encodings, body } = response;
  if (status !== 200) return fail('FETCH_FAILED', url.href, `the site answers with status ${status}`);
  const { mediaType, charset } = contentTypeOf(contentType);
  if (mediaType !== undefined && !isOpened(mediaType)) {
    return fail('UNSUPPORTED_TYPE', url.href, `the site answers with ${mediaType}`, {
      expected: 'a page, a text, a feed or a PDF',
    });
  }
  return ok({
    url: url.href,
    bytes: body,
    encodings,
    ...(mediaType === undefined ? {} : { contentType: mediaType }),
    ...(charset === undefined ? {} : { charset }),
  });
}
