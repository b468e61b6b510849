import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ArchiveChunk,
  contentTypeOf,
  httpResponseOf,
  placeText,
  type WarcEvent,
  type WarcLimits,
  warcWalker,
  withoutChunks,
} from './index.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** A record as the standard writes it; `length` lies when it is given. */
function record(type: string, body: string, { length = body.length, url = 'http://a.example/' } = {}) {
  return `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n${body}\r\n\r\n`;
}

const LIMITS: WarcLimits = { types: new Set(['response', 'conversion']), maxBodyBytes: 1000 };

function walk(chunks: readonly ArchiveChunk[], limits: Partial<WarcLimits> = {}): WarcEvent[] {
  const walker = warcWalker({ ...LIMITS, ...limits });
  return [...chunks.flatMap((chunk) => [...walker.push(chunk)]), ...walker.end()];
}

const whole = (archive: string): ArchiveChunk[] => [{ bytes: bytesOf(archive), offset: 0 }];

/** The archive cut into pieces of these sizes, over and over. */
function pieces(archive: string, sizes: readonly number[]): ArchiveChunk[] {
  const bytes = bytesOf(archive);
  const chunks: ArchiveChunk[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    chunks.push({ bytes: bytes.subarray(at, at + size), offset: at });
    at += size;
  }
  return chunks;
}

const told = (events: readonly WarcEvent[]): string[] =>
  events.map((event) => {
    if (event.kind === 'record') return `${textOf(event.record.body)} @ ${placeText(event.record.place)}`;
    if (event.kind === 'other') return `other ${event.type}`;
    return `${event.damage.code} ${placeText(event.damage.place)}: ${event.damage.message}`;
  });

const INFO = record('warcinfo', 'software: x');
const ONE = record('response', 'first');
const TWO = record('conversion', 'second WARC/1.0 in its text');

describe('the records of a web archive', () => {
  it('come in order with address, date, type and place; other types are stepped over', () => {
    const events = walk(whole(INFO + ONE + TWO));
    expect(told(events)).toEqual([
      'other warcinfo',
      `first @ record 2 at byte ${INFO.length}`,
      `second WARC/1.0 in its text @ record 3 at byte ${INFO.length + ONE.length}`,
    ]);
    expect(events[1]).toMatchObject({
      record: { url: 'http://a.example/', date: '2024-05-06T07:08:09Z', contentType: 'text/plain' },
    });
  });

  it('are the same however the bytes are cut', () => {
    const archive =
      INFO +
      ONE +
      record('response', 'x', { length: 3000 }) +
      TWO +
      record('response', 'y'.repeat(2000)) +
      ONE;
    const expected = told(walk(whole(archive)));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        expect(told(walk(pieces(archive, sizes)))).toEqual(expected);
      }),
    );
  });

  it('are views of the bytes that were pushed, not copies', () => {
    const bytes = bytesOf(ONE);
    const [event] = walk([{ bytes, offset: 0 }]);
    expect(event?.kind === 'record' && event.record.body.buffer).toBe(bytes.buffer);
  });

  it('may have plain line feeds, an address in brackets or in letters beyond ASCII', () => {
    const url = '<http://a.example/caf\xc3\xa9>';
    const [event] = walk(whole(record('response', 'text', { url }).replaceAll('\r\n', '\n')));
    expect(event).toMatchObject({ record: { url: 'http://a.example/café' } });
  });

  it('of a size over the limit are reported and stepped over', () => {
    expect(told(walk(whole(record('response', 'x'.repeat(2000)) + ONE)))).toEqual([
      'TOO_LARGE record 1 at byte 0: the record has 2000 bytes',
      expect.stringMatching(/^first @ record 2 /),
    ]);
  });

  it('may be none', () => {
    expect(walk([])).toEqual([]);
    expect(walk(whole('\r\n\r\n'))).toEqual([]);
  });
});

