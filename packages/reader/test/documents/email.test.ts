import { placesOf } from '@tranche/ledger/source';
import { type OpenedDocument, openDocuments } from '@tranche/reader/document';
import { describe, expect, it } from 'vitest';

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const open = (source: string, name = 'mail.eml') => openDocuments({ bytes: latin1(source), name });

async function opened(source: string, name?: string): Promise<OpenedDocument> {
  const { documents, failures } = await open(source, name);
  expect(failures).toEqual([]);
  return documents[0] ?? expect.fail('nothing was opened');
}

/** The bytes of a quote, as they are written in the file. */
function written(document: OpenedDocument, source: string, quote: string): string {
  const start = document.text.indexOf(quote);
  expect(start).toBeGreaterThanOrEqual(0);
  return placesOf(document.original, [start, start + quote.length])
    .map((place) => ('bytes' in place ? source.slice(...place.bytes) : ''))
    .join('');
}

const base64 = (text: string): string =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

const HEADER = `Received: by mail.example (Postfix); Tue, 11 Mar 2025 08:00:00 +0000\r
From: "Ada Quill" <ada@ledger.example>\r
To: desk@ledger.example\r
Subject: =?utf-8?Q?Fwd:_Marlowe_lands_=C2=A342m?=\r
 =?utf-8?B?${Buffer.from(' for harvesters').toString('base64')}?=\r
Date: Tue, 11 Mar 2025 07:59:00 +0000\r
List-Id: "The Northern Ledger" <daily.ledger.example>\r
MIME-Version: 1.0\r
`;

const PLAIN = `Marlowe Robotics has raised =C2=A342 million in a Series B round led=\r
 by Ostler Capital.\r
`;

const MULTIPART = `${HEADER}Content-Type: multipart/mixed; boundary="outer"\r
\r
This is for programs that know no MIME.\r
--outer\r
Content-Type: multipart/alternative;\r
 boundary=inner\r
\r
--inner\r
Content-Type: text/plain; charset=utf-8\r
Content-Transfer-Encoding: quoted-printable\r
\r
${PLAIN}--inner\r
Content-Type: text/html; charset="utf-8"\r
Content-Transfer-Encoding: quoted-printable\r
\r
<html><body><p style=3D"color:red">Marlowe <b>Robotics</b> has raised =C2=A3=\r
42&nbsp;million in a Series=20B round.</p></body></html>\r
--inner--\r
--outer\r
Content-Type: text/plain; charset=utf-8; name="terms.txt"\r
Content-Disposition: attachment; filename*=utf-8''term%20sheet.txt\r
Content-Transfer-Encoding: base64\r
\r
${base64('Tallis GmbH raised €5 million from Fenwick Seed in a seed round that closed in the spring of last year.')}\r
--outer\r
Content-Type: image/png; name=logo.png\r
Content-Disposition: attachment\r
Content-Transfer-Encoding: base64\r
\r
iVBORw0KGgo=\r
--outer--\r
`;

describe('a mail of several parts', () => {
  it('is its subject and its richest body, and its attachments are documents of their own', async () => {
    const { documents, failures } = await open(MULTIPART);
    expect(failures).toEqual([]);
    expect(documents.map(({ name, format, text }) => [name, format, text])).toEqual([
      [
        'mail',
        'email',
        'Marlowe lands £42m for harvesters\n\nMarlowe Robotics has raised £42 million in a Series B round.\n',
      ],
      [
        'mail-term sheet',
        'text',
        'Tallis GmbH raised €5 million from Fenwick Seed in a seed round that closed in the spring of last year.',
      ],
    ]);
    expect(documents[0]?.meta).toEqual({
      title: 'Marlowe lands £42m for harvesters',
      published: '2025-03-11',
      publisher: 'The Northern Ledger',
      author: 'Ada Quill',
    });
    expect(documents[1]?.original.part).toBe('term sheet.txt');
  });

  it('leads back through markup and transfer encoding', async () => {
    const document = (await open(MULTIPART)).documents[0] ?? expect.fail();
    expect(written(document, MULTIPART, 'Robotics has raised £42 million in a Series B')).toBe(
      'Robotics has raised =C2=A342&nbsp;million in a Series=20B',
    );
    expect(written(document, MULTIPART, 'Marlowe lands')).toContain('=?utf-8?Q?Fwd:');
  });

  it('leads back into base64 by whole lines, also where a letter lies across two', async () => {
    const text = `${'ä'.repeat(50)} raised €42 million; ${'ö'.repeat(60)} end`;
    const lines = base64(text);
    const source = `${HEADER}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n`;
    const document = await opened(source);
    expect(document.text).toBe(`Marlowe lands £42m for harvesters\n\n${text}\n`);
    for (const word of ['raised €42 million', 'end', 'ä'.repeat(30), 'ö'.repeat(45)]) {
      const cut = Buffer.from(written(document, source, word), 'base64').toString();
      expect(cut).toContain(word);
    }
  });
});

