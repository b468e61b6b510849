import { saying, smallPdf } from '@tranche/testkit/pdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../src/app/index.ts';
import { listen, type RunningServer } from '../src/server/index.ts';
import { testApi, testWorkspace } from './app.ts';

const SENTENCE = 'Fennick has raised $12 million in a Series A led by Brightmoor Capital.';
const PAGE = `<!doctype html><title>Fennick raises $12 million</title>
<meta property="article:published_time" content="2025-06-02T08:00:00Z"><article><h1>Fennick raises $12 million</h1><p>${SENTENCE}</p></article>`;
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>Fennick raises</title><pubDate>Mon, 02 Jun 2025 08:00:00 GMT</pubDate><description>${SENTENCE}</description></item>
<item><title>Harbour Loom raises</title><description>Harbour Loom has raised $40 million in a seed round.</description></item>
</channel></rss>`;
const MAIL = `From: Ann <ann@example.org>\r\nSubject: Fennick raises\r\nDate: Mon, 2 Jun 2025 08:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${SENTENCE}\r\n`;

const WITH_BROKEN_PDF = [
  'From: Ann <ann@example.org>',
  'Subject: Fennick raises',
  'Content-Type: multipart/mixed; boundary=cut',
  '',
  '--cut',
  'Content-Type: text/plain',
  '',
  SENTENCE,
  '--cut',
  'Content-Type: application/pdf; name=cut.pdf',
  'Content-Disposition: attachment; filename=cut.pdf',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('%PDF-1.4 and no more').toString('base64'),
  '--cut--',
  '',
].join('\r\n');

let server: RunningServer;
beforeAll(async () => {
  const app = createApi({
    workspace: testWorkspace(),
    version: '0.0.0',
    host: '127.0.0.1',
    report: (error) => {
      throw error;
    },
  });
  const listening = await listen(app, '127.0.0.1', 0);
  if (!listening.ok) throw new Error(listening.failure.message);
  server = listening.value;
});
afterAll(() => server.close());

async function post(path: string, body: string | Uint8Array, type = 'application/octet-stream') {
  const response = await fetch(`${server.address}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : (body.slice().buffer as ArrayBuffer),
    headers: { 'content-type': type },
  });
  return { status: response.status, body: await response.json() };
}

const open = (name: string, body: string | Uint8Array) =>
  post(`/api/open?${new URLSearchParams({ name })}`, body);

describe('a file over HTTP', () => {
  it.each([
    ['report.txt', `Fennick raises\nPublished: 2025-06-02\n\n${SENTENCE}\n`, undefined],
    ['report.html', PAGE, 'html'],
    ['report.md', `---\ndate: 2025-06-02\n---\n# Fennick raises\n\n${SENTENCE}\n`, 'markdown'],
    ['report.eml', MAIL, 'email'],
    ['report.pdf', smallPdf([saying(SENTENCE)]), 'pdf'],
  ] as const)('%s is opened to what the other requests take', async (name, bytes, format) => {
    const { status, body } = await open(name, bytes);
    expect({ status, problems: body.problems }).toEqual({ status: 200, problems: [] });
    expect(body.documents).toHaveLength(1);
    const [{ report, claims }] = body.documents;
    expect(claims).toBeGreaterThan(0);
    expect(report.text).toContain(SENTENCE);
    expect(report.original?.format).toBe(format);

    const dated = { published: '2025-06-02', ...report };
    const read = await post('/api/read', JSON.stringify(dated), 'application/json');
    expect(read).toMatchObject({ status: 200, body: { published: '2025-06-02' } });
    expect(read.body.claims.map(({ type }: { type: string }) => type)).toContain('round');
    expect(read.body.claims[0].place !== undefined).toBe(format !== undefined);
    const added = await post('/api/sources', JSON.stringify(dated), 'application/json');
    expect(added).toMatchObject({ body: { id: read.body.id } });
  });

  it('with several reports gives each of them', async () => {
    const { status, body } = await open('news.xml', FEED);
    expect(status).toBe(200);
    expect(body.documents).toMatchObject([
      { title: 'Fennick raises', report: { published: '2025-06-02' } },
      { title: 'Harbour Loom raises' },
    ]);
    expect(body.documents[1].report).not.toHaveProperty('published');
  });

  it('is told by how it begins where it has no name', async () => {
    const { body } = await post('/api/open', smallPdf([saying(SENTENCE)]));
    expect(body.documents[0].report).toMatchObject({ name: 'file', original: { format: 'pdf' } });
  });

  it('gives what could be read beside what could not', async () => {
    const { status, body } = await open('half.eml', WITH_BROKEN_PDF);
    expect(status).toBe(200);
    expect(body.documents).toMatchObject([{ report: { text: expect.stringContaining(SENTENCE) } }]);
    expect(body.problems).toMatchObject([{ code: 'PDF_DAMAGED', path: expect.stringContaining('cut.pdf') }]);
  });

  it.each([
    ['empty.txt', ' \n', 422, 'EMPTY_DOCUMENT'],
    ['archive.zip', 'PK\u0003\u0004 \u0000', 422, 'BINARY_FILE'],
    ['scan.pdf', smallPdf(['0 0 10 10 re f']), 422, 'PDF_WITHOUT_TEXT'],
    ['cut.pdf', '%PDF-1.4\n1 0 obj', 422, 'PDF_DAMAGED'],
    ['feed.xml', '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', 422, 'NO_ITEMS'],
    ['crawl.warc', 'WARC/1.0\r\n\r\n', 422, 'SEVERAL_DOCUMENTS'],
  ] as const)(
    'that holds no report (%s) is refused, with what was expected',
    async (name, bytes, status, code) => {
      const refused = await open(name, bytes);
      expect(refused).toMatchObject({ status, body: { failure: { code } } });
      expect(refused.body.failure.path).toContain(name);
      expect(refused.body.failure.message).not.toBe('');
    },
  );

  it('larger than 64 MB is refused, and other requests have a smaller limit', async () => {
    // Without a network: a server that refuses before it has read everything may cut the connection.
    const api = testApi();
    const large = 'x'.repeat(64 * 1024 * 1024 + 1);
    expect(await api.post('/api/open?name=large.txt', large)).toMatchObject({
      status: 413,
      body: { failure: { code: 'TOO_LARGE', path: 'body', expected: 'at most 67108864 bytes' } },
    });
    expect((await api.post('/api/read', large.slice(0, 9_000_000))).status).toBe(413);
  });

  it('takes no other words in the address', async () => {
    expect(await post('/api/open?nme=a.txt', 'x')).toMatchObject({
      status: 400,
      body: { failure: { code: 'BAD_REQUEST' } },
    });
  });
});
