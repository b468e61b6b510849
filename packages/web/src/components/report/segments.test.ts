import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../api/types.ts';
import { linesOf, type Marked, segmentsOf } from './segments.ts';

/** Only the spans matter for where a text is cut. */
const mark = (id: string, quoteSpan: Span, spans: Readonly<Record<string, Span>> = {}): Marked => ({
  id,
  quoteSpan,
  spans,
  sign: id,
  name: id,
});

const TEXT = 'OpenAI is about to obtain 40 billion dollars. Part of it goes to Stargate.';

describe('marking a text', () => {
  it('sets an argument inside its quote and a note where the quote ends', () => {
    const quoteEnd = TEXT.indexOf('. Part');
    const amount = TEXT.indexOf('40');
    const claim = mark('c-1', [0, quoteEnd], { amount: [amount, amount + '40 billion dollars'.length] });
    expect(segmentsOf(TEXT, [0, TEXT.length], [claim])).toEqual([
      {
        start: 0,
        end: amount,
        text: 'OpenAI is about to obtain ',
        quotes: ['c-1'],
        fields: [],
        endingHere: [],
      },
      {
        start: amount,
        end: quoteEnd,
        text: '40 billion dollars',
        quotes: ['c-1'],
        fields: [{ claim: 'c-1', field: 'amount' }],
        endingHere: ['c-1'],
      },
      {
        start: quoteEnd,
        end: TEXT.length,
        text: TEXT.slice(quoteEnd),
        quotes: [],
        fields: [],
        endingHere: [],
      },
    ]);
  });

  it('gives a run to every quote that covers it when quotes overlap', () => {
    const segments = segmentsOf('abcdef', [0, 6], [mark('first', [0, 4]), mark('second', [2, 6])]);
    expect(segments.map(({ text, quotes, endingHere }) => [text, quotes, endingHere])).toEqual([
      ['ab', ['first'], []],
      ['cd', ['first', 'second'], ['first']],
      ['ef', ['second'], ['second']],
    ]);
  });

  it('marks an argument that stands outside its quote', () => {
    const segments = segmentsOf(
      'SoftBank pays. It pays 5.',
      [0, 14],
      [mark('c', [15, 25], { investor: [0, 8] })],
    );
    expect(segments[0]).toMatchObject({
      text: 'SoftBank',
      quotes: [],
      fields: [{ claim: 'c', field: 'investor' }],
    });
  });

  it('leaves an unmarked line whole, and an empty line without runs', () => {
    expect(segmentsOf('one\n\ntwo', [0, 3], [])).toMatchObject([{ text: 'one', quotes: [] }]);
    expect(segmentsOf('one\n\ntwo', [4, 4], [])).toEqual([]);
  });

  const unicodeText = fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '億', '🦊', 'é', '.'),
    maxLength: 60,
  });
  const textAndClaims = unicodeText.chain((text) => {
    const span = fc
      .tuple(fc.nat({ max: text.length + 5 }), fc.nat({ max: text.length + 5 }))
      .map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
    const claim = fc.record({
      quoteSpan: span,
      spans: fc.dictionary(fc.constantFrom('amount', 'leads[0]'), span),
    });
    return fc.tuple(
      fc.constant(text),
      fc
        .array(claim, { maxLength: 6 })
        .map((claims) => claims.map(({ quoteSpan, spans }, index) => mark(`c-${index}`, quoteSpan, spans))),
    );
  });

  it('never changes the text: the runs of all lines, joined, are the text again', () => {
    fc.assert(
      fc.property(textAndClaims, ([text, claims]) => {
        const lines = linesOf(text).map((line) =>
          segmentsOf(text, line, claims)
            .map((segment) => segment.text)
            .join(''),
        );
        expect(lines.join('\n')).toBe(text);
      }),
    );
  });

  it('marks exactly the characters a quote covers', () => {
    fc.assert(
      fc.property(textAndClaims, ([text, claims]) => {
        const segments = linesOf(text).flatMap((line) => segmentsOf(text, line, claims));
        for (const claim of claims) {
          for (const { start, end, quotes } of segments) {
            const [low, high] = claim.quoteSpan;
            expect(quotes.includes(claim.id)).toBe(low <= start && end <= high);
            expect(start >= high || end <= low || (low <= start && end <= high)).toBe(true);
          }
        }
      }),
    );
  });
});
