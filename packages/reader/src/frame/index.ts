export { AUXILIARIES } from './auxiliaries.ts';
export { Gated } from './gated.ts';
export { meets } from './needs.ts';
export { isPassed, type PassedSentence, type ReadSentence } from './passed-sentence.ts';
export {
  compilePattern,
  type Macros,
  type Match,
  matchesOf,
  matchFrom,
  type Pattern,
} from './pattern.ts';
export { PatternSet } from './pattern-set.ts';
export { type Conversion, type FrameOptions, frameOf, type SentenceFrame } from './sentence-frame.ts';
export type { Skeleton } from './skeleton.ts';
export { type Standing, standingsIn } from './standing.ts';
export { type AmountToken, type AnaphorKind, type PartyRef, tokenChar, tokenIndex } from './tokens.ts';
export { askLater, MENTIONS, numberOfWord, WordSet } from './word-set.ts';
