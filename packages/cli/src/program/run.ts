import { Command, CommanderError } from 'commander';
import {
  addAsk,
  addCalc,
  addCheck,
  addImport,
  addJudge,
  addModel,
  addParties,
  addRead,
  addServe,
  addSources,
  addVerify,
  type Context,
  type ExitStatus,
} from '../commands/index.ts';

/** In the order of the help. */
const COMMANDS = [
  addRead,
  addCheck,
  addModel,
  addAsk,
  addCalc,
  addVerify,
  addServe,
  addSources,
  addImport,
  addParties,
  addJudge,
];

/** Runs one command line and says how it ended. `argv` is without the program's own name. */
export async function run(argv: readonly string[], context: Context): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const done = (ended: ExitStatus): void => {
    status = ended;
  };
  const program = new Command('tranche')
    .description(
      'Turns what is reported about private financings into a sourced deal ledger, and computes what it means.\n' +
        'Every number it shows opens down to a quote, a judgement, an assumption or a formula.',
    )
    .version(context.version)
    .configureHelp({ helpWidth: context.io.columns, showGlobalOptions: false })
    .configureOutput({
      writeOut: context.io.out,
      writeErr: context.io.err,
      outputError: (text, write) => write(oneLine(text)),
    })
    .showSuggestionAfterError(true)
    .exitOverride();
  for (const add of COMMANDS) add(program, context, done);
  program.addHelpText(
    'after',
    `
Examples:
  tranche read article.txt --published 2025-02-12                        what does it claim?
  tranche check article.txt --published 2025-02-12                       does it hold?
  tranche model examples/openai-2025/deal.yaml --known-on 2025-04-01     what was the deal on that day?
  tranche ask largest_investor --of OpenAI --by committed                who has put most in?
  tranche calc waterfall < exit.json                                     who gets what at an exit, exactly?
  tranche serve                                                          the same in the browser

"tranche <command> --help" explains a command. Exit status: 0 done, 1 the answer is no, 2 the input was refused.`,
  );
  try {
    if (argv.length === 0) {
      program.outputHelp();
      return 0;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    // Commander has said what it is; asking for help or the version is no mistake.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** "error: unknown command 'chek'\n(Did you mean check?)" as one line. */
const oneLine = (text: string): string =>
  `tranche: ${text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')}\n`;
