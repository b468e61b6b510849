import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { dealProceedsView, dealSummaryView, dealView, timelineView } from '@tranche/service/views';
import type { Workspace } from '@tranche/service/workspace';
import { answer, datesOf, datesQuery, dayOf, failed, json, knownOnQuery } from './answer.ts';

const params = z.object({
  id: z.string().meta({ description: 'the id of a deal', example: 'openai-2025-primary' }),
});

const list = createRoute({
  method: 'get',
  path: '/api/deals',
  summary: 'The deals known on a date',
  request: { query: datesQuery },
  responses: {
    200: json('The deals.', z.object({ deals: z.array(dealSummaryView) })),
    400: failed('A date is none.'),
  },
});

const one = createRoute({
  method: 'get',
  path: '/api/deals/{id}',
  summary: 'A deal as of and as known on two dates: terms, tranches, payers, conflicts, derivation',
  request: { params, query: datesQuery },
  responses: {
    200: json('The deal.', dealView),
    400: failed('A date is none.'),
    404: failed('UNKNOWN_DEAL'),
  },
});

const timeline = createRoute({
  method: 'get',
  path: '/api/deals/{id}/timeline',
  summary: 'How each figure of a deal evolved',
  request: { params, query: knownOnQuery },
  responses: {
    200: json('The timeline.', timelineView),
    400: failed('A date is none.'),
    404: failed('UNKNOWN_DEAL'),
  },
});

const exitValue = z.string().min(1);

const proceeds = createRoute({
  method: 'get',
  path: '/api/deals/{id}/proceeds',
  summary: 'What an exit would bring, as far as the evidence on a deal goes, and what is missing to tell',
  request: {
    params,
    query: datesQuery.extend({
      at: z.union([exitValue, z.array(exitValue).min(1)]).meta({
        description: 'an exit value, such as 500000000 or 500m; may be given several times',
        example: '500bn',
      }),
    }),
  },
  responses: {
    200: json('The proceeds, undecided.', dealProceedsView),
    400: failed('A parameter is missing or none.'),
    404: failed('UNKNOWN_DEAL'),
    422: failed('BAD_NUMBER, NEGATIVE_AMOUNT'),
  },
});

export function dealRoutes(app: OpenAPIHono, workspace: Workspace): void {
  app.openapi(list, async (context) => {
    const deals = await workspace.deals(datesOf(context.req.valid('query')));
    return answer(context, deals.ok ? { ok: true, value: { deals: deals.value } } : deals);
  });
  app.openapi(one, async (context) => {
    const { id } = context.req.valid('param');
    return answer(context, await workspace.deal(id, datesOf(context.req.valid('query'))));
  });
  app.openapi(timeline, async (context) => {
    const { id } = context.req.valid('param');
    return answer(context, await workspace.timeline(id, dayOf(context.req.valid('query').known_on)));
  });
  app.openapi(proceeds, async (context) => {
    const { id } = context.req.valid('param');
    const { at, ...dates } = context.req.valid('query');
    return answer(context, await workspace.proceeds(id, [at].flat(), datesOf(dates)));
  });
}
