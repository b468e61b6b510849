import type { Failure } from '@tranche/core/result';
import {
  type ArchiveChunk,
  contentTypeOf,
  type Damage,
  httpResponseOf,
  placeText,
  type RecordPlace,
  type WarcEvent,
  type WarcRecord,
  warcWalker,
} from '@tranche/reader/archive';
import { MAX_FILE_BYTES } from '@tranche/reader/document';
import type { ByteInput } from './byte-input.ts';
import { gzipMembers } from './gzip-members.ts';

/** Records whose body is a document, or an HTTP response with one. */
const DOCUMENT_TYPES: ReadonlySet<string> = new Set(['response', 'conversion', 'resource']);

/** Media types that are opened; a record that names none is opened by how it begins. */
const OPENED =
  /^(?:text\/(?:html|plain|xml|markdown)|application\/(?:xhtml\+xml|pdf|x-pdf|xml|rss\+xml|atom\+xml|feed\+json)|message\/rfc822)$/;

/** Whether documents of this media type (in lower case, without parameters) are opened. */
export const isOpened = (mediaType: string): boolean => OPENED.test(mediaType);

/** A document in an archive, with its content encodings still to be undone. */
export interface ArchivedDocument {
  readonly place: RecordPlace;
  readonly url?: string;
  /** When it was fetched, as the archive writes it. */
  readonly retrieved?: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly charset?: string;
  readonly encodings: readonly string[];
}

export type ArchiveEvent =
  | { readonly kind: 'document'; readonly document: ArchivedDocument }
  /** A record that holds no document: a request, a redirect, a picture. */
  | { readonly kind: 'other' }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** Whether these first bytes begin a web archive that is not compressed. */
export const beginsArchive = (start: Uint8Array): boolean =>
  ['W', 'A', 'R', 'C', '/'].every((letter, index) => start[index] === letter.charCodeAt(0));

/** Whether these first bytes begin a gzip file. */
export const beginsGzip = (start: Uint8Array): boolean => start[0] === 0x1f && start[1] === 0x8b;

/**
 * The documents of a web archive, compressed or not, in its order and as its bytes come: memory does not grow with it.
 * `path` is what the failures name. Damaged records are failures with number and place, and the reading goes on.
 */
export async function* readArchive(
  input: ByteInput,
  path: string,
  size?: number,
): AsyncGenerator<ArchiveEvent, void> {
  const isGzip = beginsGzip(await input.peek(2));
  const walker = warcWalker({
    types: DOCUMENT_TYPES,
    maxBodyBytes: MAX_FILE_BYTES,
    ...(size === undefined || isGzip ? {} : { size }),
  });
  for await (const chunk of isGzip ? gzipMembers(input) : plainChunks(input)) {
    for (const event of walker.push(chunk)) yield toEvent(event, path);
  }
  for (const event of walker.end()) yield toEvent(event, path);
}

async function* plainChunks(input: ByteInput): AsyncGenerator<ArchiveChunk, void> {
  for (let offset = input.offset; ; offset = input.offset) {
    const bytes = await input.take();
    if (bytes === undefined) return;
    yield { bytes, offset };
  }
}

function toEvent(event: WarcEvent, path: string): ArchiveEvent {
  if (event.kind === 'damage') return { kind: 'failure', failure: failureOf(event.damage, path) };
  const document = event.kind === 'record' ? documentOf(event.record) : undefined;
  return document === undefined ? { kind: 'other' } : { kind: 'document', document };
}

const failureOf = ({ code, place, message, expected }: Damage, path: string): Failure => ({
  code,
  path: `${path} ${placeText(place)}`,
  message,
  expected,
});

/** The document in a record; undefined when it holds none that can be opened. */
function documentOf({ type, url, date, contentType, body, place }: WarcRecord): ArchivedDocument | undefined {
  const about = {
    place,
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { retrieved: date }),
  };
  const response = type === 'response' ? httpResponseOf(body) : undefined;
  if (type === 'response' && response === undefined) return undefined;
  const { mediaType, charset } = response ?? contentTypeOf(contentType);
  if (mediaType !== undefined && !isOpened(mediaType)) return undefined;
  // 206 is a part of a document, and what is no success is a page about a failure.
  if (response !== undefined && (response.status < 200 || response.status > 299 || response.status === 206))
    return undefined;
  const bytes = response?.body ?? body;
  if (bytes.length === 0) return undefined;
  return {
    ...about,
    bytes,
    encodings: response?.encodings ?? [],
    ...(mediaType === undefined ? {} : { contentType: mediaType }),
    ...(charset === undefined ? {} : { charset }),
  };
}
