import type { PartyMention } from '../party/index.ts';
import type { SentenceFrame } from './sentence-frame.ts';

/** A sentence no rule can find anything in: only the names in it count for what follows. */
export interface PassedSentence {
  readonly start: number;
  readonly end: number;
  readonly names: readonly PartyMention[];
}

export type ReadSentence = SentenceFrame | PassedSentence;

export const isPassed = (sentence: ReadSentence): sentence is PassedSentence => 'names' in sentence;
