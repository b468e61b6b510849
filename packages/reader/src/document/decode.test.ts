import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptText, decodeDocument, MAX_DOCUMENT_BYTES, openDocuments } from './index.ts';

const REPORT =
  'OpenAI raised $40 billion – “the largest round ever” – from SoftBank. €1.5m came from others.';

const decode = (bytes: Buffer) => decodeDocument(new Uint8Array(bytes), 'report.txt');

const decoded = (bytes: Buffer): unknown => {
  const read = decode(bytes);
  return read.ok ? [read.value.encoding, read.value.text] : read.failure.code;
};

const concat = (one: Buffer, other: Buffer): Buffer => Buffer.from([...one, ...other]);

function utf16(text: string, order: 'le' | 'be', mark: boolean): Buffer {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('the text of a document', () => {
  it('is read from UTF-8 with and without a byte order mark, line ends kept', () => {
    const text = `${REPORT}\r\nSecond line.\n`;
    expect(decoded(Buffer.from(text))).toEqual(['utf-8', text]);
    expect(decoded(Buffer.from(`\ufeff${text}`))).toEqual(['utf-8', text]);
  });

  it.each([
    ['le', true],
    ['be', true],
    ['le', false],
    ['be', false],
  ] as const)('is read from UTF-16%s, with a byte order mark: %s', (order, mark) => {
    expect(decoded(utf16(REPORT, order, mark))).toEqual([`utf-16${order}`, REPORT]);
  });

  it('is read from a legacy encoding that is recognized', () => {
    // “ ” – € in windows-1252.
    const bytes = Buffer.from(
      REPORT.replace(/–/g, '\x96').replace(/“/g, '\x93').replace(/”/g, '\x94').replace(/€/g, '\x80'),
      'latin1',
    );
    expect(decoded(bytes)).toEqual(['windows-1252', REPORT]);
    // The Chinese report below in GB 18030.
    const chinese = Buffer.from(
      'c8edd2f8bdabcff24f70656e4149cdb6d7ca343030d2dac3c0d4aaa3acd4bcbacf32393030d2dad4aac8cbc3f1b1d2a1a3cad7c5fa313030d2dac3c0d4aad7eed4e7bdf1c4eab4baccecb5bdd5cba1a3',
      'hex',
    );
    expect(decoded(chinese)).toEqual([
      'gb18030',
      '软银将向OpenAI投资400亿美元，约合2900亿元人民币。首批100亿美元最早今年春天到账。',
    ]);
  });

  it('comes back from UTF-8 whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const read = decode(Buffer.from(`x${text}`));
        return read.ok ? read.value.text === `x${text}` : read.failure.code === 'BINARY_FILE';
      }),
    );
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'EMPTY_DOCUMENT'],
    ['blanks only', Buffer.from(' \r\n\t \n'), 'EMPTY_DOCUMENT'],
    ['a byte order mark only', Buffer.from('\ufeff'), 'EMPTY_DOCUMENT'],
    ['a PDF', Buffer.from('%PDF-1.7 ...'), 'BINARY_FILE'],
    ['an archive', Buffer.from('PK\x03\x04....', 'latin1'), 'BINARY_FILE'],
    ['an image', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'BINARY_FILE'],
    ['bytes with zeros', Buffer.from([1, 0, 0, 0, 7, 0, 9, 0, 0, 200]), 'BINARY_FILE'],
    ['control characters', Buffer.from('amount \x01\x02 40'), 'BINARY_FILE'],
    ['UTF-8 cut inside a letter', Buffer.from(`${REPORT} é`).subarray(0, -1), 'BAD_ENCODING'],
    ['UTF-8 with one foreign byte', concat(Buffer.from(REPORT), Buffer.from([0x93])), 'BAD_ENCODING'],
    ['half a UTF-16 unit', utf16(REPORT, 'le', true).subarray(0, -1), 'BAD_ENCODING'],
  ])('is refused for %s', (_, bytes, code) => {
    expect(decoded(bytes)).toBe(code);
  });

  it('is refused with the line of the first byte that does not fit', () => {
    const read = decode(concat(Buffer.from('é\né\n'), Buffer.from([0xff, 0x41])));
    expect(read).toMatchObject({
      ok: false,
      failure: { code: 'BAD_ENCODING', path: 'report.txt', place: { line: 3 } },
    });
  });

  it.each([
    [50, 'at most 4 MB'],
    [70, 'at most 64 MB'],
  ])('of %s MB is refused with both sizes', async (megabytes, expected) => {
    const opened = await openDocuments({
      bytes: new Uint8Array(megabytes * 1024 * 1024).fill(0x61),
      name: 'dump.txt',
    });
    expect(opened.documents).toEqual([]);
    expect(opened.failures).toMatchObject([
      { code: 'TOO_LARGE', message: `the document has ${megabytes} MB`, expected },
    ]);
  });

  it('that came as characters meets the same refusals', () => {
    expect(acceptText(REPORT, 'pasted')).toEqual({ ok: true, value: REPORT });
    const codes = ['', 'a\u0000b', 'half \ud83d', 'x'.repeat(MAX_DOCUMENT_BYTES + 1)].map((text) => {
      const read = acceptText(text, 'pasted');
      return read.ok ? 'accepted' : read.failure.code;
    });
    expect(codes).toEqual(['EMPTY_DOCUMENT', 'BINARY_FILE', 'BAD_ENCODING', 'TOO_LARGE']);
  });
});
