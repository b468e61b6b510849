import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { type JobReader, type ReadJob, readJob } from '@tranche/service/batch';
import { startThread } from '@tranche/service/thread';
import { type AddDrafts, type Form, type RenderedJob, renderJob } from './render.ts';
import type { Order } from './worker.ts';

export interface Pool extends JobReader<RenderedJob> {
  /** Ends the reading, also of what is under way: nobody waits for it any more. */
  close(): Promise<void>;
}

/** Reads in this thread; only here can a language model be asked for more claims. */
export function inThisThread(forms: readonly Form[], addDrafts?: AddDrafts): Pool {
  let isClosed = false;
  return {
    atOnce: 1,
    read: async (jobs) => {
      const rendered: RenderedJob[] = [];
      for (const job of jobs) {
        if (isClosed) break;
        rendered.push(await renderJob(await readJob(job), forms, addDrafts));
        // Ctrl-C is heard between two reports only if the others get their turn.
        await setImmediate();
      }
      return rendered;
    },
    close: async () => {
      isClosed = true;
    },
  };
}

/**
 * Reads in so many threads. They are started when there is work for them: the first list is read here, and a single
 * report starts none. A thread that dies fails the jobs it had, with INTERNAL; another takes its place.
 */
export function workerPool(most: number, forms: readonly Form[]): Pool {
  const here = inThisThread(forms);
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const all = new Set<Worker>();
  let isFirst = true;
  let isClosed = false;

  const take = async (): Promise<Worker> => {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (all.size < most) {
      const worker = startWorker();
      all.add(worker);
      return worker;
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (worker: Worker): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(worker);
    else next(worker);
  };

  return {
    // One list more than there are threads, so that none waits for its next one.
    atOnce: most + 1,
    read: async (jobs) => {
      if (isFirst) {
        isFirst = false;
        return here.read(jobs);
      }
      const worker = await take();
      const answer = await ask(worker, { jobs, forms });
      if ('rendered' in answer) {
        giveBack(worker);
        return answer.rendered;
      }
      if (isClosed) return [];
      all.delete(worker);
      await worker.terminate();
      const next = waiting.shift();
      if (next !== undefined) next(await take());
      return jobs.map((job) => failed(job, answer.died));
    },
    close: async () => {
      isClosed = true;
      await here.close();
      await Promise.all([...all].map((worker) => worker.terminate()));
      all.clear();
    },
  };
}

type Answer = { readonly rendered: readonly RenderedJob[] } | { readonly died: string };

function ask(worker: Worker, order: Order): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (rendered: readonly RenderedJob[]): void => settle({ rendered });
    const onError = (error: Error): void => settle({ died: error.message });
    const onExit = (code: number): void => settle({ died: `it ended with ${code}` });
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    const jobs = order.jobs.map(ownBytes);
    worker.postMessage(
      { ...order, jobs },
      jobs.map(({ file }) => file.bytes.buffer as ArrayBuffer),
    );
  });
}

/** With bytes of its own: they move to the other thread, and a view would take the whole piece of the archive along. */
const ownBytes = (job: ReadJob): ReadJob => ({
  ...job,
  file: { ...job.file, bytes: job.file.bytes.slice() },
});

const failed = ({ input, archived }: ReadJob, message: string): RenderedJob => ({
  input,
  isArchived: archived !== undefined,
  documents: [],
  failures: [{ code: 'INTERNAL', path: input, message: `the thread that read this died: ${message}` }],
});

const startWorker = (): Worker => startThread(import.meta.url, './worker.ts', './read-worker.mjs');
