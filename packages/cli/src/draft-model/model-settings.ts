import { fail, ok, type Result } from '@tranche/core/result';

/** Where a model answers and how to ask it. */
export interface ModelSettings {
  /** The base URL of an OpenAI-compatible server, such as `http://127.0.0.1:11434/v1`. */
  readonly url: URL;
  readonly model: string;
  /** Sent as a bearer token; a server on this machine may need none. */
  readonly key?: string;
  /** For one request, in milliseconds. */
  readonly requestMs: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const REQUEST_SECONDS = 120;
const MOST_SECONDS = 3600;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The model that the environment names: TRANCHE_MODEL_URL, TRANCHE_MODEL, and the key in TRANCHE_MODEL_KEY or in the
 * variable that TRANCHE_MODEL_KEY_FROM names. Plain HTTP is for this machine only, unless TRANCHE_MODEL_PLAIN_HTTP is 1.
 * Fails: MODEL_NOT_CONFIGURED, MODEL_ADDRESS_REFUSED; no message holds the key.
 */
export function modelSettings(environment: Environment): Result<ModelSettings> {
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const missing = ['TRANCHE_MODEL_URL', 'TRANCHE_MODEL'].filter((name) => value(name) === undefined);
  if (missing.length > 0) {
    return fail(
      'MODEL_NOT_CONFIGURED',
      missing.join(', '),
      'drafts need a language model, and none is configured',
      {
        expected: 'TRANCHE_MODEL_URL, TRANCHE_MODEL and, where the server wants one, TRANCHE_MODEL_KEY',
      },
    );
  }
  const url = addressOf(value('TRANCHE_MODEL_URL') ?? '', value('TRANCHE_MODEL_PLAIN_HTTP') === '1');
  if (!url.ok) return url;
  const keyFrom = value('TRANCHE_MODEL_KEY_FROM');
  const key = keyFrom === undefined ? value('TRANCHE_MODEL_KEY') : value(keyFrom);
  if (keyFrom !== undefined && key === undefined) {
    return fail('MODEL_NOT_CONFIGURED', 'TRANCHE_MODEL_KEY_FROM', 'the variable it names holds no key');
  }
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) {
    return fail(
      'MODEL_NOT_CONFIGURED',
      keyFrom ?? 'TRANCHE_MODEL_KEY',
      'the key holds spaces or signs no key has',
    );
  }
  const seconds = Number(value('TRANCHE_MODEL_SECONDS') ?? REQUEST_SECONDS);
  if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
    return fail(
      'MODEL_NOT_CONFIGURED',
      'TRANCHE_MODEL_SECONDS',
      'the time limit of a request is no number of seconds',
      {
        expected: `more than 0, at most ${MOST_SECONDS}`,
      },
    );
  }
  return ok({
    url: url.value,
    model: value('TRANCHE_MODEL') ?? '',
    ...(key === undefined ? {} : { key }),
    requestMs: seconds * 1000,
  });
}

function addressOf(text: string, plainAllowed: boolean): Result<URL> {
  const refused = (message: string): Result<URL> =>
    fail('MODEL_ADDRESS_REFUSED', 'TRANCHE_MODEL_URL', message, {
      expected: 'the base URL of an OpenAI-compatible server, such as https://api.openai.com/v1',
    });
  if (!URL.canParse(text)) return refused('it is no URL');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return refused('a key does not belong in the URL');
  if (url.protocol === 'https:') return ok(url);
  if (url.protocol !== 'http:') return refused('it is no address of the web');
  if (LOOPBACK.test(url.hostname) || plainAllowed) return ok(url);
  return refused(
    'plain http would send the document and the key in the open; TRANCHE_MODEL_PLAIN_HTTP=1 allows it',
  );
}
