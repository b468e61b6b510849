import { openDocuments } from '@tranche/reader/document';
import { expect, it } from 'vitest';
import { bytesOfSpan } from './way-back.ts';

const SOURCE = `---
title: "Marlowe Robotics raises £42m"
date: 2025-03-11
authors: [Ada Quill, Ben Rook]
link: https://ledger.example/marlowe
---
# Marlowe Robotics raises £42m

<!-- internal: not
for print -->
**Marlowe Robotics** has raised *£42&nbsp;million* in a Series\\_B round led by
[Ostler Capital](https://ostler.example/a_(b)), the company said.[^1]
![A machine](x.png) It is its 2nd round; profit was 3 * 4 of snake_case_name.

Who put in what
---------------
* Ostler Capital: £20m
+ Fenwick \`Seed\`: £5m
  over two years
1. First closing
   - nested item

> A quotation
> in two lines.

| Company | Amount | Lead |
|:--------|-------:|------|
| Marlowe | £42m   | [Ostler](https://o.example) |
| Tallis  |        | Fenwick |

\`\`\`js
const raised = '$9 billion';
\`\`\`

    indented code

Last line with a break  
and a new line. See <https://marlowe.example>.

[ref]: https://example.org "Title"
[^1]: A note.
`;

const bytes = new TextEncoder().encode(SOURCE);
const open = async () => {
  const { documents, failures } = await openDocuments({ bytes, name: 'notes/marlowe.md' });
  expect(failures).toEqual([]);
  return documents[0] ?? expect.fail('nothing was opened');
};

it('Markdown is read without its marks, code and addresses', async () => {
  const { name, format, text } = await open();
  expect([name, format]).toEqual(['marlowe', 'markdown']);
  expect(text).toBe(`Marlowe Robotics raises £42m

Marlowe Robotics has raised £42 million in a Series_B round led by Ostler Capital, the company said. It is its 2nd round; profit was 3 * 4 of snake_case_name.
Who put in what
- Ostler Capital: £20m
- Fenwick Seed: £5m over two years
1. First closing
- nested item
A quotation in two lines.
| Company | Amount | Lead |
| Marlowe | £42m | Ostler |
| Tallis | - | Fenwick |
Last line with a break
and a new line. See https://marlowe.example.
`);
});

it('its front matter says what it is', async () => {
  expect((await open()).meta).toEqual({
    title: 'Marlowe Robotics raises £42m',
    published: '2025-03-11',
    author: 'Ada Quill, Ben Rook',
    url: 'https://ledger.example/marlowe',
  });
});

it('a quote leads back to its bytes', async () => {
  const document = await open();
  const quote = 'Marlowe Robotics has raised £42 million';
  const start = document.text.indexOf(quote);
  expect(bytesOfSpan(document, bytes, start, start + quote.length)).toBe(
    'Marlowe Robotics has raised £42&nbsp;million',
  );
});

it.each([
  '[',
  '![',
  '`',
  '*',
  '<',
  '|',
  '> ',
  '- ',
  '---\n',
  '| - |\n',
  '    x\n',
  '[a](',
  '```\n',
  '\\',
  '_a',
])(
  'a hundred thousand %j take no time to speak of',
  async (piece) => {
    const opened = await openDocuments({
      bytes: new TextEncoder().encode(`Text.\n${piece.repeat(100_000)}`),
      name: 'bomb.md',
    });
    expect(opened.documents.length + opened.failures.length).toBe(1);
  },
  5000,
);
