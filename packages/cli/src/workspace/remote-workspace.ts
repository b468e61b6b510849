import { type Failure, fail, ok, type Result } from '@tranche/core/result';
import type { SourceView } from '@tranche/service/views';
import type { Workspace } from '@tranche/service/workspace';

/** The workspace of a running server, asked over HTTP: the same questions, and the same answers and failures. */
export function remoteWorkspace(address: string): Workspace {
  const request = async <T>(
    path: string,
    parameters: Parameters = {},
    body?: unknown,
  ): Promise<Result<Answered<T>>> => {
    const url = new URL(path, address);
    for (const [name, value] of Object.entries(parameters))
      for (const one of value === undefined ? [] : [value].flat()) url.searchParams.append(name, one);
    try {
      const response = await fetch(url, {
        ...(body === undefined
          ? {}
          : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      const content: unknown = await response.json();
      if (response.ok) return ok({ value: content as T, status: response.status });
      return { ok: false, failure: (content as { readonly failure: Failure }).failure };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return fail(
        'SERVER_UNREACHABLE',
        address,
        `the server that holds the workspace does not answer: ${message}`,
      );
    }
  };
  const get = async <T>(path: string, parameters: Parameters = {}): Promise<Result<T>> => {
    const answer = await request<T>(path, parameters);
    return answer.ok ? ok(answer.value.value) : answer;
  };
  const under = (id: string): string => encodeURIComponent(id);
  return {
    deals: async (on) => {
      const list = await get<{ readonly deals: never[] }>('/api/deals', dates(on));
      return list.ok ? ok(list.value.deals) : list;
    },
    deal: (id, on) => get(`/api/deals/${under(id)}`, dates(on)),
    timeline: (id, knownOn) => get(`/api/deals/${under(id)}/timeline`, { known_on: knownOn }),
    proceeds: (id, at, on) => get(`/api/deals/${under(id)}/proceeds`, { at, ...dates(on) }),
    ranking: (issuer, measure, on) => get('/api/ranking', { issuer, measure, ...dates(on) }),
    ask: ({ question, ...asked }, on) => get(`/api/ask/${under(question)}`, { ...asked, ...dates(on) }),
    sources: async (knownOn) => {
      const list = await get<{ readonly sources: never[] }>('/api/sources', { known_on: knownOn });
      return list.ok ? ok(list.value.sources) : list;
    },
    source: (id) => get(`/api/sources/${under(id)}`),
    read: async (report, on = {}) => {
      const read = await request<never>('/api/read', { known_on: on.knownOn }, report);
      return read.ok ? ok(read.value.value) : read;
    },
    add: async (report) => {
      const posted = await request<SourceView>('/api/sources', {}, report);
      if (!posted.ok) return posted;
      const { value, status } = posted.value;
      return ok({
        id: value.id,
        name: value.name,
        claims: value.claims.length,
        added: status === CREATED,
        ...(value.drafts === undefined ? {} : { drafts: value.drafts }),
      });
    },
    parties: async ({ knownOn } = {}) => {
      const list = await get<{ readonly parties: never[] }>('/api/parties', { known_on: knownOn });
      return list.ok ? ok(list.value.parties) : list;
    },
    judgements: async ({ knownOn } = {}) => {
      const list = await get<{ readonly judgements: never[] }>('/api/judgements', { known_on: knownOn });
      return list.ok ? ok(list.value.judgements) : list;
    },
    judge: async (judgement) => {
      const made = await request<never>('/api/judgements', {}, judgement);
      return made.ok ? ok({ judgement: made.value.value, added: made.value.status === CREATED }) : made;
    },
    close: async () => {},
  };
}

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Answered<T> {
  readonly value: T;
  readonly status: number;
}

const CREATED = 201;

const dates = ({
  asOf,
  knownOn,
}: {
  readonly asOf?: string | undefined;
  readonly knownOn?: string | undefined;
}) => ({
  as_of: asOf,
  known_on: knownOn,
});
