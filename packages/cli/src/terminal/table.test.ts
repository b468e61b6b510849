import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraph, printable, table, widthOf, wrapped } from './index.ts';

const COLUMNS = [{ title: 'type' }, { title: 'what is said', grows: true }, { title: 'quote', grows: true }];
const ROWS = [
  [
    'round',
    'OpenAI round: USD 40bn; led by SoftBank',
    '“a forthcoming $40 billion investment from SoftBank”',
  ],
  ['fx', 'USD 40bn is put at CNY 290bn', '“大约二千九百亿元人民币”'],
];

describe('a table', () => {
  it('wraps its cells to the width, wide characters counted as two columns', () => {
    expect(table(COLUMNS, ROWS, 60)).toBe(
      [
        'TYPE   WHAT IS SAID               QUOTE',
        '─────  ─────────────────────────  ──────────────────────────',
        'round  OpenAI round: USD 40bn;    “a forthcoming $40 billion',
        '       led by SoftBank            investment from SoftBank”',
        'fx     USD 40bn is put at CNY     “大约二千九百亿元人民币”',
        '       290bn',
      ].join('\n'),
    );
  });

  it('becomes a list where columns would be too narrow to read', () => {
    expect(table(COLUMNS, ROWS.slice(0, 1), 40)).toBe(
      [
        'type          round',
        'what is said  OpenAI round: USD 40bn;',
        '              led by SoftBank',
        'quote         “a forthcoming $40 billion',
        '              investment from SoftBank”',
      ].join('\n'),
    );
  });

  it('never has a line longer than the terminal, and loses no letter', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 4 }),
        fc.integer({ min: 60, max: 140 }),
        (rows, width) => {
          const text = table(
            COLUMNS.map(({ title }) => ({ title, grows: true })),
            rows,
            width,
          );
          expect(text.split('\n').every((line) => widthOf(line) <= width)).toBe(true);
          const letters = (parts: string): string => [...printable(parts).replace(/\s/g, '')].sort().join('');
          const body = text.split('\n').slice(2);
          expect(letters(body.join(''))).toBe(letters(rows.flat().join('')));
        },
      ),
    );
  });

  it('shows nothing that would steer the terminal', () => {
    const shown = table([{ title: 'quote' }], [['red \u001b[31m and \u202e turned']], 60);
    expect(shown.split('\n').at(-1)).toBe('red [31m and turned');
  });
});

describe('a paragraph', () => {
  it('is wrapped after its mark and indent', () => {
    expect(paragraph('one two three four five six seven', 20, '  ', '- ')).toBe(
      '  - one two three four\n    five six seven',
    );
    expect(wrapped('', 10)).toEqual(['']);
    expect(wrapped('abcdefghijklmno', 6)).toEqual(['abcdef', 'ghijkl', 'mno']);
  });
});