describe('the body of a plain mail', () => {
  const mail = (body: string, subject = 'Round'): string =>
    `From: ada@ledger.example\nSubject: ${subject}\nMessage-ID: <1@x>\nDate: 11 Mar 2025 07:59 +0000\n\n${body}`;
  const LONG = 'Marlowe Robotics has raised 42 million pounds in a round that was led by';

  it.each([
    [
      'wrapped lines',
      `${LONG}\nOstler Capital.\n\nSecond.\n- item\n- item\n`,
      `${LONG} Ostler Capital.\nSecond.\n- item\n- item\n`,
    ],
    ['a signature', `Raised.\n-- \nAda Quill\nEditor\n`, 'Raised.\n'],
    ['a quoted mail', `Yes.\n\nOn Mon, 10 Mar 2025, Ben wrote:\n> They raised $9bn.\n> Really.\n`, 'Yes.\n'],
    [
      'a quoted mail whose opening is wrapped',
      `Yes.\n\nOn Mon, 10 Mar 2025 at 10:00, Ben Rook <ben@x.example>\nwrote:\n> They raised $9bn.\n`,
      'Yes.\n',
    ],
    [
      'the mail answered below',
      `Yes.\n\nFrom: Ben\nSent: Monday\nTo: Ada\nSubject: Re: They raised\n\nThey raised $9bn.\n`,
      'Yes.\n',
    ],
    [
      'a forwarded mail',
      `FYI\n\n---------- Forwarded message ---------\nFrom: Ben <b@x.example>\nDate: Mon\nSubject: Round\nTo: Ada\n\nThey raised $9bn.\n`,
      'FYI\nThey raised $9bn.\n',
    ],
  ])('%s', async (_, body, expected) => {
    expect((await opened(mail(body))).text).toBe(`Round\n\n${expected}`);
  });

  it('in a charset of its own leads back to its bytes', async () => {
    const source = [
      Buffer.from(
        'From: a@b.example\nSubject: Round\nMIME-Version: 1.0\nContent-Type: text/plain; charset=gb18030\n\n',
      ),
      Buffer.from('c8edd2f8bdabcff24f70656e4149cdb6d7ca343030d2dac3c0d4aaa1a3', 'hex'),
    ]
      .map((bytes) => bytes.toString('latin1'))
      .join('');
    const document = await opened(source);
    expect(document.text).toBe('Round\n\n软银将向OpenAI投资400亿美元。\n');
    expect(Buffer.from(written(document, source, '400亿美元'), 'latin1').toString('hex')).toBe(
      '343030d2dac3c0d4aa',
    );
  });

  it('of a page leaves out what it answers, unless the mail forwards it', async () => {
    const page = (subject: string) =>
      `From: a@b.example\nSubject: ${subject}\nMIME-Version: 1.0\nContent-Type: text/html\n\n<div>Yes, they did raise money this week, and quite a lot of it if you ask me, says everybody here in town.</div><div class="gmail_quote"><p>Marlowe raised $9bn.</p></div>`;
    expect((await opened(page('Re: x'))).text).not.toContain('$9bn');
    expect((await opened(page('Fwd: x'))).text).toContain('$9bn');
  });
});

describe('a mailbox', () => {
  const MAILBOX = `From ada@ledger.example Tue Mar 11 08:00:00 2025
From: ada@ledger.example
Subject: One
Date: 11 Mar 2025 07:59 +0000

Marlowe raised $42 million.
From here on it grows.

From ben@ledger.example Wed Mar 12 08:00:00 2025
From: ben@ledger.example
Subject: Two
Date: 12 Mar 2025 07:59 +0000

Tallis raised $5 million.
`;

  it('holds one document for each mail, with the bytes of the whole file', async () => {
    const { documents, failures } = await open(MAILBOX, 'box/in.mbox');
    expect(failures).toEqual([]);
    expect(documents.map(({ name, text, meta }) => [name, text, meta.published])).toEqual([
      ['in-1', 'One\n\nMarlowe raised $42 million.\nFrom here on it grows.\n', '2025-03-11'],
      ['in-2', 'Two\n\nTallis raised $5 million.\n', '2025-03-12'],
    ]);
    expect(written(documents[1] ?? expect.fail(), MAILBOX, 'Tallis raised $5 million')).toBe(
      'Tallis raised $5 million',
    );
  });
});

it.each([
  ['mails in mails', 'From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n'],
  ['boundaries', '--b\n'],
  ['fields', 'X-A: b\n'],
  ['soft breaks', '=\n'],
  ['encoded words', '=?utf-8?q?a?= '],
  ['letters', 'QUJD'],
  ['quotations', '> '],
  ['openings', 'On Monday someone, somewhere\n'],
])(
  'ten thousand %s take no time to speak of',
  async (_, piece) => {
    const head = 'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n';
    for (const source of [
      `${head}\n${piece.repeat(10_000)}`,
      `${head}Subject: ${piece.repeat(10_000)}`,
      piece.repeat(10_000),
    ]) {
      const read = await open(source);
      expect(read.documents.length + read.failures.length).toBeGreaterThan(0);
    }
  },
  5000,
);
