import { createHash } from 'node:crypto';
import type { Failure } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { DocumentFormat, Original, Segments } from '@tranche/ledger/source';

/** What a document says of itself outside its text. */
export interface DocumentMeta {
  readonly title?: string;
  readonly published?: PlainDate;
  readonly publisher?: string;
  readonly author?: string;
  /** A language tag such as `en` or `pt-BR`. */
  readonly language?: string;
  readonly url?: string;
}

/** The text a reader of the document reads, and the way back from it to the bytes. Offsets are UTF-16 code units. */
export interface OpenedDocument {
  /** The file's name without folder and ending; with a number where the file holds several (`feed-3`). */
  readonly name: string;
  readonly format: DocumentFormat;
  readonly text: string;
  readonly meta: DocumentMeta;
  /** The encoding of its text by its WHATWG name, where it has one. */
  readonly encoding?: string;
  /** Worked out when it is first asked for. */
  readonly original: Original;
  /** What of this document could not be read; the rest was. */
  readonly problems: readonly Failure[];
}

/** A file as it came: `name` is for messages and, by its ending, a hint; what HTTP said of it is another. */
export interface DocumentFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly contentType?: string;
  readonly charset?: string;
}

/** The documents of a file, and what of the file is no document or could not be opened. */
export interface Opened {
  readonly documents: readonly OpenedDocument[];
  readonly failures: readonly Failure[];
}

/** Opens what a file carries inside: an attachment, the body of a record. */
export type OpenFile = (file: DocumentFile) => Promise<Opened>;

/** One format. */
export interface Opener {
  readonly format: DocumentFormat;
  /** By how the file begins: its first bytes, one character each (latin-1), without a byte order mark. */
  readonly beginsLike?: (start: string) => boolean;
  /** By the media type, in lower case and without parameters. */
  readonly types: RegExp;
  /** By the ending of the name, in lower case without its dot. */
  readonly endings: RegExp;
  readonly open: (file: DocumentFile, openInner: OpenFile) => Opened | Promise<Opened>;
}

export interface OriginalParts {
  readonly bytes: Uint8Array;
  readonly encoding?: string;
  readonly part?: string;
  /** Called once, when the way back is first asked for. */
  readonly segments: () => Segments;
}

/** A document whose way back is worked out only when it is asked for. */
export function openedDocument(
  document: Omit<OpenedDocument, 'original' | 'encoding'>,
  { bytes, encoding, part, segments }: OriginalParts,
): OpenedDocument {
  let original: Original | undefined;
  return {
    ...document,
    meta: bounded(document.meta),
    ...(encoding === undefined ? {} : { encoding }),
    get original() {
      original ??= {
        format: document.format,
        sha256: sha256Of(bytes),
        bytes: bytes.length,
        ...(encoding === undefined ? {} : { encoding }),
        ...(part === undefined ? {} : { part }),
        segments: segments(),
      };
      return original;
    },
  };
}

/** Summed once for a file that holds many documents. */
const sums = new WeakMap<Uint8Array, string>();

function sha256Of(bytes: Uint8Array): string {
  const before = sums.get(bytes);
  if (before !== undefined) return before;
  const sum = createHash('sha256').update(bytes).digest('hex');
  sums.set(bytes, sum);
  return sum;
}

/** The most characters of a field: what is longer is no title and no name. */
const LONGEST: Partial<Record<keyof DocumentMeta, number>> = {
  title: 500,
  publisher: 200,
  author: 500,
  language: 40,
  url: 2000,
};

const bounded = (meta: DocumentMeta): DocumentMeta =>
  Object.fromEntries(
    Object.entries(meta)
      .map(([field, value]) => [field, String(value).slice(0, LONGEST[field as keyof DocumentMeta])] as const)
      .filter(([field, value]) => value.trim().length > (field === 'language' ? 1 : 0)),
  );

/** The last part of a path without its ending. */
export const nameOfFile = (path: string): string =>
  path
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/(?<=.)\.[^.]*$/, '') ?? path;
