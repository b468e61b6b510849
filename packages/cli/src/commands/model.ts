import { modelDealFile } from '@tranche/service/model';
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

interface ModelOptions extends DatesOption, DataOption {
  readonly json?: boolean;
}

export function addModel(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  withJson(
    withDates(
      withData(
        program
          .command('model')
          .summary('show a deal as of and as known on any date')
          .description(
            'Shows a financing assembled from what its sources claim: terms, tranches with payer, committed and\n' +
              'drawn money, own and syndicated, implied stakes, sums with their remainder, conflicts and events.\n' +
              'A deal is named by a deal file, or by its id in the workspace (see "tranche sources" and "tranche ask").',
          )
          .argument('<deal>', 'a deal file (.yaml), or the id of a deal in the workspace'),
      ),
    ),
  )
    .addHelpText(
      'after',
      `
Examples:
  tranche model examples/openai-2025/deal.yaml --known-on 2025-02-12    what could be said before it was signed
  tranche model examples/openai-2025/deal.yaml --known-on 2025-04-01    the day after
  tranche model openai-2025-primary --json                              from the workspace, for other programs`,
    )
    .action(async (deal: string, options: ModelOptions) => done(await model(context, deal, options)));
}

async function model(context: Context, deal: string, options: ModelOptions): Promise<ExitStatus> {
  if (isDealFile(deal)) {
    const view = await modelDealFile(context.files, deal, options, context.clock.today());
    if (!view.ok) return refuse(context, ...view.failures);
    if (options.json === true) printJson(context, view.value);
    else printDeal(context, view.value);
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

/** Ids have neither a folder nor an ending. */
const isDealFile = (deal: string): boolean => /[/\\]|\.ya?ml$/i.test(deal);
