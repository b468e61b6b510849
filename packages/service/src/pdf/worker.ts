import { parentPort } from 'node:worker_threads';
import { readPages } from './read-pages.ts';

/** A PDF for the thread that reads them. */
export interface PdfOrder {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** The entry of that thread: reads one PDF after the other and tells what it finds as it finds it. */
parentPort?.on('message', ({ bytes, name }: PdfOrder) => {
  void readPages(bytes, name, (news) => parentPort?.postMessage(news));
});
