import { meets, type Pattern } from './pattern.ts';
import type { WordSet } from './word-set.ts';

/** Things that each look for one pattern, so that a sentence is tried only for those whose words stand in it. */
export class PatternSet<T extends { readonly pattern: Pattern }> {
  /** For every number, the items whose most telling clause holds it, as bits in the order of the items. */
  private readonly byNumber = new Map<number, Int32Array>();
  private readonly always: Int32Array;
  private readonly mask: Int32Array;
  /** The items in their order. */
  readonly all: readonly T[];

  constructor(all: readonly T[]) {
    this.all = all;
    const size = Math.ceil(all.length / 32);
    this.always = new Int32Array(size);
    this.mask = new Int32Array(size);
    all.forEach(({ pattern }, index) => {
      const key = pattern.needs[0];
      if (key === undefined) setBit(this.always, index);
      else for (const number of key) setBit(this.maskOf(number, size), index);
    });
  }

  /** The items that may fit a text with these words, in their order. */
  candidates(words: WordSet): T[] {
    const found: T[] = [];
    this.tryEach(words, (item) => {
      found.push(item);
      return false;
    });
    return found;
  }

  /** Some item may fit a text with these words. */
  mayFit(words: WordSet): boolean {
    return this.tryEach(words, () => true);
  }

  /** Offers the items that may fit, in their order, until one is taken. */
  private tryEach(words: WordSet, take: (item: T) => boolean): boolean {
    const mask = this.mask;
    mask.set(this.always);
    for (const number of words.present) {
      const more = this.byNumber.get(number);
      if (more === undefined) continue;
      for (let index = 0; index < mask.length; index += 1)
        mask[index] = (mask[index] as number) | (more[index] as number);
    }
    for (let word = 0; word < mask.length; word += 1) {
      for (let bits = mask[word] as number; bits !== 0; bits &= bits - 1) {
        const item = this.all[word * 32 + 31 - Math.clz32(bits & -bits)] as T;
        if (meets(words, item.pattern.needs) && take(item)) return true;
      }
    }
    return false;
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
