import { BANDS } from './sketch.ts';

const FIRST_SIZE = 1024;
const NONE = -1;

/** Which items have a band key in common. Chained hash table in typed arrays: 12 to 20 bytes a key. */
export class BandTable {
  private count = 0;
  private keys = new Int32Array(FIRST_SIZE * BANDS);
  private next = new Int32Array(FIRST_SIZE * BANDS);
  private heads = new Int32Array(FIRST_SIZE * BANDS).fill(NONE);

  /** Items are numbered as they come. */
  add(keys: Int32Array): number {
    if (this.count * BANDS === this.keys.length) this.grow();
    const item = this.count;
    this.count += 1;
    this.keys.set(keys, item * BANDS);
    for (let band = 0; band < BANDS; band += 1) this.link(item * BANDS + band);
    return item;
  }

  /** The items that agree in some band, in ascending order. */
  alike(keys: Int32Array): readonly number[] {
    const found = new Set<number>();
    for (let band = 0; band < BANDS; band += 1) {
      const key = keys[band] as number;
      for (
        let entry = this.heads[this.slot(key)] as number;
        entry !== NONE;
        entry = this.next[entry] as number
      ) {
        if (this.keys[entry] === key && entry % BANDS === band) found.add(Math.floor(entry / BANDS));
      }
    }
    return [...found].sort((one, other) => one - other);
  }

  private link(entry: number): void {
    const slot = this.slot(this.keys[entry] as number);
    this.next[entry] = this.heads[slot] as number;
    this.heads[slot] = entry;
  }

  private slot(key: number): number {
    return (key >>> 0) % this.heads.length;
  }

  private grow(): void {
    const entries = this.count * BANDS;
    const keys = new Int32Array(entries * 2);
    keys.set(this.keys);
    this.keys = keys;
    this.next = new Int32Array(entries * 2);
    this.heads = new Int32Array(entries * 2).fill(NONE);
    for (let entry = 0; entry < entries; entry += 1) this.link(entry);
  }
}
