import type { PlainDate } from '@tranche/core/time';
import { requirePublished } from '@tranche/service/document';
import { memoryLog } from '@tranche/service/log';
import type { SourceView, VerdictView } from '@tranche/service/views';
import { logWorkspace, type Workspace } from '@tranche/service/workspace';
import type { Command } from 'commander';
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
import { type ReportOptions, readInput, requestOf } from './read-input.ts';

interface CheckOptions extends ReportOptions, DataOption {
  readonly knownOn?: PlainDate;
  readonly json?: boolean;
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
        .argument('<report>', 'a text file, or - for the standard input')
        .option('--published <date>', 'the day the report was published, when it does not say so itself', day)
        .option('--publisher <name>', 'who published it')
        .option(
          '--known-on <date>',
          'judge by what had been published by this day (default: the day of the report)',
          day,
        ),
    ),
  )
    .addHelpText(
      'after',
      `
Examples:
  tranche check article.txt --published 2025-02-12
  tranche check article.txt --known-on 2025-12-31 --json

Exit status: 0 when nothing is contradicted, 1 when something is, 2 when the report was refused.`,
    )
    .action(async (path: string, options: CheckOptions) => done(await check(context, path, options)));
}

async function check(context: Context, path: string, options: CheckOptions): Promise<ExitStatus> {
  const document = await readInput(context, path, options);
  if (!document.ok) return refuse(context, document.failure);
  const published = requirePublished(document.value);
  if (!published.ok) return refuse(context, { ...published.failure, path });
  const judge = async (workspace: Workspace): Promise<ExitStatus> => {
    const source = await workspace.read(requestOf(document.value), { knownOn: options.knownOn });
    if (!source.ok) return refuse(context, source.failure);
    if (options.json === true) printJson(context, source.value);
    else printVerdicts(context, source.value, options.knownOn ?? published.value);
    return verdictsOf(source.value).some(({ verdict }) => verdict === 'contradicted') ? 1 : 0;
  };
  return options.data === undefined
    ? judge(logWorkspace(memoryLog(), context.clock))
    : usingWorkspace(context, options, judge);
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
  const judged = [
    ...source.documentVerdicts.map((verdict) => ({
      verdict,
      quote: verdict.quote,
      about: 'the document itself',
    })),
    ...source.claims.flatMap(({ verdict, quote, summary }) =>
      verdict === undefined || verdict.check === 'none' ? [] : [{ verdict, quote, about: summary }],
    ),
  ];
  for (const { verdict, quote, about } of judged)
    io.out(`${verdictText(verdict, quote, about, io.columns, styles)}\n\n`);
  const rest = source.claims.filter(
    ({ verdict }) => verdict === undefined || verdict.check === 'none',
  ).length;
  const counts = Object.entries(WORDS)
    .map(([kind, words]) => [judged.filter(({ verdict }) => verdict.verdict === kind).length, words] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`);
  const open = rest === 0 ? [] : [`${rest} claims with nothing to check them against`];
  io.out(`${[...counts, ...open].join(', ') || 'no claim to check'}\n`);
}

function verdictText(
  verdict: VerdictView,
  quote: string,
  about: string,
  width: number,
  styles: Styles,
): string {
  const { condition, today, findings } = verdict;
  const evidence = [...new Map(findings.flatMap((one) => one.evidence).map((one) => [one.id, one])).values()];
  const marks = new Map(evidence.map(({ id }, index) => [id, index + 1]));
  return [
    `${coloured(verdict.verdict, styles)}  ${styles.dim(verdict.check.replaceAll('_', ' '))}`,
    paragraph(verdict.summary, width, '  '),
    ...(condition === undefined ? [] : [paragraph(condition, width, '  ', 'condition: ')]),
    styles.dim(paragraph(`“${quote}”`, width, '  ', 'quote: ')),
    styles.dim(paragraph(about, width, '  ', 'claim: ')),
    ...findings.map(({ text, evidence: grounds }) => {
      const mark = grounds.map(({ id }) => marks.get(id)).join(', ');
      return paragraph(mark === '' ? text : `${text} [${mark}]`, width, '  ', '- ');
    }),
    ...evidenceLines(evidence, width, '  ').map(styles.dim),
    ...(today === undefined
      ? []
      : [paragraph(`as known on ${today.knownOn}: ${WORDS[today.verdict]}. ${today.summary}`, width, '  ')]),
  ].join('\n');
}

function coloured(verdict: VerdictView['verdict'], styles: Styles): string {
  const word = WORDS[verdict].toUpperCase();
  if (verdict === 'supported') return styles.good(word);
  return verdict === 'contradicted' ? styles.bad(word) : styles.open(word);
}
