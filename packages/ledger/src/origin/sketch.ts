import { createHash } from 'node:crypto';
import { FEWEST_RUNS } from './same-story.ts';
import { runsOf, wordsOf } from './words.ts';

/**
 * MinHash (Broder, "On the resemblance and containment of documents", 1997) with bands (Leskovec, Rajaraman and
 * Ullman, "Mining of Massive Datasets", section 3.4): two texts that share a part `s` of their runs of words agree in
 * a band of three minima with probability `s³`, and in one of 40 bands with `1 - (1 - s³)⁴⁰`: 0.995 at one half,
 * 0.9999 at six tenths, 0.0003 at two hundredths.
 */
export const BANDS = 40;
const ROWS = 3;

/** Where a text is looked for among others. */
export interface Sketch {
  /** Equal for texts whose words are the same. */
  readonly words: string;
  /** One key a band. */
  readonly keys: Int32Array;
}

/** The sketch of a text; undefined when it has too few words to be compared. */
export function sketchOf(text: string): Sketch | undefined {
  const words = wordsOf(text);
  const runs = runsOf(words);
  if (runs.size < FEWEST_RUNS) return undefined;
  const minima = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const run of runs) {
    const hash = hashOf(run);
    for (let row = 0; row < minima.length; row += 1) {
      const value = Math.imul(hash ^ (SEEDS[row] as number), FACTORS[row] as number) >>> 0;
      if (value < (minima[row] as number)) minima[row] = value;
    }
  }
  const keys = new Int32Array(BANDS);
  for (let band = 0; band < BANDS; band += 1) {
    let key = band;
    for (let row = 0; row < ROWS; row += 1) key = mixed(key ^ (minima[band * ROWS + row] as number));
    keys[band] = key;
  }
  return { words: createHash('sha256').update(words.join(' ')).digest('base64'), keys };
}

/** The final steps of MurmurHash3 for 32 bits: a bijection, so that different runs stay different. */
function mixed(value: number): number {
  let z = value ^ (value >>> 16);
  z = Math.imul(z, 0x85ebca6b);
  z ^= z >>> 13;
  z = Math.imul(z, 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mixed(hash);
}

/** Each row orders the runs in its own way: a multiplication by an odd number permutes all hashes. */
const SEEDS = Uint32Array.from({ length: BANDS * ROWS }, (_, row) => mixed(Math.imul(row + 1, 0x9e3779b9)));
const FACTORS = SEEDS.map((seed) => mixed(seed) | 1);
