import type { Failure } from '@tranche/core/result';
import { placeText, type RecordPlace } from '@tranche/reader/archive';
import { type DocumentFile, MAX_FILE_BYTES } from '@tranche/reader/document';
import { undoEncodings } from '../archive/index.ts';
import { type DocumentMeta, type ReadDocument, readFile } from '../document/index.ts';

/** Where a document of an archive lies in it, and when the archive fetched it. */
export interface Archived {
  readonly place: RecordPlace;
  readonly url?: string;
  readonly retrieved?: string;
}

/** One file to be read, or one record of an archive. Plain data: it can be sent to another thread. */
export interface ReadJob {
  /** What was named: a path, an address, `-`. */
  readonly input: string;
  readonly file: DocumentFile;
  /** Content encodings still to be undone, in the order in which they were applied. */
  readonly encodings: readonly string[];
  readonly meta: DocumentMeta;
  readonly archived?: Archived;
}

/** What became of a job: documents, refusals, or both. */
export interface JobRead {
  readonly input: string;
  readonly documents: readonly ReadDocument[];
  readonly failures: readonly Failure[];
  readonly archived?: Archived;
}

/**
 * Reads one job. What goes wrong is a failure that names the input and, in an archive, the record: also a fault of the
 * program itself (INTERNAL), so that a batch goes on and says which document shows it.
 */
export async function readJob(job: ReadJob): Promise<JobRead> {
  const { input, archived } = job;
  const path = archived === undefined ? input : `${input} ${placeText(archived.place)}`;
  const done = (documents: readonly ReadDocument[], failures: readonly Failure[]): JobRead => ({
    input,
    documents,
    failures: archived === undefined ? failures : failures.map((failure) => ({ ...failure, path })),
    ...(archived === undefined ? {} : { archived }),
  });
  try {
    const body = undoEncodings(job.file.bytes, job.encodings, path, MAX_FILE_BYTES);
    if (!body.ok) return done([], [body.failure]);
    const { documents, failures } = await readFile({ ...job.file, bytes: body.value }, job.meta);
    return done(documents, failures);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return done(
      [],
      [{ code: 'INTERNAL', path, message: `a fault of tranche, not of the document: ${message}` }],
    );
  }
}
