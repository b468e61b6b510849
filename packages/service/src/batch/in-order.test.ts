import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

async function* upTo(count: number, asked: number[] = []): AsyncGenerator<number> {
  for (let number = 0; number < count; number += 1) {
    asked.push(number);
    yield number;
  }
}

async function all<T>(things: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const thing of things) found.push(thing);
  return found;
}

/** Gives way to others so many times. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}

test('results come in the order of the things, however long each takes and however many are under way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 5 }), async (lengths, most) => {
      let underWay = 0;
      const work = async (index: number): Promise<number> => {
        underWay += 1;
        expect(underWay).toBeLessThanOrEqual(most);
        await turns(lengths[index] ?? 0);
        underWay -= 1;
        return index * 10;
      };
      expect(await all(inOrder(upTo(lengths.length), most, work))).toEqual(
        lengths.map((_, index) => index * 10),
      );
    }),
  );
});

test('nothing is asked for before there is room, and a reader that stops ends the asking', async () => {
  const asked: number[] = [];
  for await (const number of inOrder(upTo(100, asked), 3, async (one) => one)) if (number === 4) break;
  expect(asked.length).toBeLessThanOrEqual(4 + 3 + 1);
});

test('a failure of the work reaches the reader, at its place', async () => {
  const seen: number[] = [];
  const work = async (number: number): Promise<number> => {
    if (number === 2) throw new Error('broken');
    return number;
  };
  await expect(async () => {
    for await (const number of inOrder(upTo(5), 3, work)) seen.push(number);
  }).rejects.toThrow('broken');
  expect(seen).toEqual([0, 1]);
});
