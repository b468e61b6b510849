import type { Failure } from '@tranche/core/result';
import type { DocumentMeta } from '../document/index.ts';
import type { ByteStreams } from '../ports/index.ts';
import { inOrder } from './in-order.ts';
import { type JobEvent, jobsOf } from './jobs-of.ts';
import type { ReadJob } from './read-job.ts';

/** Who reads jobs: this thread, or several. `T` is what they make of one. */
export interface JobReader<T> {
  /** How many lists of jobs may be under way at once. */
  readonly atOnce: number;
  /** What became of each job, in the order of the jobs. */
  read(jobs: readonly ReadJob[]): Promise<readonly T[]>;
}

export type BatchEvent<T> =
  | { readonly kind: 'read'; readonly result: T }
  | { readonly kind: 'failure'; readonly failure: Failure }
  /** Records of archives that hold no document. */
  | { readonly kind: 'others'; readonly count: number };

/** A list of jobs is sent on when it holds so many bytes or jobs: small documents would cost more to send than to read. */
const LIST_BYTES = 1024 * 1024;
const LIST_JOBS = 64;

/**
 * Reads everything the inputs hold, in their order, and gives each result as soon as those before it are there. The
 * same results come in the same order whoever reads them. Memory holds a few lists of jobs, however large the input.
 */
export async function* readAll<T>(
  inputs: readonly string[],
  streams: ByteStreams,
  meta: DocumentMeta,
  reader: JobReader<T>,
): AsyncGenerator<BatchEvent<T>, void> {
  const lists = listsOf(jobsOf(inputs, streams, meta));
  for await (const events of inOrder(lists, reader.atOnce, (list) => readList(list, reader))) yield* events;
}

async function* listsOf(events: AsyncIterable<JobEvent>): AsyncGenerator<readonly JobEvent[], void> {
  let list: JobEvent[] = [];
  let [bytes, jobs] = [0, 0];
  for await (const event of events) {
    list.push(event);
    if (event.kind === 'job') {
      bytes += event.job.file.bytes.length;
      jobs += 1;
    }
    if (bytes < LIST_BYTES && jobs < LIST_JOBS && list.length < 10 * LIST_JOBS) continue;
    yield list;
    list = [];
    [bytes, jobs] = [0, 0];
  }
  if (list.length > 0) yield list;
}

async function readList<T>(list: readonly JobEvent[], reader: JobReader<T>): Promise<BatchEvent<T>[]> {
  const jobs = list.flatMap((event) => (event.kind === 'job' ? [event.job] : []));
  const results = jobs.length === 0 ? [] : await reader.read(jobs);
  let next = 0;
  let others = 0;
  const events: BatchEvent<T>[] = [];
  for (const event of list) {
    if (event.kind === 'job') events.push({ kind: 'read', result: results[next++] as T });
    else if (event.kind === 'other') others += 1;
    else events.push(event);
  }
  if (others > 0) events.push({ kind: 'others', count: others });
  return events;
}
