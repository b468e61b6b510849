import { type ScoredText, scoreTexts } from '@tranche/reader/score';

/** The bounds between which 95 of 100 figures lie when other texts of the same kind are drawn. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const DRAWS = 2000;

/**
 * The interval of the core F1, by drawing as many texts from the set, with replacement, over and over. It tells how
 * much the figure owes to the choice of texts; the same for the same texts. Undefined for fewer than two texts.
 */
export function coreInterval(texts: readonly ScoredText[]): Interval | undefined {
  if (texts.length < 2) return undefined;
  const counts = texts.map((one) => scoreTexts([one]).core);
  const random = seeded(texts.length);
  const figures = Array.from({ length: DRAWS }, () => {
    let [tp, fp, fn] = [0, 0, 0];
    for (let drawn = 0; drawn < counts.length; drawn += 1) {
      const one = counts[Math.floor(random() * counts.length)];
      tp += one?.tp ?? 0;
      fp += one?.fp ?? 0;
      fn += one?.fn ?? 0;
    }
    return tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn);
  }).sort((a, b) => a - b);
  const at = (share: number): number => figures[Math.round(share * (DRAWS - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** Chance that is the same everywhere. */
function seeded(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
