import { OpenAPIHono } from '@hono/zod-openapi';
import { MAX_DOCUMENT_BYTES, MAX_FILE_BYTES } from '@tranche/service/text';
import type { Workspace } from '@tranche/service/workspace';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import {
  calculatorRoutes,
  dealRoutes,
  healthRoutes,
  judgementRoutes,
  openRoutes,
  partyRoutes,
  questionRoutes,
  rankingRoutes,
  sourceRoutes,
} from '../routes/index.ts';
import { type WebFiles, webRoutes } from '../web/index.ts';
import { failureResponse } from './failures.ts';
import { ownHostOnly, ownOriginOnly, protectiveHeaders } from './guards.ts';

export interface ApiSettings {
  readonly workspace: Workspace;
  readonly version: string;
  /** The name of the model that the workspace may draft with. */
  readonly drafts?: string;
  /** The built web app; without it only the API answers. */
  readonly web?: WebFiles;
  /** The name or address the server was started with. */
  readonly host: string;
  /** Takes what broke, for the operator; the caller of the API learns only that something did. */
  readonly report: (error: unknown) => void;
}

/** JSON may spell a character in six; real texts stay far below twice their size. */
const BODY_BYTES = 2 * MAX_DOCUMENT_BYTES + 65_536;

const atMost = (maxSize: number, message: string) =>
  bodyLimit({
    maxSize,
    onError: (context) =>
      failureResponse(context, {
        code: 'TOO_LARGE',
        path: 'body',
        message,
        expected: `at most ${maxSize} bytes`,
      }),
  });

/** The whole HTTP side: guards, the routes under /api, the OpenAPI document, and the web app beside them. */
export function createApi({ workspace, version, drafts, web, host, report }: ApiSettings): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const [issue] = result.error.issues;
      return failureResponse(context, {
        code: 'BAD_REQUEST',
        path: issue?.path.map(String).join('.') ?? '',
        message: issue?.message ?? 'the request is not as the API describes it',
        expected: `what ${context.req.method} ${context.req.path} takes in /api/openapi.json`,
      });
    },
  });
  app.use(protectiveHeaders);
  app.use(ownHostOnly(host));
  app.use(ownOriginOnly);
  const ofReport = atMost(BODY_BYTES, 'the request is larger than a report may be');
  const ofFile = atMost(MAX_FILE_BYTES, 'the file is too large');
  app.use('/api/*', (context, next) => (context.req.path === '/api/open' ? ofFile : ofReport)(context, next));
  healthRoutes(app, version, drafts);
  dealRoutes(app, workspace);
  questionRoutes(app, workspace);
  rankingRoutes(app, workspace);
  sourceRoutes(app, workspace);
  openRoutes(app);
  judgementRoutes(app, workspace);
  partyRoutes(app, workspace);
  calculatorRoutes(app);
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Tranche',
      version,
      description: 'Sourced answers about private financings.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
  });
  app.all('/api/*', (context) =>
    failureResponse(context, {
      code: 'NOT_FOUND',
      path: context.req.path,
      message: 'there is no such address',
      expected: 'an address listed in /api/openapi.json',
    }),
  );
  if (web !== undefined) webRoutes(app, web);
  app.notFound((context) =>
    failureResponse(context, { code: 'NOT_FOUND', path: context.req.path, message: 'there is no such page' }),
  );
  app.onError((error, context) => {
    if (error instanceof HTTPException) {
      return failureResponse(context, {
        code: error.status === 400 ? 'BAD_JSON' : 'BAD_REQUEST',
        path: '',
        message: error.message,
        expected: 'a body in JSON',
      });
    }
    report(error);
    return failureResponse(context, {
      code: 'INTERNAL',
      path: '',
      message: 'something broke; the server has written down what',
    });
  });
  return app;
}
