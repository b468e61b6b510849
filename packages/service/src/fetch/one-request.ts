import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type Failure, fail, ok, type Result } from '@tranche/core/result';

/** Where a fetch may go, and how far. Tests pass their own; `publicOnly` is the rule for everyone else. */
export interface FetchPolicy {
  /** The addresses of a host by its name. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isAllowed: (address: string) => boolean;
  /** `tranche/1.2.3`; the part before the slash is the name that robots.txt calls it by. */
  readonly userAgent: string;
  readonly maxBytes: number;
  /** For everything together: names, robots.txt, redirects, the body. */
  readonly totalMs: number;
}

export interface Response {
  readonly status: number;
  readonly location?: string;
  readonly contentType?: string;
  readonly encodings: readonly string[];
  readonly body: Uint8Array;
}

/**
 * One request and its answer, redirects not followed. The connection is made to an address that was checked, not to
 * the name again, so that no second answer of a name server can lead elsewhere.
 * Fails: ADDRESS_REFUSED, TOO_LARGE, FETCH_FAILED.
 */
export async function oneRequest(
  url: URL,
  policy: FetchPolicy,
  signal: AbortSignal,
  maxBytes: number,
): Promise<Result<Response>> {
  const addresses = await checkedAddresses(url, policy, signal);
  if (!addresses.ok) return addresses;
  try {
    return await exchange(url, addresses.value, policy, signal, maxBytes);
  } catch (error) {
    return { ok: false, failure: failureOf(url, error, signal) };
  }
}

async function checkedAddresses(
  url: URL,
  { resolve, isAllowed }: FetchPolicy,
  signal: AbortSignal,
): Promise<Result<readonly string[]>> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  let addresses: readonly string[];
  try {
    addresses = isIP(host) > 0 ? [host] : await Promise.race([resolve(host), aborted(signal)]);
  } catch (error) {
    return { ok: false, failure: failureOf(url, error, signal) };
  }
  // One address inside is enough to refuse the name: a public name has none.
  const refused = addresses.find((address) => !isAllowed(address));
  if (addresses.length > 0 && refused === undefined) return ok(addresses);
  return fail(
    'ADDRESS_REFUSED',
    url.href,
    refused === host
      ? `${host} is not a public address`
      : `${host} is ${refused ?? 'nowhere'}, not a public address`,
    {
      expected: 'a site of the public internet',
    },
  );
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

function exchange(
  url: URL,
  addresses: readonly string[],
  { userAgent }: FetchPolicy,
  signal: AbortSignal,
  maxBytes: number,
): Promise<Result<Response>> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      {
        agent: false,
        lookup: lookupIn(addresses),
        signal,
        headers: {
          'user-agent': userAgent,
          accept:
            'text/html, application/xhtml+xml, application/pdf, text/plain, application/xml;q=0.8, */*;q=0.1',
          'accept-encoding': 'gzip, deflate, br',
        },
      },
      (response) => {
        const { location, 'content-type': contentType, 'content-encoding': encoding } = response.headers;
        const chunks: Buffer[] = [];
        let total = 0;
        const refuse = (bytes: number): void => {
          request.destroy();
          resolve(
            fail('TOO_LARGE', url.href, `the answer has ${bytes} bytes or more`, {
              expected: `at most ${maxBytes} bytes`,
            }),
          );
        };
        const declared = Number(response.headers['content-length'] ?? 0);
        if (declared > maxBytes) return refuse(declared);
        response.on('data', (chunk: Buffer) => {
          total += chunk.length;
          if (total > maxBytes) refuse(total);
          else chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () => {
          if (!response.complete) return reject(new Error('the answer breaks off'));
          const { buffer, byteOffset, length } = Buffer.concat(chunks as unknown as Uint8Array[]);
          resolve(
            ok({
              status: response.statusCode ?? 0,
              ...(location === undefined ? {} : { location }),
              ...(contentType === undefined ? {} : { contentType }),
              encodings: (encoding ?? '')
                .split(',')
                .map((name) => name.trim().toLowerCase())
                .filter((name) => name !== '' && name !== 'identity'),
              body: new Uint8Array(buffer as ArrayBuffer, byteOffset, length),
            }),
          );
        });
      },
    );
    request.on('error', reject);
    request.end();
  });
}

type FoundOne = (error: null, address: string, family: number) => void;

/** Answers with the addresses that were checked, whatever name is asked for: all of them, or the first. */
const lookupIn =
  (addresses: readonly string[]): LookupFunction =>
  (_host, options, callback) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first = { address: '', family: 0 }] = found;
    if (options.all) callback(null, found);
    else (callback as unknown as FoundOne)(null, first.address, first.family);
  };

function failureOf(url: URL, error: unknown, signal: AbortSignal): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'FETCH_FAILED',
    path: url.href,
    message: signal.aborted ? 'it took too long' : `there is no answer: ${message}`,
  };
}
