import { askDealFile, proceedsOfDealFile } from '@tranche/service/model';
import { QUESTIONS } from '@tranche/service/question';
import type { AnswerView, DealProceedsView } from '@tranche/service/views';
import type { Workspace } from '@tranche/service/workspace';
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
import { printAnswer } from './print-answer.ts';
import { printModel } from './print-model.ts';

interface AskOptions extends DatesOption, DataOption {
  readonly in?: string;
  readonly of?: string;
  readonly by?: string;
  readonly holder?: string;
  readonly to?: string;
  readonly at?: readonly string[];
  readonly json?: boolean;
}

export function addAsk(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  withJson(
    withDates(
      withData(
        program
          .command('ask')
          .summary('ask one of the questions that have answers')
          .description('Answers a question from the workspace and the reference data.')
          .argument('<question>', 'one of the questions below')
          .option('--in <deal file>', 'asks the reports of a deal file instead of the workspace')
          .option('--of <subject>', 'what is asked about, as the question says')
          .option('--by <measure>', 'a measure, basis or rule, where the question lists some')
          .option('--holder <name>', 'a holder, where the question takes one')
          .option('--to <currency>', 'a currency code, where the question takes one')
          .option('--at <values...>', 'for proceeds: exit values, such as 500000000, 500m or 1.5bn'),
      ),
    ),
  )
    .addHelpText('after', `\nQuestions:\n${questionLines()}\n${EXAMPLES}`)
    .action(async (question: string, options: AskOptions) => done(await answer(context, question, options)));
}

const questionLines = (): string =>
  QUESTIONS.map(({ name, about, of, ofDefault, by, takes = [] }) => {
    const options = [
      `--of ${of}${ofDefault === undefined ? '' : ` (${ofDefault} when left out)`}`,
      ...(by === undefined ? [] : [`--by ${by.join(', ')}`]),
      ...takes.map((option) => `--${option}`),
    ];
    return `  ${name.padEnd(17)} ${about}\n${' '.repeat(20)}${options.join('; ')}`;
  }).join('\n');

const EXAMPLES = `
Examples:
  tranche ask largest_investor --of OpenAI --by committed --known-on 2025-04-01
  tranche ask committed_drawn --of openai-2025-primary --known-on 2025-12-31
  tranche ask timeline --in examples/openai-2025/deal.yaml --json
  tranche ask convert --of "USD 40bn" --to CNY --as-of 2025-02-12
  tranche ask proceeds --of examples/seed-to-series-b/deal.yaml --at 60m 250m`;

async function answer(context: Context, question: string, options: AskOptions): Promise<ExitStatus> {
  const { of, by, holder, to, at, asOf, knownOn } = options;
  if (question === 'proceeds' && of !== undefined && isDealFile(of)) {
    return proceedsOfFile(context, of, options);
  }
  const asked = { question, of, by, holder, to, at };
  const on = { asOf, knownOn };
  if (options.in !== undefined) {
    const { files, clock } = context;
    const answered = await askDealFile(files, options.in, { question: asked, on, today: clock.today() });
    return answered.ok ? show(context, answered.value, options) : refuse(context, ...answered.failures);
  }
  return usingWorkspace(context, options, async (workspace) => {
    const answered = await workspace.ask(asked, on);
    if (!answered.ok) return refuse(context, answered.failure);
    await warnOfEmpty(context, workspace, answered.value);
    return show(context, answered.value, options);
  });
}

function show(context: Context, answer: AnswerView, { json }: AskOptions): ExitStatus {
  if (json === true) printJson(context, answer);
  else printAnswer(context, answer);
  return answer.isNo ? 1 : 0;
}

/** An answer without any report behind it is right, and surprising to who thinks that reports are there. */
async function warnOfEmpty({ io }: Context, workspace: Workspace, answer: AnswerView): Promise<void> {
  if (answer.evidence.some(({ kind }) => kind === 'claim')) return;
  const sources = await workspace.sources();
  if (!sources.ok || sources.value.length > 0) return;
  io.err(
    'tranche: this workspace holds no reports: the answer is from the reference facts alone ("tranche import --example" adds the example)\n',
  );
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
  else printProceeds(context, view);
  return 0;
}

function printProceeds({ io }: Context, view: DealProceedsView): void {
  const styles = stylesOf(io.colours);
  io.out(`${styles.bold(paragraph(view.answer, io.columns))}\n\n${dealProceedsText(view, io.columns)}\n`);
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
