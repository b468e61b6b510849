import { type OpenedDocument, openDocuments } from '@tranche/reader/document';
import { describe, expect, it } from 'vitest';
import { bytesOfSpan, strayRuns } from './way-back.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function opened(source: string, name = 'page.html'): Promise<OpenedDocument> {
  const bytes = utf8(source);
  const { documents, failures } = await openDocuments({ bytes, name });
  expect(failures).toEqual([]);
  const [document] = documents;
  if (document === undefined) throw new Error('nothing was opened');
  expect(strayRuns(document, bytes)).toEqual([]);
  return document;
}

const textOf = async (source: string): Promise<string> => (await opened(source)).text;

const NEWS = `<!DOCTYPE html>
<!--[if IE]><p>Please upgrade your browser.</p><![endif]-->
<html lang="en-GB" class="no-js has-sidebar">
<head>
<meta charset="utf-8">
<title>Marlowe Robotics lands &pound;42m to build harvest machines | The Northern Ledger</title>
<meta property="og:title" content="Marlowe Robotics lands &pound;42m to build harvest machines">
<meta property="og:site_name" content="The Northern Ledger">
<meta property="article:published_time" content="2025-03-11T07:30:00Z">
<link rel="canonical" href="https://ledger.example/marlowe-series-b">
<script type="application/ld+json">
{"@context":"https://schema.org","@graph":[
 {"@type":"Organization","@id":"#org","name":"The Northern Ledger"},
 {"@type":"NewsArticle","headline":"Marlowe Robotics lands £42m to build harvest machines",
  "datePublished":"2025-03-11T07:30:00+00:00","author":[{"@type":"Person","name":"Ada Quill"}],"publisher":{"@id":"#org"}}]}
</script>
<style>.a > .b { content: "</p>" }</style>
<script>if (a < b && c > d) document.write("<p>Not text: raised $9 billion</p>");</script>
</head>
<body class="single-post has-sidebar">
<a class="skip-link" href="#main">Skip to content</a>
<header class="site-header"><h1><a href="/">The Northern Ledger</a></h1>
<nav><ul><li><a href="/a">Markets</a></li><li><a href="/b">Companies</a></li></ul></nav></header>
<div id="cookie-banner"><p>We use cookies to improve your experience. By clicking accept you agree to our use of cookies on this site.</p><button>Accept</button></div>
<main>
<div class="grid">
<article class="story">
<header><h1>Marlowe Robotics lands <em>&pound;42m</em> to build harvest machines</h1>
<p class="byline">By <a href="/ada">Ada Quill</a></p><time datetime="2025-03-11">11 March 2025</time>
<div class="share-buttons"><a href="#">Share</a> <a href="#">Post</a></div></header>
<p>Marlowe Robotics has raised &pound;42&nbsp;million in a Series&nbsp;B round led by
   <a href="/tag/ostler">Ostler Capital</a>, the com&shy;pany said on Tuesday.</p>
<figure><img src="x.jpg" alt="A machine"><figcaption>A harvester at work in Kent.</figcaption></figure>
<div class="ad-slot"><p>Advertisement: open an account today and get 5% on your savings for a year, terms apply.</p></div>
<h2>Who put in what</h2>
<ul><li>Ostler Capital: &pound;20m</li><li><p>Fenwick Seed: £5m</p></li></ul>
<table><thead><tr><th>Company</th><th>Amount</th><th>Lead</th></tr></thead>
<tbody><tr><td>Marlowe</td><td>£42m</td><td>Ostler</td></tr><tr><td>Tallis</td><td></td><td>Fenwick</td></tr></tbody></table>
<p>The money will pay for a factory in Leeds.<br>It opens in 2026.</p>
<aside><h3>More on this</h3><p>Tallis raised $300 million last year from its old backers, our reporters found.</p></aside>
<div class="related-stories"><h3>Related</h3><p>Another company raised $10 million from Nobody Ventures in a round that closed in May.</p></div>
</article>
</div>
<section id="comments"><h2>3 comments</h2><p>I heard they really raised $100 million from somebody else, but what do I know about it.</p></section>
</main>
<footer><p>&copy; 2025 The Northern Ledger. All rights reserved. Registered in England.</p></footer>
</body></html>`;

describe('a page of news', () => {
  it('is its title, its paragraphs, captions, items and rows, and nothing around them', async () => {
    const { text } = await opened(NEWS);
    expect(text).toBe(`Marlowe Robotics lands £42m to build harvest machines

11 March 2025
Marlowe Robotics has raised £42 million in a Series B round led by Ostler Capital, the company said on Tuesday.
A harvester at work in Kent.
Who put in what
- Ostler Capital: £20m
- Fenwick Seed: £5m
| Company | Amount | Lead |
| Marlowe | £42m | Ostler |
| Tallis | - | Fenwick |
The money will pay for a factory in Leeds.
It opens in 2026.
`);
  });

  it('says of itself what its data say', async () => {
    const { meta } = await opened(NEWS);
    expect(meta).toEqual({
      title: 'Marlowe Robotics lands £42m to build harvest machines',
      published: '2025-03-11',
      publisher: 'The Northern Ledger',
      author: 'Ada Quill',
      language: 'en-GB',
      url: 'https://ledger.example/marlowe-series-b',
    });
  });

  it('leads from a quote back to its bytes, tags and soft hyphens between them left out', async () => {
    const document = await opened(NEWS);
    const quote = 'led by Ostler Capital, the company said';
    const start = document.text.indexOf(quote);
    const cut = bytesOfSpan(document, utf8(NEWS), start, start + quote.length);
    expect(cut.replace(/\s+/g, ' ')).toBe(quote);
    const sum = document.text.indexOf('£42 million');
    expect(bytesOfSpan(document, utf8(NEWS), sum, sum + 11)).toBe('&pound;42&nbsp;million');
  });
});

