import type { Failure } from '@tranche/core/result';
import type { DocumentMeta, ReadDocument, ReadFile } from '../document/index.ts';
import type { ByteStreams } from '../ports/index.ts';
import { jobsOf } from './jobs-of.ts';
import { readJob } from './read-job.ts';

/** What a single input holds, read at once and in this thread. Fails: as opening and reading it do. */
export async function readOne(input: string, streams: ByteStreams, meta: DocumentMeta): Promise<ReadFile> {
  const documents: ReadDocument[] = [];
  const failures: Failure[] = [];
  for await (const event of jobsOf([input], streams, meta)) {
    if (event.kind === 'failure') failures.push(event.failure);
    if (event.kind !== 'job') continue;
    const read = await readJob(event.job);
    documents.push(...read.documents);
    failures.push(...read.failures);
  }
  return { documents, failures };
}
