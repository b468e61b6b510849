import { setTimeout as delay } from 'node:timers/promises';
import { fail, ok, type Result } from '@tranche/core/result';
import type { ModelSettings } from './model-settings.ts';

/** What a server answered: a status that is neither 401, 403, 429 nor of the 5xx kind, and its body. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;
export const sleep: Sleep = (ms, signal) => delay(ms, undefined, { signal });

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;
/** Longer than this is not waited for. */
const LONGEST_WAIT_MS = 30_000;
const MOST_BYTES = 4_000_000;

/**
 * One request to `chat/completions`, asked again after 429, 5xx and broken connections: when the server says, else
 * after half a second, doubled each time. Each attempt has the time limit of the settings.
 * Fails: MODEL_KEY_REFUSED, MODEL_UNREACHABLE, MODEL_TIMEOUT, MODEL_BUSY, MODEL_FAILED, MODEL_ANSWER_BROKEN, MODEL_STOPPED.
 */
export async function exchange(
  settings: ModelSettings,
  body: unknown,
  signal: AbortSignal,
  wait: Sleep,
): Promise<Result<Reply>> {
  for (let attempt = 1; ; attempt += 1) {
    const { again, ...outcome } = await attemptOnce(settings, body, signal);
    const waitMs = again?.afterMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
    if (again === undefined || attempt === ATTEMPTS || waitMs > LONGEST_WAIT_MS) return outcome.result;
    try {
      await wait(waitMs, signal);
    } catch {
      return stopped(settings, signal);
    }
  }
}

interface Attempt {
  readonly result: Result<Reply>;
  /** The same may go well later. */
  readonly again?: { readonly afterMs: number | undefined };
}

async function attemptOnce(settings: ModelSettings, body: unknown, signal: AbortSignal): Promise<Attempt> {
  const { url, key, requestMs } = settings;
  const limit = AbortSignal.timeout(requestMs);
  try {
    const response = await fetch(addressIn(url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      // A redirect would carry the key elsewhere.
      redirect: 'manual',
      signal: AbortSignal.any([signal, limit]),
    });
    return await judged(settings, response);
  } catch (error) {
    if (signal.aborted) return { result: stopped(settings, signal) };
    if (limit.aborted) {
      return { result: failed('MODEL_TIMEOUT', settings, `no answer within ${requestMs / 1000} seconds`) };
    }
    const code = causeOf(error);
    const result = failed('MODEL_UNREACHABLE', settings, `the server cannot be reached (${code})`);
    return isGone(code) ? { result } : { result, again: { afterMs: undefined } };
  }
}

/** Errors that waiting does not mend. */
const isGone = (code: string): boolean =>
  ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH'].includes(code) || code.includes('CERT');

async function judged(settings: ModelSettings, response: Response): Promise<Attempt> {
  const { status } = response;
  if (status === 401 || status === 403) {
    await response.body?.cancel();
    const what = settings.key === undefined ? 'the server wants a key' : 'the server refuses the key';
    return { result: failed('MODEL_KEY_REFUSED', settings, `${what} (${status})`) };
  }
  if (status === 429 || status >= 500) {
    await response.body?.cancel();
    const code = status === 429 ? 'MODEL_BUSY' : 'MODEL_FAILED';
    const result = failed(code, settings, `the server answers ${status}`);
    return { result, again: { afterMs: retryAfterMs(response.headers.get('retry-after')) } };
  }
  const text = await boundedText(response);
  if (text === undefined) {
    return {
      result: failed(
        'MODEL_ANSWER_BROKEN',
        settings,
        `the answer is longer than ${MOST_BYTES / 1_000_000} MB`,
      ),
    };
  }
  return { result: ok({ status, text }) };
}

/** Seconds, or a date, as HTTP has it; undefined when it says neither. */
export function retryAfterMs(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

async function boundedText(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

const addressIn = (base: URL): URL => {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, '')}/chat/completions`;
  url.hash = '';
  return url;
};

/** Who is asked, without what may be secret in an address. */
export const failed = (code: string, { url }: ModelSettings, message: string): Result<never> =>
  fail(code, url.host, message);

const stopped = (settings: ModelSettings, signal: AbortSignal): Result<never> =>
  (signal.reason as { name?: string } | undefined)?.name === 'TimeoutError'
    ? failed('MODEL_TIMEOUT', settings, 'the time for this document is over')
    : failed('MODEL_STOPPED', settings, 'the drafting was stopped');

function causeOf(error: unknown): string {
  const cause = (error as { cause?: { code?: unknown } }).cause;
  return typeof cause?.code === 'string' ? cause.code : 'no connection';
}
