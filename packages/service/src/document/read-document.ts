import { fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { claimId, type LedgerClaim } from '@tranche/ledger/claim';
import type { Source } from '@tranche/ledger/source';
import { acceptText, decodeDocument, MAX_DOCUMENT_BYTES } from '@tranche/reader/document';
import { type Figure, readReport } from '@tranche/reader/read';
import type { FileAccess } from '../ports/index.ts';

/** What is said about a document besides its text. What is given here wins over what the text says of itself. */
export interface DocumentMeta {
  readonly published?: PlainDate;
  readonly publisher?: string;
  readonly title?: string;
  readonly url?: string;
}

/** A document with what it says; stored nowhere yet. */
export interface ReadDocument {
  readonly source: Source;
  readonly claims: readonly LedgerClaim[];
  readonly figures: readonly Figure[];
}

/** Fails: TOO_LARGE, EMPTY_DOCUMENT, BINARY_FILE, BAD_ENCODING. */
export function readDocument(text: string, name: string, meta: DocumentMeta = {}): Result<ReadDocument> {
  const accepted = acceptText(text, name);
  if (!accepted.ok) return accepted;
  const { title, ...known } = meta;
  const read = readReport(accepted.value, { name, ...known });
  if (!read.ok) return read;
  const { claims, figures } = read.value;
  const source = title === undefined ? read.value.source : { ...read.value.source, title };
  return ok({
    source,
    claims: claims.map((claim) => ({ id: claimId(source.id, claim), sourceId: source.id, claim })),
    figures,
  });
}

/** A document in a file. Fails like `readDocument`, and as the file access does. */
export async function readDocumentFile(
  files: FileAccess,
  path: string,
  meta: DocumentMeta = {},
): Promise<Result<ReadDocument>> {
  const bytes = await files.read(path, MAX_DOCUMENT_BYTES);
  return bytes.ok ? readDocumentBytes(bytes.value, path, meta) : bytes;
}

/** A document as it came through a pipe or in a file; `path` is for messages, its last part without ending the name. */
export function readDocumentBytes(
  bytes: Uint8Array,
  path: string,
  meta: DocumentMeta = {},
): Result<ReadDocument> {
  const decoded = decodeDocument(bytes, path);
  return decoded.ok ? readDocument(decoded.value.text, nameOf(path), meta) : decoded;
}

/** A document enters the ledger, or is judged by it, from the day it was published. Fails: PUBLISHED_NEEDED. */
export function requirePublished(document: ReadDocument): Result<PlainDate> {
  const { published, name } = document.source;
  if (published !== undefined) return ok(published);
  return fail('PUBLISHED_NEEDED', name, 'the document does not say when it was published', {
    expected: 'its publication date: --published YYYY-MM-DD, or the field "published"',
  });
}

/** The sums of money in a stored text, claimed or not. */
export function figuresOf({ text, name, published }: Source): readonly Figure[] {
  const read = readReport(text, { name, ...(published === undefined ? {} : { published }) });
  return read.ok ? read.value.figures : [];
}

const nameOf = (path: string): string =>
  path
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/(?<=.)\.[^.]*$/, '') ?? path;
