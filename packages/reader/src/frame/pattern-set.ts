import { meets } from './needs.ts';
import type { Pattern } from './pattern.ts';
import type { WordSet } from './word-set.ts';

/** Things that each look for one pattern, so that a sentence is tried only for those whose words stand in it. */
export class PatternSet<T extends { readonly pattern: Pattern }> {
  private index: Index | undefined;

  constructor(readonly all: readonly T[]) {}

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
    this.index ??= indexOf(this.all);
    const { byNumber, always, mask } = this.index;
    mask.set(always);
    for (const number of words.present) {
      const more = byNumber[number];
      if (more !== undefined) for (let at = 0; at < more.length; at += 1) setBit(mask, more[at] as number);
    }
    for (let word = 0; word < mask.length; word += 1) {
      for (let bits = mask[word] as number; bits !== 0; bits &= bits - 1) {
        const item = this.all[word * 32 + 31 - Math.clz32(bits & -bits)] as T;
        if (meets(words, item.pattern.needs.need) && take(item)) return true;
      }
    }
    return false;
  }
}

/** Items as bits in their order. */
interface Index {
  /** For every number, the places of the items it is a key to. */
  readonly byNumber: readonly (Uint16Array | undefined)[];
  /** Items that need nothing. */
  readonly always: Int32Array;
  /** Room for the items of one text. */
  readonly mask: Int32Array;
}

function indexOf(all: readonly { readonly pattern: Pattern }[]): Index {
  const size = Math.ceil(all.length / 32);
  const places: (number[] | undefined)[] = [];
  const always = new Int32Array(size);
  all.forEach(({ pattern }, place) => {
    const { key } = pattern.needs;
    if (key === undefined) setBit(always, place);
    else for (const number of key) places[number] = [...(places[number] ?? []), place];
  });
  const byNumber = Array.from(places, (one) => (one === undefined ? undefined : Uint16Array.from(one)));
  return { byNumber, always, mask: new Int32Array(size) };
}

const setBit = (mask: Int32Array, index: number): void => {
  mask[index >> 5] = (mask[index >> 5] as number) | (1 << (index & 31));
};
