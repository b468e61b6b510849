import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { openFile } from '@tranche/service/document';
import { openedFileView } from '@tranche/service/views';
import { answer, failed, json } from './answer.ts';

const bytes = z.string().meta({ format: 'binary' });

const open = createRoute({
  method: 'post',
  path: '/api/open',
  summary: 'Opens a file and gives the reports in it; stores nothing',
  description:
    'The body is the file itself, whatever its media type: a text, a page (HTML), Markdown, a PDF, a mail or mailbox, or a feed. ' +
    'How it begins says which it is, and where that does not, the ending of its name.',
  request: {
    query: z.strictObject({
      name: z.string().min(1).max(200).optional().meta({ description: 'of the file', example: 'report.pdf' }),
    }),
    body: { content: { 'application/octet-stream': { schema: bytes } }, required: true },
  },
  responses: {
    200: json('The reports, as POST /api/read and POST /api/sources take them.', openedFileView),
    400: failed('The request is not as described.'),
    413: failed('TOO_LARGE'),
    422: failed(
      'EMPTY_DOCUMENT, BINARY_FILE, BAD_ENCODING, SEVERAL_DOCUMENTS, NO_ITEMS, NESTED_TOO_DEEP, PDF_DAMAGED, PDF_ENCRYPTED, PDF_TOO_SLOW, PDF_WITHOUT_TEXT',
    ),
  },
});

export function openRoutes(app: OpenAPIHono): void {
  app.openapi(open, async (context) => {
    const file = new Uint8Array(await context.req.arrayBuffer());
    const { name = 'file' } = context.req.valid('query');
    return answer(context, await openFile({ bytes: file, name }));
  });
}
