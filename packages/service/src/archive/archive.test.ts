import * as zlib from 'node:zlib';
import { expectOk } from '@tranche/core/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArchiveEvent, ByteInput, readArchive, undoEncodings } from './index.ts';

/** Node's own types keep buffers and plain arrays of bytes apart. */
const joined = (parts: readonly Buffer[]): Buffer => Buffer.concat(parts as unknown as Uint8Array[]);

const plain = ({ buffer, byteOffset, length }: Buffer): Uint8Array =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, length).slice();

const packs =
  (pack: (bytes: Uint8Array) => Buffer) =>
  (bytes: Buffer): Buffer =>
    pack(plain(bytes));
const gzip = packs(zlib.gzipSync);
const brotli = packs(zlib.brotliCompressSync);
const deflate = packs(zlib.deflateSync);
const deflateRaw = packs(zlib.deflateRawSync);

function response(
  body: string | Buffer,
  { type = 'text/html', status = 200, head = '', url = 'http://a.example/' } = {},
) {
  const http = joined([
    Buffer.from(`HTTP/1.1 ${status} OK\r\nContent-Type: ${type}\r\n${head}\r\n`, 'latin1'),
    typeof body === 'string' ? Buffer.from(body) : body,
  ]);
  return joined([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`,
    ),
    http,
    Buffer.from('\r\n\r\n'),
  ]);
}

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield plain(bytes.subarray(at, at + size));
}

async function events(bytes: Buffer, size = 1 << 20): Promise<ArchiveEvent[]> {
  const found: ArchiveEvent[] = [];
  for await (const event of readArchive(new ByteInput(cut(bytes, size)), 'a.warc', bytes.length))
    found.push(event);
  return found;
}

const told = (found: readonly ArchiveEvent[]): string[] =>
  found.map((event) => {
    if (event.kind === 'failure')
      return `${event.failure.code} ${event.failure.path}: ${event.failure.message}`;
    if (event.kind === 'other') return 'other';
    const { place, bytes } = event.document;
    return `${Buffer.from(bytes).toString()} @ ${place.member ?? '-'}+${place.offset}`;
  });

describe('the documents of a web archive', () => {
  it('are pages, texts, feeds and PDFs that were fetched whole; all else is counted', async () => {
    const kept = [
      'text/html; charset=utf-8',
      'text/plain',
      'application/pdf',
      'application/rss+xml',
      'text/xml',
    ];
    const left = ['image/png', 'text/css', 'application/json', 'application/javascript'];
    const archive = joined([
      ...[...kept, ...left].map((type) => response('body', { type })),
      response('gone', { status: 404 }),
      response('moved', { status: 302 }),
      response('part', { status: 206 }),
      response(''),
    ]);
    const found = await events(archive);
    expect(found.map(({ kind }) => kind)).toEqual([
      ...kept.map(() => 'document'),
      ...Array.from({ length: left.length + 4 }, () => 'other'),
    ]);
    expect(found[0]).toMatchObject({
      document: {
        url: 'http://a.example/',
        retrieved: '2024-05-06T07:08:09Z',
        contentType: 'text/html',
        charset: 'utf-8',
        encodings: [],
        place: { record: 1, offset: 0 },
      },
    });
  });

  it('are texts that were taken out of pages before (conversion records)', async () => {
    const archive = response('')
      .toString()
      .replace('response', 'conversion')
      .replace('application/http; msgtype=response', 'text/plain');
    expect((await events(Buffer.from(archive)))[0]).toMatchObject({
      kind: 'document',
      document: { contentType: 'text/plain' },
    });
  });

  it('are the same compressed, member by member or as one, however the bytes come', async () => {
    const records = ['one', 'two', 'three'].map((body) => response(body.repeat(300)));
    const bodies = told(await events(joined(records))).map((line) => line.split(' @ ')[0]);
    const members = records.map((record) => gzip(record));
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = members;
    const named = joined([
      first.subarray(0, 3),
      Buffer.from([8]),
      first.subarray(4, 10),
      Buffer.from('a name\0'),
      first.subarray(10),
    ]);
    for (const size of [1, 7, 100, 1 << 20]) {
      const byMember = told(await events(joined([...members, Buffer.alloc(20)]), size));
      expect(byMember).toEqual([
        `${bodies[0]} @ 0+0`,
        `${bodies[1]} @ ${first.length}+0`,
        `${bodies[2]} @ ${first.length + second.length}+0`,
      ]);
      const asOne = told(await events(gzip(joined(records)), size));
      expect(asOne.map((line) => line.split(' @ ')[0])).toEqual(bodies);
      expect(told(await events(named, size))).toEqual([`${bodies[0]} @ 0+0`]);
    }
  });

  it('are read on at the next member when one is damaged, and up to the cut when the archive is cut', async () => {
    const [one, two, three] = ['one', 'two', 'three'].map((body) => gzip(response(body.repeat(300)))) as [
      Buffer,
      Buffer,
      Buffer,
    ];
    const broken = joined([two]);
    broken.fill(0xff, 12, 40);
    for (const size of [13, 1 << 20]) {
      const damaged = told(await events(joined([one, broken, three]), size));
      expect(damaged.map((line) => line.slice(0, 15))).toEqual([
        'oneoneoneoneone',
        'ARCHIVE_DAMAGED',
        'threethreethree',
      ]);
      expect(damaged[1]).toContain(`the gzip member at byte ${one.length} does not unpack`);
      const truncated = told(await events(joined([one, two.subarray(0, -30)]), size));
      expect(truncated.map((line) => line.split(' ')[0])).toEqual(['one'.repeat(300), 'ARCHIVE_TRUNCATED']);
      const noisy = told(await events(joined([one, Buffer.from('noise'), three]), size));
      expect(noisy.map((line) => line.slice(0, 15))).toEqual([
        'oneoneoneoneone',
        'ARCHIVE_DAMAGED',
        'threethreethree',
      ]);
    }
  });

  it('end for any bytes at all that begin like gzip', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const found = await events(joined([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.from(bytes)]), 50);
        expect(found.every(({ kind }) => kind === 'failure')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('of a thousand broken members in a row are given up', async () => {
    const start = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 7]);
    const found = await events(joined(Array.from({ length: 3000 }, () => start)));
    expect(found).toHaveLength(1);
  });

  it('whose member expands without end take no memory: the body over the limit is stepped over', async () => {
    const zeros = Buffer.alloc(65 * 1024 * 1024);
    const found = told(await events(gzip(joined([response(zeros), response('after')]))));
    expect(found[0]).toMatch(/^TOO_LARGE a\.warc record 1 /);
    expect(found[1]).toMatch(/^after @ /);
  });
});

describe('the body of a response', () => {
  const text = Buffer.from('a body '.repeat(100));
  const undone = (bytes: Buffer, encodings: readonly string[], most = 10_000): string => {
    const body = undoEncodings(plain(bytes), encodings, 'a', most);
    return body.ok ? Buffer.from(body.value).toString() : body.failure.code;
  };

  it.each([
    ['gzip', gzip(text)],
    ['x-gzip', gzip(text)],
    ['deflate', deflate(text)],
    ['deflate', deflateRaw(text)],
    ['br', brotli(text)],
    ['gzip', text],
  ])('is unpacked from %s, also when it was unpacked before', (encoding, bytes) => {
    expect(undone(bytes, [encoding])).toBe(text.toString());
  });

  it('is unpacked from several encodings, the last first', () => {
    expect(undone(gzip(brotli(text)), ['br', 'gzip'])).toBe(text.toString());
  });

  it('is refused when it does not unpack, is packed in an unknown way, or unpacks to too much', () => {
    expect(undone(gzip(text).subarray(0, 12), ['gzip'])).toBe('BAD_CONTENT_ENCODING');
    expect(undone(text, ['zstd'])).toBe('BAD_CONTENT_ENCODING');
    const bomb = Buffer.alloc(5_000_000);
    for (const [name, packed] of [
      ['gzip', gzip(bomb)],
      ['br', brotli(bomb)],
      ['deflate', deflate(bomb)],
      ['deflate', deflateRaw(bomb)],
    ] as const)
      expect(undone(packed, [name])).toBe('TOO_LARGE');
    expect(expectOk(undoEncodings(plain(text), [], 'a', 1))).toHaveLength(text.length);
  });
});
