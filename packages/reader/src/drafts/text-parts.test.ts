import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { textParts } from './text-parts.ts';

it('cuts between paragraphs, else between lines, else between words', () => {
  const cutAt = (text: string, limit: number) =>
    textParts(text, limit).map(({ start, end }) => text.slice(start, end));
  expect(cutAt('one two\n\nthree four\n\nfive', 13)).toEqual(['one two\n\n', 'three four\n\n', 'five']);
  expect(cutAt('one two\nthree four\nfive', 12)).toEqual(['one two\n', 'three four\n', 'five']);
  expect(cutAt('one two three', 9)).toEqual(['one two ', 'three']);
  expect(cutAt('onetwothree', 4)).toEqual(['onet', 'woth', 'ree']);
  expect(cutAt('', 4)).toEqual([]);
});

it('gives parts that are the text together, none above the limit, no character in two', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\n\n', '𝕏'), maxLength: 200 }),
      fc.integer({ min: 4, max: 60 }),
      (text, limit) => {
        const parts = textParts(text, limit);
        expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        for (const { start, end, number, of } of parts) {
          expect(end - start).toBeLessThanOrEqual(limit);
          expect(end).toBeGreaterThan(start);
          expect(of).toBe(parts.length);
          expect(parts[number - 1]?.start).toBe(start);
          expect(text.slice(start, end)).not.toMatch(/^[\udc00-\udfff]/);
        }
      },
    ),
  );
});
