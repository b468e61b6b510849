export { acceptText, tooLarge } from './accept-text.ts';
export { type Decoded, type DecodeSettings, decodeText } from './decode.ts';
export { MAX_DOCUMENT_BYTES, MAX_FILE_BYTES } from './limits.ts';
export { openDocuments, openerOf } from './open-documents.ts';
export {
  type DocumentFile,
  type DocumentMeta,
  nameOfFile,
  type Opened,
  type OpenedDocument,
  type Opener,
  type OpenFile,
  openedDocument,
} from './opened-document.ts';
export { decodeDocument } from './plain-text.ts';
export { RunList } from './run-list.ts';
