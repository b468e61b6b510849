import type { PlainDate } from '@tranche/core/time';
import type { DecisionView } from '@tranche/service/views';
import { Argument, type Command } from 'commander';
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
import { judgementText, printJudgements } from './print-judgements.ts';

interface JudgeOptions extends DataOption {
  readonly by: string;
  readonly why: string;
  readonly when?: PlainDate;
  readonly json?: boolean;
}

interface ListOptions extends DataOption {
  readonly knownOn?: PlainDate;
  readonly json?: boolean;
}

const KINDS = ['parties', 'deals'] as const;
type Kind = (typeof KINDS)[number];

export function addJudge(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  const judge = program
    .command('judge')
    .summary('accept, reject, prefer, merge, split or note, with a reason; and take it back')
    .description(
      'Records what you decide about what sources say, with who decides and why. No claim is ever edited: a judgement\n' +
        'stands beside it, counts from its day on, and is taken back by another one.',
    )
    .addHelpText(
      'after',
      `
Examples:
  tranche judge reject c-0123456789abcdef --by "A. Analyst" --why "The figure is that of another company."
  tranche judge prefer openai-2025-primary size c-0123456789abcdef --by Ann --why "Confirmed by the lead."
  tranche judge merge parties Dragoneer "Dragoneer Investment Group" --by Ann --why "One firm."
  tranche judge split deals c-0123456789abcdef openai-2025-primary --by Ann --why "About the tender."
  tranche judge undo j-0123456789abcdef --by Ann --why "It was right after all."
  tranche judge list

The ids of claims and facts stand in "tranche model --json", in "tranche ask --json" and in the web app.
Exit status: 0 when it was recorded or was there, 2 when it was refused.`,
    );
  const judging = async (decision: DecisionView, options: JudgeOptions): Promise<void> =>
    done(await record(context, decision, options));
  for (const { kind, about } of [
    { kind: 'accept', about: 'It was read and found good; the rule stays what it is.' },
    { kind: 'reject', about: 'It is not to be used; it stays in sight, passed over for this reason.' },
  ] as const) {
    withReason(judge.command(`${kind} <statement>`).description(about)).action(
      (statement: string, options: JudgeOptions) => judging({ kind, statement }, options),
    );
  }
  withReason(
    judge
      .command('prefer <deal> <field> <statement>')
      .description('For this field of this deal, what the statement says goes before what the rule picks.'),
  ).action((deal: string, field: string, statement: string, options: JudgeOptions) =>
    judging({ kind: 'prefer', deal, field, statement }, options),
  );
  withReason(
    judge
      .command('merge')
      .description('Two names are one party, or two deals are one: the second becomes part of the first.')
      .addArgument(kindArgument())
      .argument('<into>', 'a name, or the id of a deal')
      .argument('<other>', 'what becomes part of it'),
  ).action((of: Kind, into: string, other: string, options: JudgeOptions) =>
    judging({ kind: 'merge', of, into, other }, options),
  );
  withReason(
    judge
      .command('split')
      .description('A name is a party of its own, or a statement is not about the deal it was joined to.')
      .addArgument(kindArgument())
      .argument('<what>', 'a name, or the id of a claim or fact')
      .argument('[deal]', 'the deal that the claim or fact is taken out of'),
  ).action(async (of: Kind, what: string, from: string | undefined, options: JudgeOptions) => {
    if (of === 'parties') return judging({ kind: 'split', of, name: what }, options);
    if (from !== undefined) return judging({ kind: 'split', of, statement: what, from }, options);
    const message = 'which deal is it taken out of?';
    return done(
      refuse(context, { code: 'MISSING_FIELD', path: 'deal', message, expected: 'the id of a deal' }),
    );
  });
  withReason(
    judge
      .command('note <about> <text>')
      .description('A remark on a claim, a fact, a deal, a judgement or a party.'),
  ).action((about: string, text: string, options: JudgeOptions) =>
    judging({ kind: 'note', about, text }, options),
  );
  withReason(
    judge
      .command('undo <judgement>')
      .description('Takes a judgement back, from its day on; an undo can be undone too.'),
  ).action((judgement: string, options: JudgeOptions) => judging({ kind: 'undo', judgement }, options));
  withJson(
    withData(
      judge
        .command('list')
        .description('Lists what was judged, the latest first, and what of it stands.')
        .option('--known-on <date>', 'what had been judged by this day (default: today)', day),
    ),
  ).action(async (options: ListOptions) => done(await list(context, options)));
}

const withReason = (command: Command): Command =>
  withJson(
    withData(
      command
        .requiredOption('--by <who>', 'who decides')
        .requiredOption('--why <text>', 'the reason, shown wherever it counts')
        .option('--when <date>', 'the day from which it is known (default: today)', day),
    ),
  );

const kindArgument = (): Argument => new Argument('<parties|deals>', 'what is meant').choices(KINDS);

async function record(
  context: Context,
  decision: DecisionView,
  { by, why, when, json, ...options }: JudgeOptions,
): Promise<ExitStatus> {
  return usingWorkspace(context, options, async (workspace) => {
    const made = await workspace.judge({ decision, by, why, ...(when === undefined ? {} : { when }) });
    if (!made.ok) return refuse(context, made.failure);
    const { judgement, added } = made.value;
    if (json === true) printJson(context, judgement);
    else
      context.io.out(`${judgementText(judgement, context.io.columns)}${added ? '' : '\n  there already'}\n`);
    return 0;
  });
}

async function list(context: Context, { knownOn, json, ...options }: ListOptions): Promise<ExitStatus> {
  return usingWorkspace(context, options, async (workspace) => {
    const judgements = await workspace.judgements({ knownOn });
    if (!judgements.ok) return refuse(context, judgements.failure);
    if (json === true) printJson(context, { judgements: judgements.value });
    else printJudgements(context, judgements.value);
    return 0;
  });
}