describe('markup that is not as it should be', () => {
  const long = 'Marlowe Robotics raised $42 million from Ostler Capital in a round that closed on Tuesday.';

  it.each([
    [
      'paragraphs and items that nobody closed',
      `<p>${long}<p>Second.<ul><li>One<li>Two</ul>End`,
      `${long}\nSecond.\n- One\n- Two\nEnd\n`,
    ],
    [
      'a stray "<"',
      `<p>${long} Profit was < $5m and margin <5%.</p>`,
      `${long} Profit was < $5m and margin <5%.\n`,
    ],
    ['">" in an attribute', `<p title="a > b" data-x='<p>'>${long}</p>`, `${long}\n`],
    ['a quote in an attribute that is never closed', `<p title="a>${long}</p><p>${long}</p>`, undefined],
    ['an end tag without a start', `</div></p><p>${long}</b></p></section>`, `${long}\n`],
    ['a comment with tags', `<p>${long}<!-- <p>not -- this > --> More.</p>`, `${long} More.\n`],
    ['an empty comment', `<!--><p>${long}</p><!--->`, `${long}\n`],
    ['a comment that never ends', `<p>${long}</p><!-- <p>no`, `${long}\n`],
    ['character data', `<p>${long}<![CDATA[ A < B. ]]></p>`, `${long} A < B.\n`],
    ['a script that never ends', `<p>${long}</p><script>var a = "<p>x</p>"`, `${long}\n`],
    ['upper case', `<P>${long}</P><SCRIPT>x</Script><DIV>Two</DIV>`, `${long}\nTwo\n`],
    ['a navigation that is never closed', `<div><nav><a>One</a></div><p>${long}</p>`, `${long}\n`],
    [
      'one form around the page',
      `<form><p>${long}</p>${`<p>${long}</p>`.repeat(120)}</form>`,
      `${long}\n`.repeat(121),
    ],
    ['a tag that is never ended', `<p>${long}</p><div class="x" <p>Two</p>`, `${long}\nTwo\n`],
    [
      'references without a semicolon',
      `<p>AT&amp T &copy2025 &pound5m R&D a&b &unknown; &#x20AC;5 &#8364;6 &ampere</p><p>${long}</p>`,
      `AT& T ©2025 £5m R&D a&b &unknown; €5 €6 &ere\n${long}\n`,
    ],
    ['preformatted text', `<pre>${long}\n\n  Second   line.\n</pre>`, `${long}\nSecond line.\n`],
    [
      'a table for the look of it',
      `<table><tr><td><p>${long} ${long} ${long}</p></td><td><p>${long}</p></td></tr></table>`,
      `${long} ${long} ${long}\n${long}\n`,
    ],
  ])('%s', async (_, source, expected) => {
    const text = await textOf(`<html><body>${source}`);
    if (expected === undefined) expect(text).toContain(long);
    else expect(text).toBe(expected);
  });

  it('is read from a page that marks nothing as the article', async () => {
    const text = await textOf(
      `<body><div id="top"><div><a href="/">Home</a> <a href="/x">Topics</a></div></div>
       <div id="c"><div class="x"><h1>Marlowe raises $42m</h1></div><div class="y">${`<p>${long}</p>`.repeat(4)}</div></div>
       <div id="r"><p><a href="/1">Somebody else raised $3 million in a seed round this week</a></p></div></body>`,
    );
    expect(text).toBe(`Marlowe raises $42m\n\n${`${long}\n`.repeat(4)}`);
  });

  it('takes in what is beside the article when there is nothing else', async () => {
    expect(await textOf(`<body><aside><p>${long} ${long}</p></aside></body>`)).toBe(`${long} ${long}\n`);
  });

  it.each([
    ['open tags', '<div>'],
    ['unclosed navigation', '<nav>'],
    ['forms', '<form>'],
    ['quotes', '<a b="'],
    ['single quotes', "<p a='"],
    ['comments', '<!--'],
    ['character data', '<![CDATA['],
    ['references', '&amp'],
    ['signs', '<'],
    ['end tags', '</div>'],
    ['items', '<li>'],
    ['cells', '<table><tr><td>'],
    ['articles', '<article><p>x'],
    ['classes', '<div class="a-a-a-a-a-a-a-a-">'],
    ['titles', '<title>'],
    ['links', '<a>x</a> '],
    ['blanks', ' \u00a0&nbsp;'],
    ['questions', '<?'],
  ])(
    'a hundred thousand %s take no time to speak of',
    async (_, piece) => {
      const bytes = utf8(`<html><p>${long}</p>${piece.repeat(100_000)}`);
      const { documents, failures } = await openDocuments({ bytes, name: 'bomb.html' });
      expect(documents.length + failures.length).toBe(1);
    },
    5000,
  );
});
