import { placesOf } from '@tranche/ledger/source';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type PdfItem, type PdfPage } from './index.ts';

/** Letters half as wide as high: 10 points high, 5 wide. */
const at = (text: string, left: number, top: number, fontSize = 10): PdfItem => ({
  text,
  box: [left, top, left + (text.length * fontSize) / 2, top + fontSize],
  fontSize,
});

/** Lines below each other, 12 points apart. */
const lines = (texts: readonly string[], left: number, top: number): PdfItem[] =>
  texts.map((text, index) => at(text, left, top + 12 * index));

const page = (items: readonly PdfItem[], number = 1): PdfPage => ({ number, width: 600, height: 800, items });

const textOf = (...pages: readonly (readonly PdfItem[])[]): string =>
  layOut(pages.map((items, index) => page(items, index + 1))).text;

const LEFT = [
  'Vessel, a robotics company, said on Monday that it',
  'has raised $15 million in a Series A round led by',
  'Harrow Capital. The valuation was $90 million and',
  'it was agreed last week.',
];
const RIGHT = [
  'Bellows Partners took part. The company will use',
  'the money to hire engineers and to open an office',
  'in another city next spring, it said.',
];

describe('the text of pages', () => {
  it('joins the lines of a paragraph and keeps paragraphs apart', () => {
    const indented = [
      at('Vessel was founded five years ago in a garage by', 70, 148),
      ...lines(['two engineers.'], 50, 160),
    ];
    expect(textOf([...lines(LEFT, 50, 100), ...indented])).toBe(
      `${LEFT.join(' ')}\n\nVessel was founded five years ago in a garage by two engineers.`,
    );
  });

  it('reads columns one after the other, with a headline above and a line across below', () => {
    const items = [
      at('Vessel raises $15 million', 50, 60, 24),
      ...lines(LEFT, 50, 100),
      ...lines(RIGHT, 320, 100),
      at(
        'A line as wide as the page ends both of the columns, and nothing of them comes after it, so we read on.',
        50,
        200,
      ),
    ];
    const expected = [
      'Vessel raises $15 million',
      LEFT.join(' '),
      RIGHT.join(' '),
      'A line as wide as the page ends both of the columns, and nothing of them comes after it, so we read on.',
    ].join('\n\n');
    expect(textOf(items)).toBe(expected);
    expect(textOf(items.toReversed())).toBe(expected);
  });

  it('goes on with a paragraph in the next column and on the next page', () => {
    const [one, other] = [
      LEFT.slice(0, 3),
      [
        'signed last week. Nobody else was told about this',
        'for a long time, and most of the staff read it in',
        'the newspaper.',
      ],
    ];
    expect(textOf([...lines(one, 50, 100), ...lines(other, 320, 100)])).toBe([...one, ...other].join(' '));
    expect(textOf(lines(LEFT.slice(0, 2), 50, 600), lines(LEFT.slice(2), 50, 100))).toBe(LEFT.join(' '));
  });

  it('writes a table as rows of cells, also where the cells stand close together', () => {
    const items = [
      ...[at('Investor', 50, 100), at('Amount', 150, 100), at('Share', 220, 100)],
      ...[at('Harrow Capital LLP', 50, 115), at('$10 million', 150, 115), at('11.1%', 220, 115)],
      ...[at('Bellows', 50, 130), at('$5 million', 150, 130), at('5.6%', 220, 130)],
    ];
    expect(textOf(items)).toBe(
      'Investor | Amount | Share\nHarrow Capital LLP | $10 million | 11.1%\nBellows | $5 million | 5.6%',
    );
  });

  it('makes words whole that a line end divided, and keeps hyphens that belong', () => {
    const hyphened = (first: string, second: string, rest = '') =>
      textOf(
        lines([`The company announced on Monday its new ${first}`, `${second} ${rest}`.trim()], 50, 100),
      );
    expect(hyphened('invest-', 'ment of ten million dollars.')).toContain('new investment of ten');
    expect(hyphened('post-', 'money valuation.')).toContain('new post-money valuation.');
    expect(hyphened('fund\u00ad', 'raising.')).toContain('new fundraising.');
    expect(hyphened('work-', 'shop, a work-shop.')).toContain('new work-shop, a work-shop.');
    expect(hyphened('Smith-', 'Jones took part.')).toContain('new Smith- Jones');
    expect(hyphened('10-', 'year plan.')).toContain('new 10-year plan.');
  });

  it('leaves out running titles and page numbers, and keeps a headline that stands alone', () => {
    const pages = [1, 2, 3].map((number) => [
      at('Quarterly review of private markets', 50, 20),
      ...lines(LEFT, 50, 100 + number),
      at(`Page ${number} of 3`, 280, 770),
    ]);
    expect(textOf(...pages)).toBe(LEFT.join(' ').concat('\n\n').repeat(3).trim());
    expect(textOf([at('Vessel raises $15 million', 50, 20), ...lines(LEFT, 50, 100)])).toContain('raises');
  });

  it('puts words together from parts, and apart at gaps', () => {
    const parts = [
      at('Ves', 50, 100),
      at('sel', 65, 100),
      at('has', 83, 100),
      at(' ', 98, 100),
      at('raised ', 103, 100),
    ];
    expect(textOf(parts)).toBe('Vessel has raised');
  });
});

describe('the way back', () => {
  it('leads from a quote to the boxes of its lines on their pages', () => {
    const pages = [page(lines(LEFT.slice(0, 2), 50, 700)), page(lines(LEFT.slice(2), 50, 100), 2)];
    const { text, segments } = layOut(pages);
    const quote = 'has raised $15 million in a Series A round led by Harrow Capital';
    const start = text.indexOf(quote);
    expect(placesOf({ segments }, [start, start + quote.length])).toEqual([
      { page: 1, box: [50, 712, 295, 722] },
      { page: 2, box: [50, 100, 120, 110] },
    ]);
  });

  it('holds every letter of the text once, in order, whatever stands on the page', () => {
    const item = fc
      .record({
        text: fc.string({
          unit: fc.constantFrom('a', 'B', '-', '.', ' ', '9', '\u00ad'),
          minLength: 1,
          maxLength: 30,
        }),
        left: fc.integer({ min: -50, max: 700 }),
        top: fc.integer({ min: -50, max: 900 }),
        size: fc.constantFrom(0.5, 8, 10, 24),
      })
      .map(({ text, left, top, size }) => at(text, left, top, size));
    fc.assert(
      fc.property(fc.array(fc.array(item, { maxLength: 30 }), { maxLength: 3 }), (items) => {
        const { text, segments } = layOut(items.map((of, index) => page(of, index + 1)));
        let position = 0;
        for (let run = 0; run < segments.runs.length; run += 7) {
          const [skipped = 0, units = 0] = segments.runs.slice(run, run + 2);
          expect(skipped).toBeGreaterThanOrEqual(0);
          expect(text.slice(position, position + skipped)).toMatch(/^[\s|]*$/);
          position += skipped + units;
        }
        expect(position).toBe(text.length);
      }),
    );
  });
});
