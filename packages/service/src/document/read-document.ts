import { fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { claimId, type LedgerClaim } from '@tranche/ledger/claim';
import type { Source } from '@tranche/ledger/source';
import { acceptText } from '@tranche/reader/document';
import { type Figure, readReport } from '@tranche/reader/read';

/** What is said about a document besides its text. What is given here wins over what the text says of itself. */
export interface DocumentMeta {
  readonly published?: PlainDate;
  readonly publisher?: string;
  readonly title?: string;
  readonly author?: string;
  readonly language?: string;
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
  const read = readReport(accepted.value, { name, ...meta });
  if (!read.ok) return read;
  const { source, claims, figures } = read.value;
  return ok({
    source,
    claims: claims.map((claim) => ({ id: claimId(source.id, claim), sourceId: source.id, claim })),
    figures,
  });
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
