import { nameKey } from './normalise.ts';
import type { Party } from './party-book.ts';

/** Two parties that may be one, and why a person may want to judge it. */
export interface LikelyPair {
  readonly one: Party;
  readonly other: Party;
  readonly because: string;
}

/**
 * Pairs of parties that may be one, for a person to judge: shown, never acted on across deals. One name is the
 * beginning of the other, word by word, or both are the same letters set apart otherwise. Words without a capital
 * ("founders", "employees") name a group and nobody in it.
 * Takes time by the number of names and their words, not of their pairs.
 */
export function likelySamePairs(parties: readonly Party[]): readonly LikelyPair[] {
  const distinct = [...new Map(parties.map((party) => [party.id, party])).values()].filter(
    ({ name }) => name !== name.toLowerCase() || !/\p{Script=Latin}/u.test(name),
  );
  const byKey = new Map<string, Party[]>();
  const byLetters = new Map<string, Party[]>();
  for (const party of distinct) {
    const key = nameKey(party.name);
    push(byKey, key, party);
    push(byLetters, key.replace(/ /g, ''), party);
  }
  const pairs: LikelyPair[] = [];
  for (const other of distinct) {
    const key = nameKey(other.name);
    const words = key.split(' ');
    for (let count = 1; count < words.length; count += 1) {
      for (const one of byKey.get(words.slice(0, count).join(' ')) ?? []) {
        pairs.push({ one, other, because: `"${other.name}" begins with "${one.name}"` });
      }
    }
    for (const one of byLetters.get(key.replace(/ /g, '')) ?? []) {
      if (one.id < other.id) {
        pairs.push({ one, other, because: `"${one.name}" and "${other.name}" are the same letters` });
      }
    }
  }
  return pairs;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
