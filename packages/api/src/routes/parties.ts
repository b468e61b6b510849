import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { partyView } from '@tranche/service/views';
import type { Workspace } from '@tranche/service/workspace';
import { answer, dayOf, failed, json, knownOnQuery } from './answer.ts';

const list = createRoute({
  method: 'get',
  path: '/api/parties',
  summary: 'The parties named by a date, with all their names and those that may be the same',
  request: { query: knownOnQuery },
  responses: {
    200: json('The parties.', z.object({ parties: z.array(partyView) })),
    400: failed('The date is none.'),
  },
});

export function partyRoutes(app: OpenAPIHono, workspace: Workspace): void {
  app.openapi(list, async (context) => {
    const parties = await workspace.parties({ knownOn: dayOf(context.req.valid('query').known_on) });
    return answer(context, parties.ok ? { ok: true, value: { parties: parties.value } } : parties);
  });
}
