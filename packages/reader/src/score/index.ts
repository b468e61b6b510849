export { type ClaimOutcome, compareClaims, type FieldOutcome, type Outcome } from './compare.ts';
export type { WrittenClaim } from './facts.ts';
export { matchFacts } from './match.ts';
export { type Counts, type Score, type ScoredText, type Share, scoreTexts } from './score.ts';
