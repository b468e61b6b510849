/** One statement as people grouped it and as the rule did; an absent group is a group of its own. */
export interface GroupedItem {
  readonly label: string;
  readonly group: string | undefined;
  readonly text: string;
}

export interface PairwiseScore {
  readonly truePairs: number;
  readonly foundPairs: number;
  readonly rightPairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * How well a grouping agrees with labels, over all pairs of statements from different texts: precision is the
 * share of joined pairs that have one label, recall the share of pairs with one label that are joined.
 * Fractions of 1; with no pair to find and none found, 1.
 */
export function pairwiseScore(items: readonly GroupedItem[]): PairwiseScore {
  let truePairs = 0;
  let foundPairs = 0;
  let rightPairs = 0;
  for (const [index, one] of items.entries()) {
    for (const other of items.slice(index + 1)) {
      if (one.text === other.text) continue;
      const isTrue = one.label === other.label;
      const isFound = one.group !== undefined && one.group === other.group;
      if (isTrue) truePairs += 1;
      if (isFound) foundPairs += 1;
      if (isTrue && isFound) rightPairs += 1;
    }
  }
  const precision = foundPairs === 0 ? 1 : rightPairs / foundPairs;
  const recall = truePairs === 0 ? 1 : rightPairs / truePairs;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { truePairs, foundPairs, rightPairs, precision, recall, f1 };
}
