import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { json } from './answer.ts';

const health = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Whether the server answers, and its version',
  responses: {
    200: json(
      'It does.',
      z.object({
        name: z.literal('tranche'),
        version: z.string(),
        drafts: z
          .string()
          .optional()
          .describe('the language model that reports may be drafted with; absent: none'),
      }),
    ),
  },
});

export function healthRoutes(app: OpenAPIHono, version: string, drafts?: string): void {
  const drafting = drafts === undefined ? {} : { drafts };
  app.openapi(health, (context) => context.json({ name: 'tranche' as const, version, ...drafting }, 200));
}
