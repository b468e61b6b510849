export { type EvidenceBook, evidenceBook } from './evidence-book.ts';
export { type GraphView, graphView } from './graph-view.ts';
export { judgedEvidence } from './judged-evidence.ts';
export { statusOf, summaryOf } from './statement-summary.ts';
