import { placesOf } from '@tranche/ledger/source';
import { type DocumentFile, type OpenedDocument, openDocuments } from '@tranche/reader/document';
import { describe, expect, it } from 'vitest';
import { strayRuns } from './way-back.ts';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => [...part]));

async function opened(file: DocumentFile): Promise<OpenedDocument> {
  const { documents, failures } = await openDocuments(file);
  expect(failures).toEqual([]);
  const document = documents[0] ?? expect.fail('nothing was opened');
  expect(strayRuns(document, file.bytes)).toEqual([]);
  return document;
}

function rangeOf(document: OpenedDocument, quote: string): (readonly [number, number])[] {
  const start = document.text.indexOf(quote);
  expect(start).toBeGreaterThanOrEqual(0);
  return placesOf(document.original, [start, start + quote.length]).flatMap((place) =>
    'bytes' in place ? [place.bytes] : [],
  );
}

/** The same two lines in each encoding, by the bytes other programs write. */
const TEXTS: readonly (readonly [
  encoding: string,
  text: string,
  hex: string,
  quote: string,
  quoteHex: string,
])[] = [
  [
    'gb18030',
    '软银投资400亿美元。🚀\n€5',
    'c8edd2f8cdb6d7ca343030d2dac3c0d4aaa1a3 95308b34 0a a2e335',
    '400亿美元',
    '343030d2dac3c0d4aa',
  ],
  ['gbk', '软银投资400亿美元。\n', 'c8edd2f8cdb6d7ca343030d2dac3c0d4aaa1a3 0a', '亿美元', 'd2dac3c0d4aa'],
  [
    'shift_jis',
    'ソフトバンクが400億円を出資ｱ。\n',
    '835c83748367836f8393834e82aa34303089ad897e82f08f6f8e91b18142 0a',
    '400億円',
    '34303089ad897e',
  ],
  [
    'euc-jp',
    '東芝が400億円を調達ｱ。\n',
    'c5ecbcc7a4ac343030b2afb1dfa4f2c4b4c3a38eb1a1a3 0a',
    '400億円',
    '343030b2afb1df',
  ],
  [
    'euc-kr',
    '삼성이 400억원을 투자했다.\n',
    'bbefbcbac0cc20343030beefbff8c0bb20c5f5c0dac7dfb4d92e 0a',
    '400억원',
    '343030beefbff8',
  ],
  ['big5', '台積電投資400億元。\n', 'a578bf6eb971a7ebb8ea343030bbf5a4b8a143 0a', '400億元', '343030bbf5a4b8'],
  [
    'windows-1252',
    'Marlowe “raised” €42m – it’s said.\n',
    '4d61726c6f776520937261697365649420 8034326d 20962069749273 20736169642e 0a',
    '€42m',
    '8034326d',
  ],
  [
    'windows-1251',
    'Компания привлекла 400 млн руб.\n',
    'caeeecefe0ede8ff20eff0e8e2ebe5eaebe02034303020ecebed20f0f3e12e0a',
    '400 млн',
    '34303020ecebed',
  ],
  [
    'iso-8859-2',
    'Spółka pozyskała 40 mln zł.\n',
    '5370f3b36b6120706f7a79736b61b36120 3430206d6c6e 207ab32e 0a',
    '40 mln zł',
    '3430206d6c6e207ab3',
  ],
];

describe('a text in an encoding of its own', () => {
  it.each(TEXTS)('%s as declared, each quote at its bytes', async (encoding, text, hex, quote, quoteHex) => {
    const file = { bytes: bytes(hex), name: 'report.txt', charset: encoding };
    const document = await opened(file);
    expect([document.encoding, document.text]).toEqual([encoding, text]);
    const [range, ...more] = rangeOf(document, quote);
    expect(more).toEqual([]);
    expect(Buffer.from(file.bytes.slice(range?.[0], range?.[1])).toString('hex')).toBe(quoteHex);
  });

  it.each(TEXTS)(
    '%s in a page that says so, references and tags between',
    async (encoding, text, hex, quote) => {
      const [line = ''] = text.split('\n');
      const page = joined(
        ascii(`<html><head><meta charset="${encoding}"></head><body><p>A&amp;B<b>`),
        bytes(hex),
        ascii('</b></p></body></html>'),
      );
      const document = await opened({ bytes: page, name: 'page.html' });
      expect(document.text).toContain(`A&B${line}`);
      const cut = rangeOf(document, quote).map(([start, end]) =>
        new TextDecoder(encoding).decode(page.slice(start, end)),
      );
      if (encoding !== 'windows-1252') expect(cut.join('')).toBe(quote);
    },
  );

  it.each([
    ['UTF-8 with a mark', '\ufeffMarlowe raised €42m 🚀 – so', 'utf8'],
    ['UTF-16 with a mark', '\ufeffMarlowe raised €42m 🚀 – so', 'utf16le'],
    ['UTF-16 without one', 'Marlowe raised €42m 🚀 – so', 'utf16le'],
  ] as const)('%s', async (_, text, encoding) => {
    const file = { bytes: new Uint8Array(Buffer.from(text, encoding)), name: 'report.txt' };
    const document = await opened(file);
    expect(document.text).toBe(text.replace('\ufeff', ''));
    for (const quote of ['€42m 🚀 –', 'so', 'Marlowe']) {
      const [range] = rangeOf(document, quote);
      expect(Buffer.from(file.bytes.slice(range?.[0], range?.[1])).toString(encoding)).toBe(quote);
    }
  });
});

describe('a charset that is declared wrongly', () => {
  it('gives way to UTF-8 when the bytes are UTF-8', async () => {
    const file = {
      bytes: new Uint8Array(Buffer.from('Marlowe raised €42m – so')),
      name: 'a.txt',
      charset: 'iso-8859-1',
    };
    expect((await opened(file)).text).toBe('Marlowe raised €42m – so');
  });

  it('gives way to what is recognized when the bytes do not fit it', async () => {
    const [, text, hex] = TEXTS[2] ?? expect.fail();
    const file = { bytes: bytes(hex.repeat(10)), name: 'a.txt', charset: 'utf-8' };
    expect((await opened(file)).text).toBe(text.repeat(10));
  });

  it('and a page with a broken letter is read around it, and says so', async () => {
    const page = joined(
      ascii('<html><meta charset=utf-8><body><p>'),
      new Uint8Array(Buffer.from('Zürich: ein Haus für €42m ')),
      bytes('ff c3'),
      new Uint8Array(Buffer.from('– Schluß')),
      ascii('</p>'),
    );
    const document = await opened({ bytes: page, name: 'page.html' });
    expect(document.text).toBe('Zürich: ein Haus für €42m \ufffd\ufffd– Schluß\n');
    expect(document.problems).toMatchObject([
      { code: 'BAD_ENCODING', path: 'page.html', place: { line: 1 } },
    ]);
    const [range] = rangeOf(document, 'Schluß');
    expect(Buffer.from(page.slice(range?.[0], range?.[1])).toString()).toBe('Schluß');
  });
});
