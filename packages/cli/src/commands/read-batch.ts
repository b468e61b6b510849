import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Failure, fail, ok, type Result } from '@tranche/core/result';
import { readAll } from '@tranche/service/batch';
import type { ReadDocument } from '@tranche/service/document';
import type { ByteStreams } from '@tranche/service/ports';
import { interruptSignal, nodeStreams, writeWhole } from '../machine/index.ts';
import {
  type AddDrafts,
  type Form,
  inThisThread,
  type Rendered,
  type RenderedJob,
  workerPool,
} from '../reading/index.ts';
import { type Context, type ExitStatus, INTERRUPTED, refuse, urlStreamsOf } from './context.ts';
import { metaOf, type ReportOptions } from './read-input.ts';
import { tellDrafts } from './tell-drafts.ts';

export interface BatchOptions extends ReportOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly html?: string;
  readonly workers?: number;
  /** Addresses to fetch, read after the files. */
  readonly url?: readonly string[];
}

/**
 * Reads the inputs and writes what they claim as it comes, in their order. What is refused is listed and the others
 * are read. Ctrl-C ends it after the document that is being written, and waits for nothing else.
 */
export async function readBatch(
  context: Context,
  files: readonly string[],
  options: BatchOptions,
  addDrafts?: (document: ReadDocument, signal: AbortSignal) => ReturnType<AddDrafts>,
): Promise<ExitStatus> {
  const meta = metaOf(options);
  const urls = options.url ?? [];
  const inputs = [...files, ...urls];
  const batch = new Batch(context, options, inputs.length > 1 || options.out !== undefined);
  const workers = addDrafts === undefined ? (options.workers ?? availableParallelism()) : 1;
  const interrupt = interruptSignal();
  // A model may take minutes: Ctrl-C ends the asking too.
  const drafting: AddDrafts | undefined = addDrafts && ((document) => addDrafts(document, interrupt.signal));
  const pool = workers === 1 ? inThisThread(batch.forms, drafting) : workerPool(workers, batch.forms);
  const ofFiles = nodeStreams(context.io.stdin);
  const ofUrls = urlStreamsOf(context);
  const streams: ByteStreams = { open: (input) => (urls.includes(input) ? ofUrls : ofFiles).open(input) };
  try {
    for await (const event of interrupt.until(readAll(inputs, streams, meta, pool))) {
      if (event.kind === 'read') await batch.show(event.result);
      else if (event.kind === 'others') batch.others += event.count;
      else batch.refuse(event.failure);
      await context.io.settled?.();
    }
  } finally {
    interrupt.done();
    await pool.close();
  }
  const status = batch.close();
  return interrupt.signal.aborted ? INTERRUPTED : status;
}

class Batch {
  readonly forms: readonly Form[];
  others = 0;
  private read = 0;
  private refused = 0;
  private undated = 0;
  private isArchive = false;
  /** Names already written, with the input each came from. */
  private readonly names = new Map<string, string>();

  constructor(
    private readonly context: Context,
    private readonly options: BatchOptions,
    private several: boolean,
  ) {
    const { columns, colours } = context.io;
    const json: Form = { kind: 'json', isLine: several && options.out === undefined };
    if (options.html !== undefined) this.forms = [{ kind: 'page' }, json];
    else if (options.out !== undefined) this.forms = [{ kind: 'file' }];
    else this.forms = [options.json === true ? json : { kind: 'table', columns, colours }];
  }

  async show(job: RenderedJob): Promise<void> {
    this.isArchive ||= job.isArchived;
    this.several ||= job.isArchived || job.documents.length > 1;
    for (const document of job.documents) {
      tellDrafts(this.context, document.drafts);
      if (!document.isDated) this.noteUndated(job);
      const shown = await this.write(document, job.input);
      if (shown.ok) this.read += 1;
      else this.refuse(shown.failure);
    }
    for (const failure of job.failures) this.refuse(failure);
    this.context.io.progress?.(`${this.read} read, ${this.refused} refused, ${this.others} other records`);
  }

  refuse(failure: Failure): void {
    this.refused += 1;
    refuse(this.context, failure);
  }

  close(): ExitStatus {
    const { io } = this.context;
    io.progress?.('');
    if (this.several) {
      const refused = this.refused === 0 ? '' : `, ${this.refused} refused`;
      const others = this.others === 0 ? '' : `, ${this.others} other records`;
      io.err(`read ${this.read} of ${this.read + this.refused} reports${refused}${others}\n`);
    }
    if (this.isArchive && this.undated > 0)
      io.err(`tranche: ${this.undated} of them do not say when they were published\n`);
    return this.refused === 0 ? 0 : 2;
  }

  private async write({ name, texts }: Rendered, input: string): Promise<Result<unknown>> {
    const { io } = this.context;
    const { html, json, out } = this.options;
    const [text = '', asJson = ''] = texts;
    if (html !== undefined) {
      if (this.several) return onePage();
      const page = await writeWhole(html, text);
      if (page.ok && json === true) io.out(asJson);
      return page;
    }
    if (out === undefined) {
      io.out(text);
      return ok(name);
    }
    const other = this.names.get(name);
    if (other !== undefined)
      return fail('NAME_TAKEN', input, `${other} has the same name without its ending`);
    this.names.set(name, input);
    return writeWhole(join(out, `${name}.json`), text);
  }

  /** Once for each report; an archive holds too many for that. */
  private noteUndated({ input, isArchived }: RenderedJob): void {
    this.undated += 1;
    if (isArchived) return;
    this.context.io.err(
      `tranche: ${input} does not say when it was published; without --published YYYY-MM-DD words like "last October" stay undated\n`,
    );
  }
}

export const onePage = (): Result<never> =>
  fail('UNSUPPORTED_COMBINATION', 'html', 'a page holds one report', {
    expected: 'one report, without --out',
  });
