import { ok, type Result } from '@tranche/core/result';
import type { DraftModel, DraftRequest } from '@tranche/service/ports';
import { exchange, failed, type Sleep, sleep } from './exchange.ts';
import type { ModelSettings } from './model-settings.ts';

type Message = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

/** What a server has been found to take; remembered from request to request. */
interface Abilities {
  format: 'json_schema' | 'json_object';
  /** Some models take no temperature and no seed. */
  sampling: boolean;
}

const SEED = 7;
const REPAIR =
  'This is not one JSON object {"claims": [...]}. Send the same answer again as that JSON object, and nothing else.';
/** How much of a broken answer goes back with the request to mend it. */
const REPAIR_LIMIT = 40_000;

/**
 * A model behind any server that speaks OpenAI's chat completions. Asks for the schema; where the server refuses that
 * with 400, for a JSON object with the schema in the prompt, from then on. An answer that is no JSON is asked for once
 * more. Nothing is logged or kept.
 */
export function chatModel(settings: ModelSettings, wait: Sleep = sleep): DraftModel {
  const abilities: Abilities = { format: 'json_schema', sampling: true };
  const ask = async (request: DraftRequest, more: readonly Message[], signal: AbortSignal) => {
    for (;;) {
      const tried = { ...abilities };
      const reply = await exchange(settings, bodyOf(settings, request, more, tried), signal, wait);
      if (!reply.ok) return reply;
      const { status, text } = reply.value;
      if (status === 200) return contentOf(settings, text);
      const isRefusal = status === 400 || status === 422;
      if (isRefusal && tried.sampling && /temperature|seed/i.test(text)) abilities.sampling = false;
      else if (isRefusal && tried.format === 'json_schema') abilities.format = 'json_object';
      else return failed('MODEL_FAILED', settings, `the server answers ${status}${said(text, settings)}`);
    }
  };
  return {
    name: settings.model,
    draft: async (request, signal) => {
      const first = await ask(request, [], signal);
      if (!first.ok) return first;
      const claims = claimsIn(first.value);
      if (claims !== undefined) return ok(claims);
      const broken: Message = { role: 'assistant', content: first.value.slice(0, REPAIR_LIMIT) };
      const second = await ask(request, [broken, { role: 'user', content: REPAIR }], signal);
      if (!second.ok) return second;
      const mended = claimsIn(second.value);
      return mended === undefined
        ? failed(
            'MODEL_ANSWER_BROKEN',
            settings,
            'the answer is no JSON object {"claims": [...]}, nor is it when asked again',
          )
        : ok(mended);
    },
  };
}

function bodyOf(
  { model }: ModelSettings,
  { prompt, promptWithSchema, schema }: DraftRequest,
  more: readonly Message[],
  { format, sampling }: Abilities,
) {
  const { system, user } = format === 'json_schema' ? prompt : promptWithSchema;
  return {
    model,
    messages: [{ role: 'system', content: system }, { role: 'user', content: user }, ...more],
    ...(sampling ? { temperature: 0, seed: SEED } : {}),
    stream: false,
    response_format:
      format === 'json_schema'
        ? { type: 'json_schema', json_schema: { name: 'drafts', strict: true, schema } }
        : { type: 'json_object' },
  };
}

interface Completion {
  readonly choices?: readonly {
    readonly finish_reason?: unknown;
    readonly message?: { readonly content?: unknown; readonly refusal?: unknown };
  }[];
}

/** The words of an answer. Fails: MODEL_ANSWER_BROKEN, MODEL_DECLINED, MODEL_ANSWER_TRUNCATED. */
function contentOf(settings: ModelSettings, text: string): Result<string> {
  const completion = parsed(text) as Completion | undefined;
  const choice = Array.isArray(completion?.choices) ? completion.choices[0] : undefined;
  const { content, refusal } = choice?.message ?? {};
  if (choice === undefined) {
    return failed(
      'MODEL_ANSWER_BROKEN',
      settings,
      completion === undefined ? 'the server answers no JSON' : 'the answer has no choice',
    );
  }
  if (typeof refusal === 'string' && refusal !== '')
    return failed('MODEL_DECLINED', settings, 'the model declines');
  if (choice.finish_reason === 'content_filter')
    return failed('MODEL_DECLINED', settings, 'a filter of the server holds the answer back');
  if (choice.finish_reason === 'length')
    return failed(
      'MODEL_ANSWER_TRUNCATED',
      settings,
      'the answer is cut off: the model may not write as much',
    );
  if (typeof content !== 'string' || content.trim() === '')
    return failed('MODEL_ANSWER_BROKEN', settings, 'the answer is empty');
  return ok(content);
}

/** The list of claims in an answer, taken out of a fence or from behind thoughts that some models write. */
function claimsIn(content: string): readonly unknown[] | undefined {
  const words = content.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim();
  const fenced = /^```(?:json)?\s*([\s\S]*?)\s*```$/.exec(words)?.[1];
  const answer = parsed(fenced ?? words);
  const claims = (answer as { readonly claims?: unknown } | undefined)?.claims;
  return Array.isArray(claims) ? claims : undefined;
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What the server says of a request it refuses, in one line, without the key. */
function said(text: string, { key }: ModelSettings): string {
  const error = (parsed(text) as { readonly error?: unknown } | undefined)?.error;
  const message =
    typeof error === 'string' ? error : (error as { readonly message?: unknown } | undefined)?.message;
  if (typeof message !== 'string') return '';
  const plain = (key === undefined ? message : message.replaceAll(key, '...')).replace(/[\s\p{C}]+/gu, ' ');
  return `: ${plain.slice(0, 200)}`;
}
