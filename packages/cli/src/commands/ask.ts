import { type Answer, ask, QUESTIONS } from '@tranche/service/question';
import { MEASURES, type RankingView, type TimelineView } from '@tranche/service/views';
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
import { eventsTable, payersTable, termsTable } from './print-deal.ts';

interface AskOptions extends DatesOption, DataOption {
  readonly of: string;
  readonly by?: string;
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
          .requiredOption('--of <subject>', 'a company by name, or the id of a deal')
          .option('--by <measure>', `for largest_investor: ${MEASURES.join(', ')}`),
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
  tranche ask timeline --of openai-2025-primary --json`,
    )
    .action(async (question: string, options: AskOptions) => done(await answer(context, question, options)));
}

async function answer(context: Context, question: string, options: AskOptions): Promise<ExitStatus> {
  const { of: subject, by: measure, asOf, knownOn } = options;
  return usingWorkspace(context, options, async (workspace) => {
    const answered = await ask(workspace, { question, subject, measure, asOf, knownOn });
    if (!answered.ok) return refuse(context, answered.failure);
    if (options.json === true) printJson(context, answered.value);
    else printAnswer(context, answered.value);
    return 0;
  });
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
