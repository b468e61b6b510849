import type { DraftRequest } from '@tranche/service/ports';
import {
  type ModelReply,
  type ModelRequest,
  type ModelServer,
  modelServer,
} from '@tranche/testkit/model-server';
import { afterEach, describe, expect, it } from 'vitest';
import { chatModel } from './chat-model.ts';
import { retryAfterMs } from './exchange.ts';

const REQUEST: DraftRequest = {
  prompt: { system: 'rules', user: 'document' },
  promptWithSchema: { system: 'rules and schema', user: 'document' },
  schema: { type: 'object' },
};
const GOOD = '{"claims":[{"type":"round"}]}';
const KEY = 'sk-very-secret';

let server: ModelServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Asked {
  readonly kind?: 'json_schema' | 'json_object';
  readonly requestMs?: number;
  readonly times?: number;
  readonly signal?: AbortSignal;
}

/** Asks a stub as many times as wanted, without waiting between attempts; gives the last answer and what was waited. */
async function asking(reply: (request: ModelRequest) => ModelReply, asked: Asked = {}) {
  const { kind, requestMs = 20_000, times = 1, signal = new AbortController().signal } = asked;
  server = await modelServer(reply, kind);
  const waits: number[] = [];
  const model = chatModel(
    { url: new URL(server.url), model: 'a-model', key: KEY, requestMs },
    async (ms, until) => {
      until.throwIfAborted();
      waits.push(ms);
    },
  );
  let answer = await model.draft(REQUEST, signal);
  for (let more = 1; more < times; more += 1) answer = await model.draft(REQUEST, signal);
  expect(JSON.stringify(answer)).not.toContain(KEY);
  return { answer, waits, requests: server.requests };
}

const code = (answer: Awaited<ReturnType<typeof asking>>['answer']) =>
  answer.ok ? undefined : answer.failure.code;

