import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { QUESTIONS } from '@tranche/service/question';
import { answerView, questionView } from '@tranche/service/views';
import type { Workspace } from '@tranche/service/workspace';
import { answer, datesOf, datesQuery, failed, json } from './answer.ts';

const list = createRoute({
  method: 'get',
  path: '/api/questions',
  summary: 'The questions that have answers, with what each takes',
  responses: { 200: json('The questions.', z.object({ questions: z.array(questionView) })) },
});

const text = (description: string, example: string) =>
  z.string().min(1).max(500).optional().meta({ description, example });

const ask = createRoute({
  method: 'get',
  path: '/api/ask/{question}',
  summary: 'One question of the list, answered as of and as known on two dates',
  request: {
    params: z.object({
      question: z.string().meta({ description: 'its name, as listed', example: 'round_terms' }),
    }),
    query: datesQuery.extend({
      of: text('what is asked about: a company, a deal, a claim, a sum, as the question says', 'OpenAI'),
      by: text('a measure, basis or rule of those the question lists', 'committed'),
      holder: text('a holder by name, where the question takes one', 'SoftBank'),
      to: text('a currency code, where the question takes one', 'CNY'),
      at: z
        .union([z.string().min(1), z.array(z.string().min(1))])
        .optional()
        .meta({ description: 'exit values, where the question takes them', example: '500bn' }),
    }),
  },
  responses: {
    200: json('The answer.', answerView),
    400: failed('A date is none.'),
    404: failed('UNKNOWN_QUESTION, UNKNOWN_SUBJECT, UNKNOWN_ISSUER'),
    422: failed('AMBIGUOUS_SUBJECT, UNKNOWN_MEASURE, MISSING_FIELD, BAD_NUMBER'),
  },
});

export function questionRoutes(app: OpenAPIHono, workspace: Workspace): void {
  app.openapi(list, (context) => context.json({ questions: [...QUESTIONS] }, 200));
  app.openapi(ask, async (context) => {
    const { question } = context.req.valid('param');
    const { of, by, holder, to, at, ...dates } = context.req.valid('query');
    const asked = { question, of, by, holder, to, at: at === undefined ? undefined : [at].flat() };
    return answer(context, await workspace.ask(asked, datesOf(dates)));
  });
}
