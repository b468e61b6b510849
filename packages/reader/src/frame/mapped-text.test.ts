import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Edit, MappedText } from './mapped-text.ts';

/** Slow model: the origin of every single character. */
interface Model {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const modelOf = (text: string, offset: number): Model => ({
  text,
  from: [...text].map((_, index) => offset + index),
  to: [...text].map((_, index) => offset + index + 1),
});

function editedModel(model: Model, edits: readonly Edit[]): Model {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  const copy = (start: number, end: number): void => {
    text += model.text.slice(start, end);
    from.push(...model.from.slice(start, end));
    to.push(...model.to.slice(start, end));
  };
  let at = 0;
  for (const { start, end, put } of edits) {
    copy(at, start);
    text += put;
    for (let index = 0; index < put.length; index += 1) {
      from.push(model.from[start] ?? 0);
      to.push(model.to[end - 1] ?? 0);
    }
    at = end;
  }
  copy(at, model.text.length);
  return { text, from, to };
}

/** Edits in order and apart, none empty, over a text of that length. */
const editsOf = (length: number, places: readonly number[], puts: readonly string[]): Edit[] => {
  const cuts = [...new Set(places.map((place) => place % (length + 1)))].sort((one, other) => one - other);
  const edits: Edit[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 2) {
    edits.push({ start: cuts[index] ?? 0, end: cuts[index + 1] ?? 0, put: puts[index % puts.length] ?? '' });
  }
  return edits;
};

const rounds = fc.array(
  fc.record({
    places: fc.array(fc.nat(60), { maxLength: 8 }),
    puts: fc.array(fc.constantFrom('', 'x', 'yz', '\ue000'), { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 4 },
);

test('after any edits every character leads back to where a model that keeps each one says', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40, unit: 'grapheme-ascii' }),
      fc.nat(100),
      rounds,
      (text, offset, all) => {
        let mapped = MappedText.of(text, offset);
        let model = modelOf(text, offset);
        for (const { places, puts } of all) {
          const edits = editsOf(mapped.text.length, places, puts);
          mapped = mapped.edited(edits);
          model = editedModel(model, edits);
        }
        expect(mapped.text).toBe(model.text);
        for (let at = 0; at < model.text.length; at += 1) {
          expect(mapped.origin(at, at + 1)).toEqual([model.from[at], model.to[at]]);
        }
        if (model.text.length > 1)
          expect(mapped.origin(0, model.text.length)).toEqual([
            model.from[0],
            Math.max(model.from[0] ?? 0, model.to.at(-1) ?? 0),
          ]);
      },
    ),
  );
});

test('a match becomes what is put in its place, and stands behind it as a whole', () => {
  const mapped = MappedText.of('raised $40m today', 100).replace(/\$40m/g, () => 'A');
  expect(mapped.text).toBe('raised A today');
  expect(mapped.origin(7, 8)).toEqual([107, 111]);
  expect(mapped.origin(9, 14)).toEqual([112, 117]);
});
