import { meets, type Pattern } from './pattern.ts';
import type { WordSet } from './word-set.ts';

/** Things that each look for one pattern, so that a sentence is tried only for those whose words stand in it. */
export class PatternSet<T extends { readonly pattern: Pattern }> {
  /** For every number, the items whose most telling clause holds it, as bits in the order of the items. */
  private readonly byNumber = new Map<number, Int32Array>();
  private readonly always: Int32Array;
  private readonly mask: Int32Array;

  constructor(private readonly items: readonly T[]) {
    const size = Math.ceil(items.length / 32);
    this.always = new Int32Array(size);
    this.mask = new Int32Array(size);
    items.forEach(({ pattern }, index) => {
      const key = pattern.needs[0];
      if (key === undefined) setBit(this.always, index);
      else for (const number of key) setBit(this.maskOf(number, size), index);
    });
  }

  /** The items that may fit a text with these words, in their order. The list is good until the next call. */
  candidates(words: WordSet): T[] {
    const { mask, items } = this;
    mask.set(this.always);
    for (const number of words.present) {
      const more = this.byNumber.get(number);
      if (more === undefined) continue;
      for (let index = 0; index < mask.length; index += 1)
        mask[index] = (mask[index] as number) | (more[index] as number);
    }
    const found: T[] = [];
    for (let word = 0; word < mask.length; word += 1) {
      for (let bits = mask[word] as number; bits !== 0; bits &= bits - 1) {
        const item = items[word * 32 + 31 - Math.clz32(bits & -bits)] as T;
        if (meets(words, item.pattern.needs)) found.push(item);
      }
    }
    return found;
  }

  private maskOf(number: number, size: number): Int32Array {
    const known = this.byNumber.get(number);
    if (known !== undefined) return known;
    const made = new Int32Array(size);
    this.byNumber.set(number, made);
    return made;
  }
}

const setBit = (mask: Int32Array, index: number): void => {
  mask[index >> 5] = (mask[index >> 5] as number) | (1 << (index & 31));
};
