import type { PlainDate } from '@tranche/core/time';
import type { PartyView } from '@tranche/service/views';
import type { Command } from 'commander';
import { paragraph, stylesOf } from '../terminal/index.ts';
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

interface PartiesOptions extends DataOption {
  readonly knownOn?: PlainDate;
  readonly json?: boolean;
}

export function addParties(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  withJson(
    withData(
      program
        .command('parties')
        .summary('list the parties of the workspace, with their names')
        .description(
          'Lists the parties that are named, each with every way in which it is written, why each name stands for it,\n' +
            'and others that may be the same. Two parties are never merged on likeness; see "tranche judge".',
        )
        .option('--known-on <date>', 'those named by this day (default: today)', day),
    ),
  ).action(async (options: PartiesOptions) => done(await parties(context, options)));
}

async function parties(context: Context, { knownOn, json, ...options }: PartiesOptions): Promise<ExitStatus> {
  return usingWorkspace(context, options, async (workspace) => {
    const found = await workspace.parties({ knownOn });
    if (!found.ok) return refuse(context, found.failure);
    if (json === true) printJson(context, { parties: found.value });
    else context.io.out(`${found.value.map((party) => textOf(party, context)).join('\n')}\n`);
    return 0;
  });
}

function textOf(
  { name, parent, names, statements, likelySame, judgements }: PartyView,
  { io }: Context,
): string {
  const styles = stylesOf(io.colours);
  const width = io.columns;
  const belongs = parent === undefined ? '' : `, belongs to ${parent.name}`;
  return [
    `${styles.bold(name)}, in ${statements === 1 ? '1 statement' : `${statements} statements`}${belongs}`,
    ...names
      .filter((seen) => seen.because !== undefined)
      .map((seen) => paragraph(`${seen.because} (${seen.statements})`, width, '  ', `${seen.name}: `)),
    ...likelySame.map((likely) =>
      paragraph(`${likely.name}? ${likely.because}`, width, '  ', 'the same as '),
    ),
    ...judgements.map(({ by, text, why, id }) =>
      paragraph(`${by} ${text}: ${why} (${id})`, width, '  ', 'judged: '),
    ),
  ].join('\n');
}
