export { claimViewOf } from './claim-view.ts';
export { openFile } from './open-file.ts';
export {
  type DocumentMeta,
  figuresOf,
  type ReadDocument,
  readDocument,
  requirePublished,
} from './read-document.ts';
export { type ReadFile, readFile, readFileAt, readOpened } from './read-opened.ts';
export { reportOf } from './report-of.ts';
export { aboutSource } from './source-summary.ts';
