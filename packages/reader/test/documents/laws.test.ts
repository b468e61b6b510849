import { placesOf } from '@tranche/ledger/source';
import { openDocuments } from '@tranche/reader/document';
import { readReport } from '@tranche/reader/read';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfSpan, plain, strayRuns } from './way-back.ts';

const SAID = fc.constantFrom(
  'Marlowe raised',
  '$42 million',
  '&euro;5&nbsp;million',
  'Zürich',
  '软银将投资',
  '🚀',
  'com&shy;pany',
  'a &lt; b &amp c',
  '\u00a0',
  '\n\t ',
  '“so”',
  '&#8364;',
  '\u200b',
  'x\u00adx',
);
const OPENED = fc.constantFrom(
  '<p>',
  '<div class="a">',
  '<b>',
  '<li>',
  '<td>',
  '<h2>',
  '<a href="x>y">',
  '<br>',
  '<table><tr>',
  '<!-- c -->',
  '<script>x<y</script>',
  '<nav>n</nav>',
  '</p>',
  '</div>',
  '</table>',
  '<pre>',
  '<',
  '<blockquote>',
  '<article>',
  '<![CDATA[',
);
const MARKUP = fc
  .array(fc.oneof({ weight: 2, arbitrary: SAID }, OPENED), { maxLength: 60 })
  .map((parts) => parts.join(''));
const MARKS = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: SAID },
      fc.constantFrom(
        '\n\n',
        '\n',
        '# ',
        '- ',
        '> ',
        '**',
        '_',
        '`',
        '[',
        '](x)',
        '| ',
        ' |\n|---|\n',
        '![a](b)',
        '\\*',
        '    ',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('whatever a page or a Markdown text is made of', () => {
  it.each([
    ['page.html', MARKUP.map((markup) => `<html><body>${markup}`)],
    ['text.md', MARKS],
    ['text.txt', SAID],
  ] as const)('each run of its text is what its bytes say (%s)', async (name, sources) => {
    await fc.assert(
      fc.asyncProperty(sources, async (source) => {
        const bytes = utf8(source);
        const { documents } = await openDocuments({ bytes, name });
        for (const document of documents) expect(strayRuns(document, bytes)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('in UTF-16 as well', async () => {
    await fc.assert(
      fc.asyncProperty(MARKUP, async (markup) => {
        const bytes = new Uint8Array(Buffer.from(`\ufeff<html><body>${markup}`, 'utf16le'));
        const { documents } = await openDocuments({ bytes, name: 'page.html' });
        for (const document of documents) expect(strayRuns(document, bytes)).toEqual([]);
      }),
    );
  });
});

describe('the quote of a claim', () => {
  it('cut from the bytes of its page is the quote, up to white space and references', async () => {
    const sentence = fc.tuple(
      fc.constantFrom('Marlowe Robotics', 'Tallis&nbsp;AI', 'Fen<b>nick</b> Labs'),
      fc.constantFrom('&euro;42 million', '$5&nbsp;million', '£<i>7</i> million', '¥300\n million'),
      fc.constantFrom('Ostler Capital', 'Brightmoor&#x20;Partners'),
      fc.constantFrom(' ', '\n  ', '&nbsp;'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 4 }), async (sentences) => {
        const source = `<html><body><nav>Menu</nav>${sentences
          .map(
            ([who, sum, lead, blank]) =>
              `<p>${who} has raised ${sum} in a Series A round${blank}led by <a href="#">${lead}</a>.</p>`,
          )
          .join('')}`;
        const bytes = utf8(source);
        const { documents } = await openDocuments({ bytes, name: 'page.html' });
        const document = documents[0] ?? expect.fail('nothing was opened');
        const read = readReport(document.text, { name: 'page' });
        const claims = read.ok ? read.value.claims : [];
        expect(claims.length).toBeGreaterThan(0);
        for (const {
          quote,
          quote_span: [start, end],
        } of claims) {
          expect(plain(bytesOfSpan(document, bytes, start, end))).toBe(plain(quote));
        }
      }),
      { numRuns: 50 },
    );
  });
});

const STARTS = [
  '',
  '<html>',
  '%PDF-',
  'From a@b Tue Mar 11 08:00:00 2025\nX: y\n',
  'From: a\nMIME-Version: 1.0\nSubject: x\n',
  '<rss>',
  '{"version":"https://jsonfeed.org/version/1","items":[',
  '---\n',
  '\ufeff',
  '<?xml version="1.0" encoding="big5"?>',
];

describe('bytes of any kind', () => {
  it.each(['a.html', 'a.md', 'a.eml', 'a.mbox', 'a.xml', 'a.txt', 'a'])(
    'are opened or refused as %s, and never break',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...STARTS),
          fc.oneof(
            fc.uint8Array({ maxLength: 300 }),
            fc.string({ unit: 'binary', maxLength: 200 }).map(utf8),
          ),
          async (start, rest) => {
            const bytes = new Uint8Array([...utf8(start), ...rest]);
            const { documents, failures } = await openDocuments({ bytes, name });
            expect(documents.length + failures.length).toBeGreaterThan(0);
            for (const { original, text } of documents)
              expect(placesOf(original, [0, text.length])).toBeDefined();
          },
        ),
        { numRuns: 200 },
      );
    },
  );
});
