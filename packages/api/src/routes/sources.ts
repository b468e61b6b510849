import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ok } from '@tranche/core/result';
import { checkPage } from '@tranche/service/page';
import { claimReview, claimReviewsOf, claimReviewText } from '@tranche/service/review';
import { reportRequest, sourceSummaryView, sourceView } from '@tranche/service/views';
import type { Workspace } from '@tranche/service/workspace';
import { answer, dayOf, failed, json, knownOnQuery } from './answer.ts';

const list = createRoute({
  method: 'get',
  path: '/api/sources',
  summary: 'The sources published by a date',
  request: { query: knownOnQuery },
  responses: {
    200: json('The sources.', z.object({ sources: z.array(sourceSummaryView) })),
    400: failed('The date is none.'),
  },
});

const one = createRoute({
  method: 'get',
  path: '/api/sources/{id}',
  summary: 'A source with its text, its claims and their verdicts',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json('The source.', sourceView), 404: failed('SOURCE_NOT_FOUND') },
});

const review = createRoute({
  method: 'get',
  path: '/api/sources/{id}/claim-review',
  summary: 'The verdicts on a source as schema.org ClaimReview (JSON-LD)',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: {
      description: 'One review each.',
      content: { 'application/ld+json': { schema: z.array(claimReview) } },
    },
    404: failed('SOURCE_NOT_FOUND'),
  },
});

const page = createRoute({
  method: 'get',
  path: '/api/sources/{id}/page',
  summary: 'The verdicts on a source as a page that can be printed',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { description: 'The page.', content: { 'text/html': { schema: z.string() } } },
    404: failed('SOURCE_NOT_FOUND'),
  },
});

const body = { content: { 'application/json': { schema: reportRequest } }, required: true };
const refusals = {
  400: failed('The request is not as described.'),
  413: failed('TOO_LARGE'),
  422: failed('EMPTY_DOCUMENT, BINARY_FILE, BAD_ENCODING, PUBLISHED_NEEDED, MODEL_NOT_CONFIGURED'),
};

const read = createRoute({
  method: 'post',
  path: '/api/read',
  summary: 'Reads and checks a report; stores nothing',
  request: { body, query: knownOnQuery },
  responses: { 200: json('The report with its claims and verdicts.', sourceView), ...refusals },
});

const add = createRoute({
  method: 'post',
  path: '/api/sources',
  summary: 'Reads a report and adds it to the workspace',
  request: { body },
  responses: {
    200: json('It was there already.', sourceView),
    201: json('It was added and will not be lost.', sourceView),
    ...refusals,
  },
});

export function sourceRoutes(app: OpenAPIHono, workspace: Workspace): void {
  app.openapi(list, async (context) => {
    const sources = await workspace.sources(dayOf(context.req.valid('query').known_on));
    return answer(context, sources.ok ? { ok: true, value: { sources: sources.value } } : sources);
  });
  app.openapi(one, async (context) => answer(context, await workspace.source(context.req.valid('param').id)));
  app.openapi(review, async (context) => {
    const source = await workspace.source(context.req.valid('param').id);
    if (!source.ok) return answer(context, source);
    const text = claimReviewText(claimReviewsOf(source.value));
    return context.body(text, 200, { 'Content-Type': 'application/ld+json; charset=UTF-8' }) as never;
  });
  app.openapi(page, async (context) => {
    const source = await workspace.source(context.req.valid('param').id);
    return source.ok ? context.html(checkPage(source.value)) : answer(context, source);
  });
  app.openapi(read, async (context) => {
    const knownOn = dayOf(context.req.valid('query').known_on);
    return answer(context, await workspace.read(context.req.valid('json'), { knownOn }));
  });
  app.openapi(add, async (context) => {
    const added = await workspace.add(context.req.valid('json'));
    if (!added.ok) return answer(context, added);
    const { id, added: isNew, drafts } = added.value;
    const source = await workspace.source(id);
    if (!source.ok || drafts === undefined) return answer(context, source, isNew ? 201 : 200);
    return answer(context, ok({ ...source.value, drafts }), isNew ? 201 : 200);
  });
}
