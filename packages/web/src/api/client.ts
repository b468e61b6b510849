import type { FailureView } from '@tranche/service/views';

/** A refusal of the server, or that it could not be reached, in the one shape every page can show. */
export class ApiFailure extends Error {
  readonly failure: FailureView;
  readonly httpStatus: number;

  constructor(failure: FailureView, httpStatus: number) {
    super(failure.message);
    this.name = 'ApiFailure';
    this.failure = failure;
    this.httpStatus = httpStatus;
  }
}

/** GET with the parameters that are set, a list as one parameter each. Fails: ApiFailure. */
export function getJson<Answer>(
  path: string,
  parameters: Readonly<Record<string, string | readonly string[] | undefined>> = {},
  signal?: AbortSignal,
): Promise<Answer> {
  const set = Object.entries(parameters).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map((one) => [name, one]),
  );
  const query = new URLSearchParams(set).toString();
  return send<Answer>(`${path}${query === '' ? '' : `?${query}`}`, signal === undefined ? {} : { signal });
}

/** POST of a JSON body. Fails: ApiFailure. */
export function postJson<Answer>(path: string, body: unknown): Promise<Answer> {
  return send<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** POST of a file as it is. Fails: ApiFailure. */
export function postFile<Answer>(path: string, file: Blob): Promise<Answer> {
  return send<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
}

async function send<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(path, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiFailure(
      {
        code: 'SERVER_UNREACHABLE',
        path: '',
        message: 'The server does not answer.',
        expected: 'a running `tranche serve` at this address',
      },
      0,
    );
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as Answer;
  throw new ApiFailure(failureIn(body) ?? unreadable(response), response.status);
}

function failureIn(body: unknown): FailureView | undefined {
  if (typeof body !== 'object' || body === null || !('failure' in body)) return undefined;
  const failure = body.failure as Partial<FailureView> | null;
  if (typeof failure?.code !== 'string' || typeof failure.message !== 'string') return undefined;
  return { path: '', ...failure, code: failure.code, message: failure.message };
}

const unreadable = (response: Response): FailureView => ({
  code: `HTTP_${response.status}`,
  path: '',
  message: `The server answered ${response.status} ${response.statusText}`.trim(),
  expected: 'a JSON answer',
});
