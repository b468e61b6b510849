export { draftsLines } from './drafts-text.ts';
export { type DraftedDocument, type DraftOptions, withDrafts } from './with-drafts.ts';
