export { acceptText, type DecodedText, decodeDocument, tooLarge } from './decode.ts';
export { MAX_DOCUMENT_BYTES } from './limits.ts';
