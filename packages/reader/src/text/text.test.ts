import { describe, expect, it } from 'vitest';
import { partsOfDocument, sentencesOf } from './index.ts';

const cut = (text: string) =>
  sentencesOf(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe('a document', () => {
  it('is split into headline, header and body', () => {
    const text = 'Mill raises $2m\nPublished: 2024-03-12\nPublisher: wire report\n\nMill has raised $2m.';
    const parts = partsOfDocument(text);
    expect(text.slice(parts.headline.start, parts.headline.end)).toBe('Mill raises $2m');
    expect(parts).toMatchObject({
      title: 'Mill raises $2m',
      published: '2024-03-12',
      publisher: 'wire report',
    });
    expect(parts.body.map((line) => text.slice(line.start, line.end))).toEqual(['Mill has raised $2m.']);
  });

  it('takes its date from a dateline when the header has none', () => {
    expect(partsOfDocument('News\n\nPARIS, 9 September 2025 - Mill has raised.').published).toBe(
      '2025-09-09',
    );
    expect(
      partsOfDocument('News\n\nMill, founded on 9 September 2025, has raised.').published,
    ).toBeUndefined();
  });

  it('without a headline is body from the start', () => {
    expect(partsOfDocument('Mill has raised $2m.')).toMatchObject({
      title: 'Mill has raised $2m.',
      headline: { end: 0 },
    });
  });

  it('knows rows, items and page furniture', () => {
    const text =
      'T\n\nAdvertisements\n| a | b |\n- one\n(ii) two\nREPLY NOW\nLeave A Reply\nShare this\nProse here';
    expect(partsOfDocument(text).body.map((line) => line.kind)).toEqual([
      'furniture',
      'row',
      'item',
      'item',
      'furniture',
      'furniture',
      'furniture',
      'prose',
    ]);
  });
});

describe('sentences', () => {
  it('end at full stops, and not at abbreviations, initials or decimals', () => {
    expect(
      cut('T. Rowe paid Rs. 5 crore to Mill Inc. in the U.S. last year. It rose 1.5%. "Done." Next'),
    ).toEqual([
      'T. Rowe paid Rs. 5 crore to Mill Inc. in the U.S. last year.',
      'It rose 1.5%.',
      '"Done."',
      'Next',
    ]);
  });

  it('are bounded, so that a text without full stops stays cheap', () => {
    const long = 'word '.repeat(20_000);
    expect(Math.max(...cut(long).map((one) => one.length))).toBeLessThanOrEqual(1200);
  });
});
