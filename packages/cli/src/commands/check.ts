import { fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import { type ReadDocument, reportOf, requirePublished } from '@tranche/service/document';
import { memoryLog } from '@tranche/service/log';
import { checkPage, type Judged, judgedPlaces, type Place } from '@tranche/service/page';
import { claimReviewsOf, claimReviewText } from '@tranche/service/review';
import type { SourceView, VerdictView } from '@tranche/service/views';
import { logWorkspace, type Workspace } from '@tranche/service/workspace';
import type { Command } from 'commander';
import { type DraftsOption, draftModelOf } from '../draft-model/index.ts';
import { writeWhole } from '../machine/index.ts';
import { paragraph, type Styles, stylesOf } from '../terminal/index.ts';
import {
  type Context,
  type DataOption,
  day,
  type ExitStatus,
  printJson,
  refuse,
  usingWorkspace,
  withData,
  withJson,
} from './context.ts';
import { evidenceLines } from './evidence-lines.ts';
import { type ReportOptions, readInput, readUrl } from './read-input.ts';
import { tellDrafts } from './tell-drafts.ts';

interface CheckOptions extends ReportOptions, DataOption, DraftsOption {
  readonly knownOn?: PlainDate;
  readonly url?: string;
  readonly json?: boolean;
  readonly html?: string;
  /** True where no file is named: to the standard output. */
  readonly claimReview?: string | true;
  readonly reviewer?: string;
}

export function addCheck(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  withJson(
    withData(
      program
        .command('check')
        .summary('check the claims of a report: supported, contradicted, mixed, cannot tell')
        .description(
          'Checks what a report claims against what was known on its day, with the evidence, and shows beside it\n' +
            'what is known today. The evidence is the reference data that ships with Tranche; with --data also the\n' +
            'sources of that workspace.',
        )
        .argument('[report]', 'a file: text, page (HTML), PDF, Markdown or mail; or - for the standard input')
        .option('--url <address>', 'fetch this page instead of a file, if its site lets programs read it')
        .option('--published <date>', 'the day the report was published, when it does not say so itself', day)
        .option('--publisher <name>', 'who published it')
        .option(
          '--known-on <date>',
          'judge by what had been published by this day (default: the day of the report)',
          day,
        )
        .option('--drafts', 'also check claims that a language model drafts (docs/guides/model-drafts.md)')
        .option('--html <file>', 'write a page that can be printed, whole in one file')
        .option('--claim-review [file]', 'write the verdicts as schema.org ClaimReview (JSON-LD)')
        .option('--reviewer <name>', 'who vouches for the reviews', 'Tranche'),
    ),
  )
    .addHelpText(
      'after',
      `
Examples:
  tranche check article.txt --published 2025-02-12
  tranche check article.txt --known-on 2025-12-31 --json
  tranche check --url https://example.org/news/deal      a page from the web
  tranche check article.txt --html checked.html          a page with the text, the verdicts and their sources
  tranche check article.txt --claim-review reviews.json --reviewer "Our newsroom"

Exit status: 0 when nothing is contradicted, 1 when something is, 2 when the report was refused.`,
    )
    .action(async (path: string | undefined, options: CheckOptions) =>
      done(await check(context, path, options)),
    );
}

async function check(context: Context, path: string | undefined, options: CheckOptions): Promise<ExitStatus> {
  const model = draftModelOf(options, context.io.environment);
  if (!model.ok) return refuse(context, model.failure);
  const document = await documentOf(context, path, options);
  if (!document.ok) return refuse(context, document.failure);
  const published = requirePublished(document.value);
  if (!published.ok) return refuse(context, { ...published.failure, path: path ?? options.url ?? '' });
  const judge = async (workspace: Workspace): Promise<ExitStatus> => {
    const drafts = options.drafts === true ? { drafts: true } : {};
    const request = { ...reportOf(document.value), ...drafts };
    const source = await workspace.read(request, { knownOn: options.knownOn });
    if (!source.ok) return refuse(context, source.failure);
    tellDrafts(context, source.value.drafts);
    const written = await write(context, source.value, options, options.knownOn ?? published.value);
    if (!written.ok) return refuse(context, written.failure);
    return verdictsOf(source.value).some(({ verdict }) => verdict === 'contradicted') ? 1 : 0;
  };
  return options.data === undefined
    ? judge(logWorkspace(memoryLog(), context.clock, model.value))
    : usingWorkspace(context, options, judge, model.value);
}

/** What is checked: a file or the page at an address. Fails also: MISSING_FIELD, UNSUPPORTED_COMBINATION. */
async function documentOf(
  context: Context,
  path: string | undefined,
  options: CheckOptions,
): Promise<Result<ReadDocument>> {
  const { url } = options;
  const expected = 'a file, - for the standard input, or --url with an address';
  if (path !== undefined && url !== undefined)
    return fail('UNSUPPORTED_COMBINATION', 'url', 'one report is checked at a time', { expected });
  if (path !== undefined) return readInput(context, path, options);
  return url === undefined
    ? fail('MISSING_FIELD', 'report', 'no document is named', { expected })
    : readUrl(context, url, options);
}

/** Files where files are named; else JSON, reviews or text on the standard output. */
async function write(
  context: Context,
  source: SourceView,
  options: CheckOptions,
  knownOn: PlainDate,
): Promise<Result<unknown>> {
  const { json, html, claimReview, reviewer } = options;
  if (html !== undefined) {
    const page = await writeWhole(html, checkPage(source));
    if (!page.ok) return page;
  }
  const reviews = claimReview === undefined ? undefined : claimReviewText(claimReviewsOf(source, reviewer));
  if (reviews !== undefined && typeof claimReview === 'string') {
    const file = await writeWhole(claimReview, reviews);
    if (!file.ok) return file;
  }
  if (claimReview === true) context.io.out(reviews ?? '');
  else if (json === true) printJson(context, source);
  else if (html === undefined && claimReview === undefined) printVerdicts(context, source, knownOn);
  else context.io.err(`${countsText(source)}\n`);
  return ok(source.id);
}

const verdictsOf = (source: SourceView): readonly VerdictView[] => [
  ...source.documentVerdicts,
  ...source.claims.flatMap(({ verdict }) => verdict ?? []),
];

const WORDS: Readonly<Record<VerdictView['verdict'], string>> = {
  supported: 'supported',
  contradicted: 'contradicted',
  mixed: 'mixed',
  cannot_tell: 'cannot tell',
};

function printVerdicts({ io }: Context, source: SourceView, knownOn: PlainDate): void {
  const styles = stylesOf(io.colours);
  io.out(
    `${styles.bold(source.title)}\n${styles.dim(`published ${source.published}; judged as known on ${knownOn}`)}\n\n`,
  );
  for (const place of judgedPlaces(source)) io.out(`${placeText(place, io.columns, styles)}\n\n`);
  io.out(`${countsText(source)}\n`);
}

function countsText(source: SourceView): string {
  const judged = judgedPlaces(source).flatMap((place) => place.judged);
  const rest = source.claims.filter(
    ({ verdict }) => verdict === undefined || verdict.check === 'none',
  ).length;
  const counts = Object.entries(WORDS)
    .map(([kind, words]) => [judged.filter(({ verdict }) => verdict.verdict === kind).length, words] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`);
  const open = rest === 0 ? [] : [`${rest} claims with nothing to check them against`];
  return [...counts, ...open].join(', ') || 'no claim to check';
}

/** The words of the text once, each verdict on them, and what the verdicts rest on, once. */
function placeText({ quote, judged }: Place, width: number, styles: Styles): string {
  const findings = judged.flatMap(({ verdict }) => verdict.findings);
  const evidence = [...new Map(findings.flatMap((one) => one.evidence).map((one) => [one.id, one])).values()];
  const marks = new Map(evidence.map(({ id }, index) => [id, index + 1]));
  const said = new Set<string>();
  return [
    styles.dim(paragraph(`“${quote}”`, width, '  ', 'quote: ')),
    ...judged.flatMap((one) => verdictLines(one, marks, said, width, styles)),
    ...evidenceLines(evidence, width, '  ').map(styles.dim),
  ].join('\n');
}

function verdictLines(
  { verdict, sentence, draftedBy }: Judged,
  marks: ReadonlyMap<string, number>,
  said: Set<string>,
  width: number,
  styles: Styles,
): string[] {
  const { condition, today } = verdict;
  const findings = verdict.findings.filter(({ text }) => !said.has(text));
  for (const { text } of findings) said.add(text);
  return [
    `${coloured(verdict.verdict, styles)}  ${styles.dim(verdict.check.replaceAll('_', ' '))}`,
    paragraph(verdict.summary, width, '  '),
    ...(condition === undefined ? [] : [paragraph(condition, width, '  ', 'condition: ')]),
    ...(sentence === undefined
      ? []
      : [
          styles.dim(
            paragraph(
              `${sentence}${draftedBy === undefined ? '' : ` (drafted by ${draftedBy})`}`,
              width,
              '  ',
              'read as: ',
            ),
          ),
        ]),
    ...findings.map(({ text, evidence }) => {
      const mark = evidence.map(({ id }) => marks.get(id)).join(', ');
      return paragraph(mark === '' ? text : `${text} [${mark}]`, width, '  ', '- ');
    }),
    ...(today === undefined
      ? []
      : [paragraph(`as known on ${today.knownOn}: ${WORDS[today.verdict]}. ${today.summary}`, width, '  ')]),
  ];
}

function coloured(verdict: VerdictView['verdict'], styles: Styles): string {
  const word = WORDS[verdict].toUpperCase();
  if (verdict === 'supported') return styles.good(word);
  return verdict === 'contradicted' ? styles.bad(word) : styles.open(word);
}
