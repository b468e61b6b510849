/** Larger documents are refused before they are read: no report is this long, and a dump that is should be split. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;
