import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { MEASURES, rankingView } from '@tranche/service/views';
import type { Workspace } from '@tranche/service/workspace';
import { answer, datesOf, datesQuery, failed, json } from './answer.ts';

const ranking = createRoute({
  method: 'get',
  path: '/api/ranking',
  summary: 'The investors of an issuer in order, by a measure',
  request: {
    query: datesQuery.extend({
      issuer: z.string().min(1).meta({ description: 'a company by name', example: 'OpenAI' }),
      measure: z.enum(MEASURES).default('committed'),
    }),
  },
  responses: {
    200: json('The ranking.', rankingView),
    400: failed('A parameter is wrong.'),
    404: failed('UNKNOWN_ISSUER'),
  },
});

export function rankingRoutes(app: OpenAPIHono, workspace: Workspace): void {
  app.openapi(ranking, async (context) => {
    const { issuer, measure, ...dates } = context.req.valid('query');
    return answer(context, await workspace.ranking(issuer, measure, datesOf(dates)));
  });
}
