import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** One request as the stub got it. */
export interface ModelRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string };
    readonly temperature?: number;
    readonly seed?: number;
  };
  /** How many requests came before it. */
  readonly before: number;
}

/** What the stub answers: the content of a chat message, or whatever else a server may send. */
export interface ModelReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content?: string | null;
  readonly finish?: string;
  readonly refusal?: string;
  /** Instead of a chat completion. */
  readonly raw?: string;
  /** Never answers, or ends the connection without a word. */
  readonly silence?: 'wait' | 'hang up';
}

export interface ModelServer {
  /** The base URL, as it is configured: ends in /v1. */
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  close(): Promise<void>;
}

/**
 * A model server on this machine that answers `POST /v1/chat/completions` as told. The kind `json_object` refuses a
 * schema with 400, as some servers do.
 */
export async function modelServer(
  reply: (request: ModelRequest) => ModelReply,
  kind: 'json_schema' | 'json_object' = 'json_schema',
): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request: ModelRequest = {
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: (await json(incoming)) as ModelRequest['body'],
      before: requests.length,
    };
    requests.push(request);
    const refuses = kind === 'json_object' && request.body.response_format?.type === 'json_schema';
    send(response, refuses ? NO_SCHEMA : reply(request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const NO_SCHEMA: ModelReply = {
  status: 400,
  raw: JSON.stringify({ error: { message: 'This response_format type is unavailable now' } }),
};

function send(response: ServerResponse, reply: ModelReply): void {
  if (reply.silence === 'wait') return;
  if (reply.silence === 'hang up') {
    response.destroy();
    return;
  }
  const { status = 200, headers = {}, content = null, finish = 'stop', refusal } = reply;
  const message = { role: 'assistant', content, ...(refusal === undefined ? {} : { refusal }) };
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(reply.raw ?? JSON.stringify({ choices: [{ index: 0, message, finish_reason: finish }] }));
}
