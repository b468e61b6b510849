import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { judgementRequest, judgementView } from '@tranche/service/views';
import type { Workspace } from '@tranche/service/workspace';
import { answer, dayOf, failed, json, knownOnQuery } from './answer.ts';

const list = createRoute({
  method: 'get',
  path: '/api/judgements',
  summary: 'What was judged by a date, the latest first, and whether it stands',
  request: { query: knownOnQuery },
  responses: {
    200: json('The judgements.', z.object({ judgements: z.array(judgementView) })),
    400: failed('The date is none.'),
  },
});

const make = createRoute({
  method: 'post',
  path: '/api/judgements',
  summary: 'Accepts, rejects, prefers, merges, splits, notes, or takes such a judgement back',
  request: { body: { content: { 'application/json': { schema: judgementRequest } }, required: true } },
  responses: {
    200: json('The same was judged before, and stands.', judgementView),
    201: json('It was made and will not be lost.', judgementView),
    400: failed('The request is not as described, or BAD_DATE.'),
    404: failed('UNKNOWN_STATEMENT, UNKNOWN_DEAL, UNKNOWN_JUDGEMENT'),
    409: failed('NO_EFFECT, ALREADY_UNDONE'),
    422: failed(
      'MISSING_FIELD, TOO_LONG, OUT_OF_ORDER, UNKNOWN_FIELD, UNKNOWN_ID, NOT_OF_FIELD, NOT_OF_DEAL, UNSUPPORTED_COMBINATION',
    ),
  },
});

export function judgementRoutes(app: OpenAPIHono, workspace: Workspace): void {
  app.openapi(list, async (context) => {
    const knownOn = dayOf(context.req.valid('query').known_on);
    const judgements = await workspace.judgements({ knownOn });
    return answer(
      context,
      judgements.ok ? { ok: true, value: { judgements: judgements.value } } : judgements,
    );
  });
  app.openapi(make, async (context) => {
    const made = await workspace.judge(context.req.valid('json'));
    if (!made.ok) return answer(context, made);
    return answer(context, { ok: true, value: made.value.judgement }, made.value.added ? 201 : 200);
  });
}
