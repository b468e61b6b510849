import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { fail, ok, type Result } from '@tranche/core/result';
import { type Calculator, describeCalculator, explainFigure } from '@tranche/service/calculator';
import { CALCULATORS, calculatorNamed } from '@tranche/service/calculators';
import type { Context } from 'hono';
import { failureResponse } from '../app/failures.ts';
import { answer, failed, json } from './answer.ts';

const about = z
  .object({
    name: z.string(),
    summary: z.string(),
    description: z.string().describe('conventions, defaults, units and source, in Markdown'),
    input: z.unknown().describe('JSON Schema of the input'),
    output: z.unknown().describe('JSON Schema of the output'),
  })
  .meta({ id: 'Calculator' });

const list = createRoute({
  method: 'get',
  path: '/api/calc',
  summary: 'The calculators, with the schemas of what they take and give',
  responses: { 200: json('The calculators.', z.array(about)) },
});

const EXPLAIN = {
  method: 'post',
  path: '/api/calc/{name}/explain',
  summary: 'Computes, and tells how one figure of the output came about',
} as const;

const explanation = z
  .object({
    path: z.string(),
    steps: z.array(z.object({ label: z.string(), text: z.string(), words: z.string(), numbers: z.string() })),
    conditions: z.array(z.string()).describe('the inequalities that prove the choices'),
  })
  .meta({ id: 'FigureExplanation' });

const refusals = {
  400: failed('BAD_JSON: the body is not JSON.'),
  422: failed('The input was refused: the first failure, by the order of the fields.'),
};

/**
 * One route per calculator: the body is its input, the answer its output, as on the command line. The inputs are
 * checked by the calculator alone, whose failures have codes and paths of their own.
 */
export function calculatorRoutes(app: OpenAPIHono): void {
  app.openapi(list, (context) => answer(context, ok(CALCULATORS.map(describeCalculator))));
  for (const calculator of CALCULATORS) calculatorRoute(app, calculator);
  app.openAPIRegistry.registerPath({
    ...EXPLAIN,
    request: {
      params: z.object({ name: z.string() }),
      query: z.object({ figure: z.string().meta({ example: 'results[0].payouts.A' }) }),
      body: { required: true, content: { 'application/json': { schema: {} } } },
    },
    responses: {
      200: json('The steps, inputs first.', explanation),
      404: failed('UNKNOWN_CALCULATOR, UNKNOWN_FIGURE'),
      ...refusals,
    },
  });
  app.post('/api/calc/:name/explain', async (context) => {
    const calculator = calculatorNamed(context.req.param('name'));
    if (calculator === undefined) {
      return failureResponse(context, {
        code: 'UNKNOWN_CALCULATOR',
        path: 'name',
        message: `"${context.req.param('name')}" is not a calculator`,
        expected: CALCULATORS.map(({ name }) => name).join(', '),
      });
    }
    const body = await bodyOf(context);
    if (!body.ok) return failureResponse(context, body.failure);
    const computed = calculator.calculate(body.value);
    if (!computed.ok) return failureResponse(context, computed.failure);
    return answer(context, explainFigure(computed.value, context.req.query('figure') ?? ''));
  });
}

function calculatorRoute(app: OpenAPIHono, calculator: Calculator): void {
  const { name, summary, description, input, output } = describeCalculator(calculator);
  const path = `/api/calc/${name}`;
  app.openAPIRegistry.registerPath({
    method: 'post',
    path,
    summary,
    description,
    request: {
      body: { required: true, content: { 'application/json': { schema: input as Record<string, unknown> } } },
    },
    responses: {
      200: {
        description: 'The output.',
        content: { 'application/json': { schema: output as Record<string, unknown> } },
      },
      ...refusals,
    },
  });
  app.post(path, async (context) => {
    const body = await bodyOf(context);
    if (!body.ok) return failureResponse(context, body.failure);
    const computed = calculator.calculate(body.value);
    return computed.ok
      ? context.json(computed.value.output as object, 200)
      : failureResponse(context, computed.failure);
  });
}

async function bodyOf(context: Context): Promise<Result<unknown>> {
  try {
    return ok(JSON.parse(await context.req.text()));
  } catch (error) {
    return fail('BAD_JSON', '', error instanceof Error ? error.message : String(error), {
      expected: 'a body in JSON',
    });
  }
}
