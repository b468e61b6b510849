import { type Failure, ok, type Result } from '@tranche/core/result';
import { MAX_FILE_BYTES, nameOfFile, tooLarge } from '@tranche/reader/document';
import {
  type ArchivedDocument,
  ByteInput,
  beginsArchive,
  beginsGzip,
  readArchive,
} from '../archive/index.ts';
import type { DocumentMeta } from '../document/index.ts';
import type { ByteStream, ByteStreams } from '../ports/index.ts';
import type { ReadJob } from './read-job.ts';

/** A document to read, what was refused before it could be, or a record without a document. */
export type JobEvent =
  | { readonly kind: 'job'; readonly job: ReadJob }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'other' };

/**
 * The documents that the inputs hold, one after the other as their bytes come: each file is one, a web archive holds
 * many. An input that cannot be opened is a failure, and the next one follows.
 */
export async function* jobsOf(
  inputs: readonly string[],
  streams: ByteStreams,
  meta: DocumentMeta,
): AsyncGenerator<JobEvent, void> {
  for (const input of inputs) {
    const opened = await streams.open(input);
    if (!opened.ok) {
      yield { kind: 'failure', failure: opened.failure };
      continue;
    }
    const bytes = new ByteInput(opened.value.bytes);
    try {
      yield* jobsIn(input, bytes, opened.value, meta);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      yield { kind: 'failure', failure: { code: 'FILE_UNREADABLE', path: input, message } };
    } finally {
      await bytes.close();
    }
  }
}

async function* jobsIn(
  input: string,
  bytes: ByteInput,
  { name = input, size, said }: ByteStream,
  meta: DocumentMeta,
): AsyncGenerator<JobEvent, void> {
  const start = await bytes.peek(5);
  if (said === undefined && (beginsArchive(start) || beginsGzip(start))) {
    for await (const event of readArchive(bytes, input, size)) {
      if (event.kind === 'document') yield { kind: 'job', job: jobOf(input, name, event.document, meta) };
      else yield event;
    }
    return;
  }
  const whole = await wholeFile(bytes, input, size);
  if (whole.ok) {
    const { url, encodings = [], ...about } = said ?? {};
    const file = { bytes: whole.value, name, ...about };
    yield {
      kind: 'job',
      job: { input, file, encodings, meta: url === undefined ? meta : { url, ...meta } },
    };
  } else yield { kind: 'failure', failure: whole.failure };
}

function jobOf(input: string, name: string, document: ArchivedDocument, meta: DocumentMeta): ReadJob {
  const { bytes, contentType, charset, encodings, ...archived } = document;
  return {
    input,
    file: {
      bytes,
      name: `${nameOfFile(name).replace(/\.warc$/i, '')}-${archived.place.record}`,
      ...(contentType === undefined ? {} : { contentType }),
      ...(charset === undefined ? {} : { charset }),
    },
    encodings,
    meta: { ...(archived.url === undefined ? {} : { url: archived.url }), ...meta },
    archived,
  };
}

/** Fails: TOO_LARGE, before more than that was read. */
async function wholeFile(
  input: ByteInput,
  path: string,
  size: number | undefined,
): Promise<Result<Uint8Array>> {
  if (size !== undefined && size > MAX_FILE_BYTES) return tooLarge(path, size, MAX_FILE_BYTES);
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (let chunk = await input.take(); chunk !== undefined; chunk = await input.take()) {
    total += chunk.length;
    if (total > MAX_FILE_BYTES) return tooLarge(path, total, MAX_FILE_BYTES);
    chunks.push(chunk);
  }
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return ok(only);
  const whole = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return ok(whole);
}
