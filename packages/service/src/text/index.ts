export {
  acceptText,
  decodeDocument,
  MAX_DOCUMENT_BYTES,
  MAX_FILE_BYTES,
  tooLarge,
} from '@tranche/reader/document';
