import type { Attribution } from '@tranche/ledger/claim';

/** Words that say who vouches for a sentence, and words that hedge it. */
export interface AttributionKindWords {
  /** "People familiar with the matter". */
  readonly unnamedPeople: RegExp;
  /** "The company said". */
  readonly partyStatement: RegExp;
  readonly hedges: RegExp;
}

export function attributionIn(sentence: string, words: AttributionKindWords): Attribution | undefined {
  if (words.unnamedPeople.test(sentence)) return { kind: 'unnamed_people' };
  return words.partyStatement.test(sentence) ? { kind: 'party_statement' } : undefined;
}

/** The hedging words as written, in order, at most four. */
export function hedgesIn(clause: string, words: AttributionKindWords): string | undefined {
  const found = [...new Set([...clause.matchAll(words.hedges)].map((match) => match[0]))];
  return found.length === 0 ? undefined : found.slice(0, 4).join('; ');
}
