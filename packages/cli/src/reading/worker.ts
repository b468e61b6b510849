import { parentPort } from 'node:worker_threads';
import { type ReadJob, readJob } from '@tranche/service/batch';
import { type Form, type RenderedJob, renderJob } from './render.ts';

/** A list of jobs for a worker thread, and what comes back for it. */
export interface Order {
  readonly jobs: readonly ReadJob[];
  readonly forms: readonly Form[];
}

/** The entry of a worker thread: reads one list of jobs after the other. */
parentPort?.on('message', ({ jobs, forms }: Order) => {
  void readJobs(jobs, forms).then((rendered) => parentPort?.postMessage(rendered));
});

async function readJobs(jobs: readonly ReadJob[], forms: readonly Form[]): Promise<RenderedJob[]> {
  const rendered: RenderedJob[] = [];
  for (const job of jobs) rendered.push(await renderJob(await readJob(job), forms));
  return rendered;
}