describe('a damaged archive', () => {
  it('is read on behind a length that is too small', () => {
    const lying = record('response', 'a body that goes on', { length: 6 });
    expect(told(walk(whole(ONE + lying + TWO)))).toEqual([
      'first @ record 1 at byte 0',
      `ARCHIVE_DAMAGED record 2 at byte ${ONE.length}: no record ends after the 6 bytes that Content-Length gives`,
      `second WARC/1.0 in its text @ record 3 at byte ${ONE.length + lying.length}`,
    ]);
  });

  it('is read on inside of a length that is too large, with the places of the records inside', () => {
    const lying = record('response', 'short', { length: 5 + ONE.length + 100 });
    expect(told(walk(whole(lying + ONE + TWO + ONE)))).toEqual([
      expect.stringMatching(/^ARCHIVE_DAMAGED record 1 at byte 0: /),
      `first @ record 2 at byte ${lying.length}`,
      `second WARC/1.0 in its text @ record 3 at byte ${lying.length + ONE.length}`,
      `first @ record 4 at byte ${lying.length + ONE.length + TWO.length}`,
    ]);
  });

  it('is read on behind a length that reaches past its end, when its size is known', () => {
    const archive = record('response', 'short', { length: 10 ** 12 }) + ONE;
    expect(told(walk(whole(archive), { size: archive.length }))).toEqual([
      'ARCHIVE_TRUNCATED record 1 at byte 0: the record of 1000000000000 bytes reaches past the end of the archive',
      expect.stringMatching(/^first @ record 2 /),
    ]);
    expect(told(walk(whole(archive)))).toEqual([
      'TOO_LARGE record 1 at byte 0: the record has 1000000000000 bytes',
      'ARCHIVE_TRUNCATED record 1 at byte 0: the archive ends inside of this record',
    ]);
  });

  it.each([
    ['no length', ONE.replace('Content-Length', 'Length'), /Content-Length is ""/],
    [
      'a length in words',
      ONE.replace('Content-Length: 5', 'Content-Length: five'),
      /Content-Length is "five"/,
    ],
    ['a negative length', ONE.replace('Content-Length: 5', 'Content-Length: -5'), /Content-Length is "-5"/],
    ['noise', 'no record at all\r\n', /no record begins here/],
    ['an endless header', `WARC/1.0\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`, /header of the record is longer/],
  ])('is read on behind %s', (_, bad, message) => {
    expect(told(walk(whole(ONE + bad + TWO)))).toEqual([
      'first @ record 1 at byte 0',
      expect.stringMatching(message),
      `second WARC/1.0 in its text @ record 3 at byte ${ONE.length + bad.length}`,
    ]);
  });

  it('that was cut gives the records before the cut, wherever it is', () => {
    for (let cut = ONE.length + 1; cut < ONE.length + TWO.length - 4; cut += 1) {
      const [first, ...rest] = told(walk(whole((ONE + TWO).slice(0, cut))));
      expect(first).toBe('first @ record 1 at byte 0');
      expect(rest).toEqual([expect.stringMatching(/^ARCHIVE_TRUNCATED record 2 /)]);
    }
  });

  it('that is compressed is read on at the next member, behind a gap and behind a record cut short', () => {
    const member = (text: string, at: number, more: Partial<ArchiveChunk> = {}): ArchiveChunk => ({
      bytes: bytesOf(text),
      offset: 0,
      member: at,
      ...more,
    });
    const gap = 'these bytes do not unpack';
    expect(
      told(walk([member(ONE, 0), member(TWO.slice(0, 60), 90), member(ONE, 200, { gap }), member(ONE, 300)])),
    ).toEqual([
      'first @ record 1 at byte 0 of the gzip member at byte 0',
      `ARCHIVE_DAMAGED record 2 at byte 0 of the gzip member at byte 90: ${gap}`,
      'first @ record 3 at byte 0 of the gzip member at byte 200',
      'first @ record 4 at byte 0 of the gzip member at byte 300',
    ]);
    const lying = record('response', 'short', { length: 900 });
    expect(told(walk([member(lying, 0), member(TWO, 80)]))).toEqual([
      expect.stringMatching(/^ARCHIVE_DAMAGED record 1 .*: the record ends before the length/),
      'second WARC/1.0 in its text @ record 2 at byte 0 of the gzip member at byte 80',
    ]);
  });

  it('of any bytes at all ends, and never invents a record', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const events = walk([{ bytes, offset: 0 }]);
        expect(events.every(({ kind }) => kind === 'damage')).toBe(true);
      }),
    );
  });
});

describe('the response in a record', () => {
  const response = (head: string, body: string) => httpResponseOf(bytesOf(`${head}\r\n\r\n${body}`));

  it('has status, type, charset, encodings and body', () => {
    const read = response(
      'HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset="Shift_JIS"\r\nContent-Encoding: gzip, br',
      'body',
    );
    expect(read).toMatchObject({
      status: 200,
      mediaType: 'text/html',
      charset: 'shift_jis',
      encodings: ['gzip', 'br'],
    });
    expect(textOf(read?.body ?? new Uint8Array())).toBe('body');
  });

  it.each([
    ['5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n', 'hello world'],
    ['5\r\nhello\r\n6\r\n wo', 'hello wo'],
    ['5\r\nhello\r\nno size\r\n', 'hello'],
    ['0\r\n\r\n', ''],
    ['<p>the chunks were undone before</p>', '<p>the chunks were undone before</p>'],
    ['ffffffff\r\nshort', 'short'],
  ])('in chunks %j is %j', (body, expected) => {
    const read = response('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked', body);
    expect(textOf(read?.body ?? new Uint8Array())).toBe(expected);
  });

  it('is none where no HTTP begins', () => {
    expect(httpResponseOf(bytesOf('<html>'))).toBeUndefined();
    expect(httpResponseOf(bytesOf('HTTP/1.1 200 OK\r\n'))).toBeUndefined();
    expect(withoutChunks(bytesOf('zz'))).toBeUndefined();
    expect(contentTypeOf('nonsense; charset=utf-8')).toEqual({ charset: 'utf-8' });
    expect(contentTypeOf(undefined)).toEqual({});
  });
});
