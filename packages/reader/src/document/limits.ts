/**
 * Longer texts are refused before they are read: no report is this long, and a dump that is should be split.
 * Also what keeps one request from holding the server for long.
 */
export const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;

/** Larger files are refused unopened: pages, mailboxes and scans are larger than the text in them. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
