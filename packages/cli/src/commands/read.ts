import { ok } from '@tranche/core/result';
import { withDrafts } from '@tranche/service/drafts';
import { type Command, InvalidArgumentError } from 'commander';
import { type DraftsOption, draftModelOf } from '../draft-model/index.ts';
import { type Context, day, type ExitStatus, refuse, withJson } from './context.ts';
import { type BatchOptions, onePage, readBatch } from './read-batch.ts';
import { readErrors } from './read-errors.ts';
import { inputsOf } from './read-input.ts';

const MOST_WORKERS = 64;

interface ReadOptions extends BatchOptions, DraftsOption {
  readonly gold?: string;
}

export function addRead(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  withJson(
    program
      .command('read')
      .summary('read reports: their claims, each with its quote')
      .description(
        'Reads reports and prints what they claim: type, what is said, status and the exact quote.\n' +
          'A report is a text, a page (HTML), a PDF, Markdown, a mail or a feed; a web archive (WARC) holds many of them.\n' +
          'Named are files, folders, patterns such as "reports/*.txt", or - for the standard input.',
      )
      .argument('[report...]', 'files, folders, patterns, or -')
      .option('--published <date>', 'the day the report was published, when it does not say so itself', day)
      .option('--publisher <name>', 'who published it, such as "regulatory filing" or "blog"')
      .option('--out <folder>', 'write one <name>.json per report into this folder')
      .option(
        '--url <address>',
        'fetch this page, if its site lets programs read it; may be given again',
        another,
      )
      .option('--workers <n>', 'read with so many threads (default: one for each core)', threads)
      .option('--html <file>', 'of one report: write its text with the claims marked, as one page')
      .option('--drafts', 'also claims that a language model drafts, where the text bears them out')
      .option('--gold <file>', 'hold what is read against these annotations; --html: the page of errors'),
  )
    .addHelpText(
      'after',
      `
Examples:
  tranche read article.txt --published 2025-02-12        a table of its claims
  tranche read article.txt --json > claims.json          {"claims": [...], "source": {...}}
  tranche read article.txt --html article.html           its text with every claim marked, in one file
  tranche read reports/ --out claims/                    one claims/<name>.json per report
  tranche read reports/ --gold gold.json --html errors.html
  tranche read crawl.warc.gz --json > claims.jsonl       one line per document, as they are read
  tranche read --url https://example.org/news/deal       a page from the web
  cat article.txt | tranche read - --published 2025-02-12

Several reports with --json and without --out are printed as JSON lines, one {"name", "claims"} each; those of an
archive have their "url", the time they were "retrieved" and their "place" in the archive as well.
A report that cannot be read is listed on the error output and the others are read all the same.
Exit status: 0 when every report was read, 2 when one was refused.`,
    )
    .action(async (paths: string[], options: ReadOptions) => done(await read(context, paths, options)));
}

async function read(context: Context, paths: readonly string[], options: ReadOptions): Promise<ExitStatus> {
  const model = draftModelOf(options, context.io.environment);
  if (!model.ok) return refuse(context, model.failure);
  const urls = options.url ?? [];
  const inputs = paths.length === 0 && urls.length > 0 ? ok([]) : await inputsOf(context, paths);
  if (!inputs.ok) return refuse(context, inputs.failure);
  const { gold } = options;
  if (gold !== undefined && model.value !== undefined) {
    return refuse(context, {
      code: 'UNSUPPORTED_COMBINATION',
      path: 'drafts',
      message: 'annotations are held against what the rules read',
      expected: '--gold without --drafts',
    });
  }
  if (gold !== undefined) return readErrors(context, inputs.value, { ...options, gold });
  if (options.html !== undefined && (inputs.value.length + urls.length > 1 || options.out !== undefined)) {
    const refused = onePage();
    return refused.ok ? 0 : refuse(context, refused.failure);
  }
  const drafting = model.value;
  return readBatch(
    context,
    inputs.value,
    options,
    drafting === undefined ? undefined : (document, signal) => withDrafts(document, drafting, { signal }),
  );
}

/** For options that may be given several times. */
const another = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** For `--workers`. */
function threads(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_WORKERS) return count;
  throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST_WORKERS}.`);
}
