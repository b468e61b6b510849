import { proceedsOfDealFile } from '@tranche/service/model';
import { type Answer, ask, QUESTIONS } from '@tranche/service/question';
import { type DealProceedsView, MEASURES, type RankingView, type TimelineView } from '@tranche/service/views';
import type { Command } from 'commander';
import { paragraph, stylesOf, table } from '../terminal/index.ts';
import {
  type Context,
  type DataOption,
  type DatesOption,
  type ExitStatus,
  printJson,
  refuse,
  usingWorkspace,
  withData,
  withDates,
  withJson,
} from './context.ts';
import { isDealFile } from './model.ts';
import { eventsTable, payersTable, termsTable } from './print-deal.ts';
import { printModel } from './print-model.ts';

interface AskOptions extends DatesOption, DataOption {
  readonly of: string;
  readonly by?: string;
  readonly at?: readonly string[];
  readonly json?: boolean;
}

export function addAsk(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  const questions = Object.entries(QUESTIONS).map(([name, about]) => `  ${name.padEnd(17)} ${about}`);
  withJson(
    withDates(
      withData(
        program
          .command('ask')
          .summary('ask one of the questions that have answers')
          .description('Answers a question from the workspace and the reference data.')
          .argument('<question>', 'one of the questions below')
          .requiredOption(
            '--of <subject>',
            'a company by name, the id of a deal, or for proceeds a deal file',
          )
          .option('--by <measure>', `for largest_investor: ${MEASURES.join(', ')}`)
          .option('--at <values...>', 'for proceeds: exit values, such as 500000000, 500m or 1.5bn'),
      ),
    ),
  )
    .addHelpText(
      'after',
      `
Questions:
${questions.join('\n')}

Examples:
  tranche ask largest_investor --of OpenAI --by committed --known-on 2025-04-01
  tranche ask committed_drawn --of openai-2025-primary --known-on 2025-12-31
  tranche ask timeline --of openai-2025-primary --json
  tranche ask proceeds --of examples/seed-to-series-b/deal.yaml --at 60m 250m
  tranche ask proceeds --of openai-2025-primary --at 500bn`,
    )
    .action(async (question: string, options: AskOptions) => done(await answer(context, question, options)));
}

async function answer(context: Context, question: string, options: AskOptions): Promise<ExitStatus> {
  const { of: subject, by: measure, at, asOf, knownOn } = options;
  if (question === 'proceeds' && isDealFile(subject)) return proceedsOfFile(context, subject, options);
  return usingWorkspace(context, options, async (workspace) => {
    const answered = await ask(workspace, { question, subject, measure, at, asOf, knownOn });
    if (!answered.ok) return refuse(context, answered.failure);
    if (options.json === true) printJson(context, answered.value);
    else printAnswer(context, answered.value);
    return 0;
  });
}

async function proceedsOfFile(context: Context, file: string, options: AskOptions): Promise<ExitStatus> {
  const { at = [], asOf, knownOn } = options;
  const proceeds = await proceedsOfDealFile(context.files, file, {
    at,
    on: { asOf, knownOn },
    today: context.clock.today(),
  });
  if (!proceeds.ok) return refuse(context, ...proceeds.failures);
  const { kind, view } = proceeds.value;
  if (options.json === true) printJson(context, view);
  else if (kind === 'model') printModel(context, view, undefined);
  else printAnswer(context, { question: 'proceeds', subject: view.deal, answer: view.answer, view });
  return 0;
}

function printAnswer({ io }: Context, answered: Answer): void {
  const styles = stylesOf(io.colours);
  io.out(`${styles.bold(paragraph(answered.answer, io.columns))}\n\n${detailsOf(answered, io.columns)}\n`);
}

function detailsOf(answered: Answer, width: number): string {
  switch (answered.question) {
    case 'largest_investor':
      return rankingText(answered.view, width);
    case 'round_terms':
      return termsTable(answered.view, width);
    case 'committed_drawn':
      return payersTable(answered.view, width);
    case 'timeline':
      return timelineText(answered.view, width);
    case 'proceeds':
      return dealProceedsText(answered.view, width);
  }
}

function rankingText(ranking: RankingView, width: number): string {
  const columns = [
    { title: 'rank', align: 'right' as const },
    { title: 'investor', grows: true },
    { title: ranking.measure, grows: true },
    { title: 'with purchases from holders', grows: true },
    { title: 'note', grows: true },
  ];
  const rows = ranking.rows.map(({ rank, party, figure, withSecondary, group, note }) => [
    group ? '' : String(rank),
    party,
    figure.text,
    withSecondary?.text ?? '',
    note ?? '',
  ]);
  const used = columns.flatMap((_, index) => (rows.some((row) => row[index] !== '') ? [index] : []));
  const pick = <T>(all: readonly T[]): T[] => all.filter((_, index) => used.includes(index));
  const dates = `as of ${ranking.asOf}, as known on ${ranking.knownOn}`;
  const assumed = ranking.assumptions.map(({ text }) => paragraph(text, width, '', 'assumed: '));
  return [
    paragraph(`${ranking.basis}; ${dates}`, width),
    '',
    table(pick(columns), rows.map(pick), width),
    ...assumed,
  ].join('\n');
}

function timelineText(timeline: TimelineView, width: number): string {
  const rows = timeline.series.flatMap(({ label, points }) =>
    points.map(({ knownOn, text, status }, index) => [
      index === 0 ? label : '',
      knownOn,
      text,
      status?.replaceAll('_', ' ') ?? '',
    ]),
  );
  const columns = [
    { title: 'figure' },
    { title: 'known on' },
    { title: 'value', grows: true },
    { title: 'status' },
  ];
  return `${table(columns, rows, width)}\n\n${eventsTable(timeline.events, width)}`;
}

function dealProceedsText(
  { exits, missing, assumptions, asOf, knownOn }: DealProceedsView,
  width: number,
): string {
  const rows = exits.flatMap(({ exitValue, stakes }) =>
    stakes.map(({ label, basis, stake, amount }) => [exitValue.text, label, basis, stake.text, amount.text]),
  );
  const columns = [
    { title: 'exit value', align: 'right' as const },
    { title: 'stake', grows: true },
    { title: 'basis', grows: true },
    { title: 'share', align: 'right' as const },
    { title: 'if all convert', align: 'right' as const },
  ];
  return [
    `as of ${asOf}, as known on ${knownOn}`,
    '',
    ...missing.map((one) => paragraph(one, width, '', 'missing: ')),
    ...assumptions.map(({ text }) => paragraph(text, width, '', 'assumed: ')),
    ...(rows.length === 0 ? [] : ['', table(columns, rows, width)]),
  ].join('\n');
}
