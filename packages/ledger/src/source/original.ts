/** The formats that a document comes in. A mailbox, a feed and an archive hold several documents. */
export const DOCUMENT_FORMATS = ['text', 'html', 'markdown', 'email', 'feed', 'pdf', 'warc'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/**
 * What a stored text was read from, and the way back: which bytes of the file, or which place on its pages,
 * each stretch of the text stands for. Text that was put in by the reading (a bullet, a bar between cells)
 * stands for nothing.
 */
export interface Original {
  readonly format: DocumentFormat;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
  /** How many bytes there are. */
  readonly bytes: number;
  /** The encoding of its text by its WHATWG name, where it has one. */
  readonly encoding?: string;
  /**
   * Which part of the file the hash, the size and the places count in, when it is not the file itself as it lies
   * on a disk: an attachment by its name, a record of a compressed archive by its address.
   */
  readonly part?: string;
  readonly segments: Segments;
}

export type Segments = ByteSegments | PageSegments;

/**
 * Runs of text in their order, four whole numbers a run: units of text left out since the last run, units of text
 * in this run, bytes from the end of the last run to the start of this one (negative where the text puts a later
 * part of the file first), and the bytes of one unit. A negative last number says that the run stands for so many
 * bytes as a whole (a line of base64) and cannot be cut.
 */
export interface ByteSegments {
  readonly in: 'bytes';
  readonly runs: readonly number[];
}

/**
 * Runs of text in their order, seven numbers a run: units of text left out since the last run, units of text in
 * this run, the page (from 1), and the box of the run on it: left, top, right, bottom in points of 1/72 inch from
 * the upper left corner of the page.
 */
export interface PageSegments {
  readonly in: 'pages';
  readonly runs: readonly number[];
}

/** Left, top, right, bottom in points from the upper left corner of the page. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

export type OriginalPlace =
  /** Half-open. */
  { readonly bytes: readonly [start: number, end: number] } | { readonly page: number; readonly box: Box };
