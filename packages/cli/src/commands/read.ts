import { join } from 'node:path';
import { type Failure, fail, type Result } from '@tranche/core/result';
import type { ReadDocument } from '@tranche/service/document';
import { claimViewOf } from '@tranche/service/document';
import { readPage } from '@tranche/service/page';
import type { ClaimView } from '@tranche/service/views';
import type { Command } from 'commander';
import { writeWhole } from '../machine/index.ts';
import { stylesOf, table } from '../terminal/index.ts';
import { type Context, day, type ExitStatus, printJson, refuse, withJson } from './context.ts';
import { inputsOf, type ReportOptions, readInput } from './read-input.ts';

interface ReadOptions extends ReportOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly html?: string;
}

export function addRead(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  withJson(
    program
      .command('read')
      .summary('read reports: their claims, each with its quote')
      .description(
        'Reads reports and prints what they claim: type, what is said, status and the exact quote.\n' +
          'A report is a text file, a folder of them, a pattern such as "reports/*.txt", or - for the standard input.',
      )
      .argument('<report...>', 'files, folders, patterns, or -')
      .option('--published <date>', 'the day the report was published, when it does not say so itself', day)
      .option('--publisher <name>', 'who published it, such as "regulatory filing" or "blog"')
      .option('--out <folder>', 'write one <name>.json per report into this folder')
      .option('--html <file>', 'of one report: write its text with the claims marked, as one page'),
  )
    .addHelpText(
      'after',
      `
Examples:
  tranche read article.txt --published 2025-02-12        a table of its claims
  tranche read article.txt --json > claims.json          {"claims": [...]} with quotes and spans
  tranche read article.txt --html article.html           its text with every claim marked, in one file
  tranche read reports/ --out claims/                    one claims/<name>.json per report
  cat article.txt | tranche read - --published 2025-02-12

Several reports with --json and without --out are printed as JSON lines, one {"name", "claims"} each.
A report that cannot be read is listed on the error output and the others are read all the same.
Exit status: 0 when every report was read, 2 when one was refused.`,
    )
    .action(async (paths: string[], options: ReadOptions) => done(await read(context, paths, options)));
}

async function read(context: Context, paths: readonly string[], options: ReadOptions): Promise<ExitStatus> {
  const inputs = await inputsOf(context, paths);
  if (!inputs.ok) return refuse(context, inputs.failure);
  const several = inputs.value.length > 1 || options.out !== undefined;
  if (several && options.html !== undefined) {
    return refuse(context, {
      code: 'UNSUPPORTED_COMBINATION',
      path: 'html',
      message: 'a page holds one report',
      expected: 'one report, without --out',
    });
  }
  const names = new Map<string, string>();
  const failures: Failure[] = [];
  for (const input of inputs.value) {
    const document = await readInput(context, input, options);
    const shown = document.ok
      ? await show(context, document.value, input, options, { several, names })
      : document;
    if (!shown.ok) {
      failures.push(shown.failure);
      refuse(context, shown.failure);
    }
  }
  if (several) {
    const done = inputs.value.length - failures.length;
    context.io.err(
      `read ${done} of ${inputs.value.length} reports${failures.length === 0 ? '' : `, ${failures.length} refused`}\n`,
    );
  }
  return failures.length === 0 ? 0 : 2;
}

interface Batch {
  readonly several: boolean;
  /** Names already written, with the input each came from. */
  readonly names: Map<string, string>;
}

async function show(
  context: Context,
  document: ReadDocument,
  input: string,
  options: ReadOptions,
  { several, names }: Batch,
): Promise<Result<unknown>> {
  const claims = document.claims.map((claim) => claimViewOf(claim, {}));
  const { name } = document.source;
  if (document.source.published === undefined) askForDay(context, input);
  const content = { claims: claims.map(({ json }) => json) };
  if (options.html !== undefined) {
    const page = await writeWhole(options.html, readPage({ ...document.source, claims }));
    if (!page.ok || options.json !== true) return page;
  }
  if (options.out !== undefined) {
    const other = names.get(name);
    if (other !== undefined)
      return fail('NAME_TAKEN', input, `${other} has the same name without its ending`);
    names.set(name, input);
    return writeWhole(join(options.out, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
  }
  if (options.json !== true) printClaims(context, document, claims);
  else if (several) context.io.out(`${JSON.stringify({ name, ...content })}\n`);
  else printJson(context, content);
  return { ok: true, value: name };
}

function askForDay({ io }: Context, input: string): void {
  io.err(
    `tranche: ${input} does not say when it was published; without --published YYYY-MM-DD words like "last October" stay undated\n`,
  );
}

function printClaims({ io }: Context, { source }: ReadDocument, claims: readonly ClaimView[]): void {
  const styles = stylesOf(io.colours);
  const about = [source.published, source.publisher].filter((part) => part !== undefined).join(', ');
  io.out(`${styles.bold(source.title)}${about === '' ? '' : `\n${styles.dim(about)}`}\n\n`);
  if (claims.length === 0) {
    io.out('No claim about a financing was found.\n\n');
    return;
  }
  const rows = claims.map((claim) => [
    claim.type.replaceAll('_', ' '),
    `${claim.denied ? 'denied: ' : ''}${claim.summary}`,
    statusText(claim),
    `“${claim.quote}”`,
  ]);
  const columns = [
    { title: 'type' },
    { title: 'what is said', grows: true },
    { title: 'status', grows: true },
    { title: 'quote', grows: true },
  ];
  io.out(`${table(columns, rows, io.columns)}\n\n${claims.length} claims\n\n`);
}

/** With the hedge as written: "planned (reportedly)". */
const statusText = ({ status, hedge }: ClaimView): string =>
  [status?.replaceAll('_', ' ') ?? '', hedge === undefined ? '' : `(${hedge})`]
    .filter((part) => part !== '')
    .join(' ');
