export type { Fact, WrittenClaim } from './facts.ts';
export { matchFacts } from './match.ts';
export { type Counts, type Score, type ScoredText, type Share, scoreTexts } from './score.ts';
