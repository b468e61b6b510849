import { openDocuments } from '@tranche/reader/document';
import { describe, expect, it } from 'vitest';
import { bytesOfSpan } from './way-back.ts';

const open = (source: string, name = 'feed.xml') =>
  openDocuments({ bytes: new TextEncoder().encode(source), name });

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="a.xsl"?>
<rss version="2.0" xmlns:content="x" xmlns:dc="y"><channel>
<title>The Northern Ledger &amp; Post</title><link>https://ledger.example</link><language>en-GB</language>
<image><title>Logo</title><url>https://ledger.example/x.png</url></image>
<item><title><![CDATA[Marlowe lands £42m & more]]></title><link>https://ledger.example/1</link>
<dc:creator>Ada Quill</dc:creator><pubDate>Tue, 11 Mar 2025 07:30:00 GMT</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>Marlowe Robotics has raised <b>&pound;42&nbsp;million</b> in a Series B&#8239;round.</p><p>It was led by Ostler.</p>]]></content:encoded></item>
<item><title>Tallis &amp;amp; Co</title><guid>https://ledger.example/2</guid><pubDate>12 Mar 2025 07:30:00 GMT</pubDate>
<description>&lt;p&gt;Tallis raised &amp;euro;5 million.&lt;/p&gt;</description></item>
<item><enclosure url="a.mp3"/></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Blatt</title>
<entry><title type="html">Marlowe &amp;amp; Sohn</title><link rel="self" href="https://b.example/self"/><link rel="alternate" href="https://b.example/1?a=1&amp;b=2"/>
<published>2025-03-11T23:30:00-05:00</published><updated>2025-03-13T00:00:00Z</updated><author><name>Ben Rook</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Marlowe hat 42 Mio. Euro erhalten.</p></div></content></entry></feed>`;

const JSON_FEED = `{"version": "https://jsonfeed.org/version/1.1", "title": "Notes", "language": "en",
 "items": [{"id": "1", "url": "https:\\/\\/n.example\\/1", "title": "Marlowe \\u0026 Co", "date_published": "2025-03-11T07:30:00Z",
 "authors": [{"name": "Ada Quill"}], "content_html": "<p>Marlowe raised \\u00a342\\u00a0million in a \\"Series B\\" round.<\\/p>"},
 {"id": 2, "content_text": "Tallis raised $5 million.\\n\\nIn two parts."}]}`;

describe('a feed', () => {
  it('in RSS is a document for each item with words', async () => {
    const { documents, failures } = await open(RSS);
    expect(failures).toEqual([]);
    expect(documents.map(({ name, text }) => [name, text])).toEqual([
      [
        'feed-1',
        'Marlowe lands £42m & more\n\nMarlowe Robotics has raised £42 million in a Series B\u202fround.\nIt was led by Ostler.\n',
      ],
      ['feed-2', 'Tallis & Co\n\nTallis raised €5 million.\n'],
    ]);
    expect(documents.map(({ meta }) => meta)).toEqual([
      {
        title: 'Marlowe lands £42m & more',
        published: '2025-03-11',
        publisher: 'The Northern Ledger & Post',
        author: 'Ada Quill',
        language: 'en-GB',
        url: 'https://ledger.example/1',
      },
      {
        title: 'Tallis & Co',
        published: '2025-03-12',
        publisher: 'The Northern Ledger & Post',
        language: 'en-GB',
        url: 'https://ledger.example/2',
      },
    ]);
  });

  it('in Atom likewise', async () => {
    const { documents } = await open(ATOM, 'a.atom');
    expect(documents.map(({ name, text, meta }) => ({ name, text, meta }))).toEqual([
      {
        name: 'a-1',
        text: 'Marlowe & Sohn\n\nMarlowe hat 42 Mio. Euro erhalten.\n',
        meta: {
          title: 'Marlowe & Sohn',
          published: '2025-03-11',
          publisher: 'Blatt',
          author: 'Ben Rook',
          language: 'de',
          url: 'https://b.example/1?a=1&b=2',
        },
      },
    ]);
  });

  it('in JSON likewise', async () => {
    const { documents, failures } = await open(JSON_FEED, 'n.json');
    expect(failures).toEqual([]);
    expect(documents.map(({ name, text, meta }) => ({ name, text, meta }))).toEqual([
      {
        name: 'n-1',
        text: 'Marlowe & Co\n\nMarlowe raised £42 million in a "Series B" round.\n',
        meta: {
          title: 'Marlowe & Co',
          published: '2025-03-11',
          publisher: 'Notes',
          author: 'Ada Quill',
          language: 'en',
          url: 'https://n.example/1',
        },
      },
      {
        name: 'n-2',
        text: 'Tallis raised $5 million.\nIn two parts.\n',
        meta: { publisher: 'Notes', language: 'en' },
      },
    ]);
  });

  it.each([
    [RSS, 0, 'has raised £42 million in', 'has raised &pound;42&nbsp;million in'],
    [RSS, 1, 'Tallis raised €5 million', 'Tallis raised &amp;euro;5 million'],
    [RSS, 1, 'Tallis & Co', 'Tallis &amp;amp; Co'],
    [ATOM, 0, '42 Mio. Euro', '42 Mio. Euro'],
    [JSON_FEED, 0, 'raised £42 million in a "Series', 'raised \\u00a342\\u00a0million in a \\"Series'],
    [JSON_FEED, 1, '$5 million', '$5 million'],
  ])('leads back to its bytes (%#)', async (source, index, quote, written) => {
    const { documents } = await open(source);
    const document = documents[index] ?? expect.fail();
    const start = document.text.indexOf(quote);
    expect(bytesOfSpan(document, new TextEncoder().encode(source), start, start + quote.length)).toBe(
      written,
    );
  });

  it('without items is refused as one', async () => {
    for (const source of [
      '<rss><channel><title>x</title></channel></rss>',
      '<?xml version="1.0"?><a>b</a>',
    ]) {
      expect((await open(source)).failures).toMatchObject([{ code: 'NO_ITEMS', path: 'feed.xml' }]);
    }
  });

  it.each([
    '<item>',
    '<item><title>x',
    '<![CDATA[',
    '<!--',
    '<a b="',
    '&amp;',
    '</item>',
    '<entry/>',
    '{"a":',
    '[',
  ])(
    'a hundred thousand %j take no time to speak of',
    async (piece) => {
      for (const head of [
        '<rss><channel><item><title>',
        '{"version":"https://jsonfeed.org/version/1","items":[',
      ]) {
        const opened = await open(`${head}${piece.repeat(100_000)}`);
        expect(opened.documents.length + opened.failures.length).toBeGreaterThan(0);
      }
    },
    5000,
  );
});
