export type { RankInvestors } from './bench.ts';
export type { CheckDates, ClaimQuestion, Evidence } from './check-claim.ts';
export { checkClaim } from './check-claim.ts';
export type { CheckedDocument, DocumentQuestion } from './check-document.ts';
export { checkDocument } from './check-document.ts';
export { sentenceOf } from './clause.ts';
export type { DocumentFigure } from './headline-unit.ts';
export type { CheckKind, Finding, Opinion, Verdict, VerdictKind } from './verdict.ts';
export { VERDICTS } from './verdict.ts';