describe('a model server', () => {
  it('is asked for the schema, at temperature 0 with a seed, with the key in the header alone', async () => {
    const { answer, requests } = await asking(() => ({ content: GOOD }));
    expect(answer).toEqual({ ok: true, value: [{ type: 'round' }] });
    const [request] = requests;
    expect(request).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: `Bearer ${KEY}` },
      body: {
        model: 'a-model',
        temperature: 0,
        seed: 7,
        stream: false,
        messages: [
          { role: 'system', content: 'rules' },
          { role: 'user', content: 'document' },
        ],
        response_format: { type: 'json_schema', json_schema: { strict: true, schema: { type: 'object' } } },
      },
    });
    expect(JSON.stringify(request?.body)).not.toContain(KEY);
  });

  it('that takes no schema is asked for a JSON object, with the schema in words, and from then on at once', async () => {
    const { answer, requests } = await asking(() => ({ content: GOOD }), { kind: 'json_object', times: 2 });
    expect(answer.ok).toBe(true);
    expect(requests.map(({ body }) => [body.response_format?.type, body.messages[0]?.content])).toEqual([
      ['json_schema', 'rules'],
      ['json_object', 'rules and schema'],
      ['json_object', 'rules and schema'],
    ]);
  });

  it('that takes no temperature is asked without one', async () => {
    const { answer, requests } = await asking(({ body }) =>
      body.temperature === undefined
        ? { content: GOOD }
        : { status: 400, raw: '{"error":{"message":"Unsupported value: temperature"}}' },
    );
    expect(answer.ok).toBe(true);
    expect(requests.map(({ body }) => [body.temperature, body.response_format?.type])).toEqual([
      [0, 'json_schema'],
      [undefined, 'json_schema'],
    ]);
  });

  it.each([`\`\`\`json\n${GOOD}\n\`\`\``, `<think>hm {</think>\n${GOOD}`, ` ${GOOD}\n`])(
    'may wrap its answer: %j',
    async (content) => expect((await asking(() => ({ content }))).answer.ok).toBe(true),
  );

  it('is waited for as long as it says after 429, and twice as long each time after 5xx', async () => {
    const { answer, waits } = await asking(({ before }) =>
      before === 0
        ? { status: 429, headers: { 'retry-after': '7' }, raw: 'slow down' }
        : before < 3
          ? { status: 500 + before, raw: '<html>oops</html>' }
          : { content: GOOD },
    );
    expect(answer.ok).toBe(true);
    expect(waits).toEqual([7000, 1000, 2000]);
  });

  it.each<[string, ModelReply, number]>([
    ['MODEL_BUSY', { status: 429 }, 4],
    ['MODEL_BUSY', { status: 429, headers: { 'retry-after': '3600' } }, 1],
    ['MODEL_FAILED', { status: 503, raw: '<html>down</html>' }, 4],
    ['MODEL_UNREACHABLE', { silence: 'hang up' }, 4],
    ['MODEL_KEY_REFUSED', { status: 401, raw: `{"error":{"message":"bad key ${KEY}"}}` }, 1],
    ['MODEL_KEY_REFUSED', { status: 403 }, 1],
    ['MODEL_FAILED', { status: 404, raw: `{"error":{"message":"no model for ${KEY}"}}` }, 1],
    ['MODEL_FAILED', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 1],
    ['MODEL_FAILED', { status: 400, raw: '{"error":"context too long"}' }, 2],
    ['MODEL_DECLINED', { refusal: 'I cannot help with that' }, 1],
    ['MODEL_DECLINED', { content: '', finish: 'content_filter' }, 1],
    ['MODEL_ANSWER_TRUNCATED', { content: '{"claims":[{"ty', finish: 'length' }, 1],
    ['MODEL_ANSWER_BROKEN', { content: '' }, 1],
    ['MODEL_ANSWER_BROKEN', { raw: '{"choices":[]}' }, 1],
    ['MODEL_ANSWER_BROKEN', { raw: '{"choices":{}}' }, 1],
    ['MODEL_ANSWER_BROKEN', { raw: 'null' }, 1],
    ['MODEL_ANSWER_BROKEN', { raw: '<!doctype html><p>Welcome' }, 1],
    ['MODEL_ANSWER_BROKEN', { raw: `{"choices":[${' '.repeat(4_100_000)}]}` }, 1],
    ['MODEL_ANSWER_BROKEN', { content: '{"claims": [' }, 2],
    ['MODEL_ANSWER_BROKEN', { content: '{"claims": {}}' }, 2],
    ['MODEL_ANSWER_BROKEN', { content: '[]' }, 2],
  ])('fails with %s: %j', async (expected, reply, times) => {
    const { answer, requests } = await asking(() => reply);
    expect(code(answer)).toBe(expected);
    expect(requests).toHaveLength(times);
  });

  it('mends broken JSON when it is asked once more', async () => {
    const { answer, requests } = await asking(({ before }) => ({
      content: before === 0 ? 'Sure! {"claims' : GOOD,
    }));
    expect(answer.ok).toBe(true);
    expect(requests[1]?.body.messages.slice(2)).toMatchObject([
      { role: 'assistant', content: 'Sure! {"claims' },
      { role: 'user' },
    ]);
  });

  it('has a time limit for each request, and is stopped with the document', async () => {
    expect(code((await asking(() => ({ silence: 'wait' }), { requestMs: 30 })).answer)).toBe('MODEL_TIMEOUT');
    await server?.close();
    const stop = new AbortController();
    const waiting = asking(
      () => {
        stop.abort();
        return { silence: 'wait' };
      },
      { signal: stop.signal },
    );
    expect(code((await waiting).answer)).toBe('MODEL_STOPPED');
    await server?.close();
    const over = AbortSignal.timeout(30);
    expect(code((await asking(() => ({ silence: 'wait' }), { signal: over })).answer)).toBe('MODEL_TIMEOUT');
  });

  it('that does not listen is unreachable', async () => {
    const { url, close } = await modelServer(() => ({}));
    await close();
    const model = chatModel({ url: new URL(url), model: 'm', requestMs: 20_000 });
    const answer = await model.draft(REQUEST, new AbortController().signal);
    expect(answer).toMatchObject({
      ok: false,
      failure: { code: 'MODEL_UNREACHABLE', path: new URL(url).host },
    });
  });
});

it('reads when to come back', () => {
  const now = Date.UTC(2026, 0, 1);
  expect(retryAfterMs('2', now)).toBe(2000);
  expect(retryAfterMs('Thu, 01 Jan 2026 00:00:10 GMT', now)).toBe(10_000);
  expect(retryAfterMs('Wed, 31 Dec 2025 00:00:10 GMT', now)).toBe(0);
  expect([retryAfterMs(null, now), retryAfterMs('soon', now)]).toEqual([undefined, undefined]);
});
