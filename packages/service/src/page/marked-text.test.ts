import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText } from './html.ts';
import { type Mark, markedText } from './marked-text.ts';

const mark = (number: number, start: number, end: number): Mark => ({
  span: [start, end],
  number,
  kind: 'mixed',
  anchor: `v${number}`,
});
const textOf = (markup: string): string =>
  markup.replace(/<sup>.*?<\/sup>|<\/?(p|mark|span)\b[^>]*>/g, '').replace(/\n$/, '');

describe('a text with places set off', () => {
  it('numbers each place and leads to what is said of it', () => {
    expect(markedText('It rose by 40.', [mark(1, 11, 13)]).markup).toBe(
      '<p dir="auto">It rose by <span id="p1"></span><mark class="mixed">40</mark><sup><a href="#v1">1</a></sup>.</p>\n',
    );
  });

  it('keeps places that overlap apart, and one that runs over a line in one piece', () => {
    const { markup } = markedText('one two\nthree', [mark(1, 0, 7), mark(2, 4, 13)]);
    expect(markup.match(/<sup>/g)).toHaveLength(2);
    expect(markup.match(/id="p\d"/g)).toEqual(['id="p1"', 'id="p2"']);
    expect(markup).toContain('<mark class="mixed">three</mark><sup><a href="#v2">2</a></sup></p>');
  });

  it('loses no word and adds none, wherever the places are', () => {
    const places = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 6 });
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => !/[\n\r]/.test(text));
    fc.assert(
      fc.property(line, places, (text, spans) => {
        const marks = spans.map(([a, b], index) => mark(index + 1, Math.min(a, b), Math.max(a, b)));
        // A place that cuts a sign in two shows both halves as signs of their own.
        const isCut = marks.some(({ span }) =>
          span.some((at) => /^[\udc00-\udfff]/.test(text.slice(at, at + 1))),
        );
        fc.pre(!isCut && text.trim() !== '');
        expect(textOf(markedText(text, marks).markup)).toBe(escapeText(text));
      }),
    );
  });
});
