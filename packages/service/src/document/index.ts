export { claimViewOf } from './claim-view.ts';
export {
  type DocumentMeta,
  figuresOf,
  type ReadDocument,
  readDocument,
  readDocumentBytes,
  readDocumentFile,
  requirePublished,
} from './read-document.ts';
export { sourceSummaryOf } from './source-summary.ts';
