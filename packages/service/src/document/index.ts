export { claimViewOf } from './claim-view.ts';
export {
  type DocumentMeta,
  figuresOf,
  type ReadDocument,
  readDocument,
  requirePublished,
} from './read-document.ts';
export { type ReadFile, readFile, readFileAt, readOpened } from './read-opened.ts';
export { sourceSummaryOf } from './source-summary.ts';
