import { type Modelled, modelDealFile } from '@tranche/service/model';
import type { Command } from 'commander';
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
import { printDeal } from './print-deal.ts';
import { printModel } from './print-model.ts';

interface ModelOptions extends DatesOption, DataOption {
  readonly explain?: string | true;
  readonly json?: boolean;
}

export function addModel(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  withJson(
    withDates(
      withData(
        program
          .command('model')
          .summary('show a deal as of and as known on any date, or answer the questions of a deal file')
          .description(
            'Shows a financing assembled from what its sources claim: terms, tranches with payer, committed and\n' +
              'drawn money, own and syndicated, implied stakes, sums with their remainder, conflicts and events.\n' +
              'A deal is named by a deal file, or by its id in the workspace (see "tranche sources" and "tranche ask").\n' +
              'A deal file may also hold the securities, the history and the round of a company itself, and questions:\n' +
              'who owns what, the terms of the round, what is committed and drawn, who gets what at an exit.',
          )
          .argument('<deal>', 'a deal file (.yaml), or the id of a deal in the workspace')
          .option(
            '--explain [words]',
            'also print how the figures of a deal file came about: all, or those whose name has these words',
          ),
      ),
    ),
  )
    .addHelpText(
      'after',
      `
Examples:
  tranche model examples/openai-2025/deal.yaml --known-on 2025-02-12    what could be said before it was signed
  tranche model examples/openai-2025/deal.yaml --known-on 2025-04-01    the day after
  tranche model openai-2025-primary --json                              from the workspace, for other programs
  tranche model examples/seed-to-series-b/deal.yaml                     a round modelled from its terms, no report
  tranche model examples/seed-to-series-b/deal.yaml --explain "interest of note-1"`,
    )
    .action(async (deal: string, options: ModelOptions) => done(await model(context, deal, options)));
}

async function model(context: Context, deal: string, options: ModelOptions): Promise<ExitStatus> {
  if (isDealFile(deal)) {
    const modelled = await modelDealFile(context.files, deal, options, context.clock.today());
    if (!modelled.ok) return refuse(context, ...modelled.failures);
    if (options.json === true) printJson(context, jsonOf(modelled.value));
    else printModelled(context, modelled.value, options);
    return 0;
  }
  return usingWorkspace(context, options, async (workspace) => {
    const view = await workspace.deal(deal, options);
    if (!view.ok) return refuse(context, view.failure);
    if (options.json === true) printJson(context, view.value);
    else printDeal(context, view.value);
    return 0;
  });
}

function printModelled(context: Context, { deal, model }: Modelled, { explain }: ModelOptions): void {
  if (deal !== undefined) printDeal(context, deal);
  if (deal !== undefined && model !== undefined) context.io.out('\n');
  if (model !== undefined) printModel(context, model, explain);
}

/** A deal as the HTTP API gives it, with the answers of the file's own figures under `model`; those alone without a deal. */
const jsonOf = ({ deal, model }: Modelled): unknown =>
  deal === undefined ? model : model === undefined ? deal : { ...deal, model };

/** Ids have neither a folder nor an ending. */
export const isDealFile = (deal: string): boolean => /[/\\]|\.ya?ml$/i.test(deal);
