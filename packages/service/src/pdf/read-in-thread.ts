import type { Worker } from 'node:worker_threads';
import { type Failure, ok, type Result } from '@tranche/core/result';
import type { DocumentMeta } from '@tranche/reader/document';
import type { PdfPage } from '@tranche/reader/pdf';
import { startThread } from '../thread/index.ts';
import type { PdfNews } from './read-pages.ts';

/** How long one page may take, and all together. */
export interface PdfLimits {
  readonly pageMs: number;
  readonly totalMs: number;
}

export interface PdfRead {
  readonly pages: readonly PdfPage[];
  readonly problems: readonly Failure[];
  readonly meta: DocumentMeta;
  /** How many pages the file has. */
  readonly count: number;
}

/** The one thread that reads PDFs; a page can hold it up for ever, so it can be ended and another started. */
let thread: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a PDF in a thread of its own, after those before it. Where a page takes too long the pages before it are
 * there, and the problem says so. Fails: PDF_ENCRYPTED, PDF_DAMAGED.
 */
export function readInThread(bytes: Uint8Array, name: string, limits: PdfLimits): Promise<Result<PdfRead>> {
  const read = last.then(() => readNow(bytes, name, limits));
  last = read;
  return read;
}

function readNow(bytes: Uint8Array, name: string, limits: PdfLimits): Promise<Result<PdfRead>> {
  const worker = thread ?? startThread(import.meta.url, './worker.ts', './pdf-worker.mjs');
  thread = worker;
  const end = performance.now() + limits.totalMs;
  const pages: PdfPage[] = [];
  const problems: Failure[] = [];
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (read: Result<PdfRead>): void => {
      clearTimeout(timer);
      worker.off('message', hear).off('error', die).off('exit', die);
      // The process may end while the thread waits for another file.
      worker.unref();
      resolve(read);
    };
    const withProblem = (failure: Failure): void => {
      thread = undefined;
      void worker.terminate();
      const count = pages.length + problems.length;
      settle(ok({ pages, problems: [...problems, failure], meta: {}, count }));
    };
    const page = (): string => `${name}: page ${pages.length + problems.length + 1}`;
    const wait = (): void => {
      clearTimeout(timer);
      // Named when it is late: the page under way by then.
      const late = (): void => withProblem(tooSlow(page(), limits));
      timer = setTimeout(late, Math.max(0, Math.min(limits.pageMs, end - performance.now())));
    };
    const hear = (news: PdfNews): void => {
      wait();
      if (news.kind === 'page') pages.push(news.page);
      else if (news.kind === 'problem') problems.push(news.failure);
      else if (news.kind === 'refused') settle({ ok: false, failure: news.failure });
      else settle(ok({ pages, problems, meta: news.meta, count: news.pages }));
    };
    const die = (why: unknown): void => withProblem(died(page(), why));
    worker.on('message', hear).on('error', die).on('exit', die);
    worker.ref();
    const own = bytes.slice();
    worker.postMessage({ bytes: own, name }, [own.buffer]);
    wait();
  });
}

const tooSlow = (path: string, { pageMs, totalMs }: PdfLimits): Failure => ({
  code: 'PDF_TOO_SLOW',
  path,
  message: 'reading took too long; this page and those after it were left out',
  expected: `at most ${pageMs / 1000} seconds for a page and ${totalMs / 1000} for all; printing the file to a new PDF may help`,
});

const died = (path: string, why: unknown): Failure => ({
  code: 'PDF_DAMAGED',
  path,
  message: `the page cannot be read: ${why instanceof Error ? why.message : 'the engine ended'}`,
  expected: 'a page whose content is whole',
});
