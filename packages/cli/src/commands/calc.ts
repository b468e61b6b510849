import { fail, ok, type Result } from '@tranche/core/result';
import {
  type Calculation,
  type Calculator,
  describeCalculator,
  explainFigure,
  type FigureExplanation,
} from '@tranche/service/calculator';
import { CALCULATORS, calculatorNamed } from '@tranche/service/calculators';
import { MAX_DOCUMENT_BYTES } from '@tranche/service/text';
import type { Command } from 'commander';
import { readStream } from '../machine/index.ts';
import { paragraph, stylesOf } from '../terminal/index.ts';
import { type Context, type ExitStatus, printJson, refuse, withJson } from './context.ts';

interface CalcOptions {
  readonly explain?: string;
  readonly schema?: boolean;
  readonly json?: boolean;
}

export function addCalc(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  const known = CALCULATORS.map(({ name, summary }) => `  ${name.padEnd(16)} ${summary}`);
  withJson(
    program
      .command('calc')
      .summary('compute one thing exactly: a round, a waterfall, a vesting schedule ...')
      .description(
        'Runs a calculator on an input in JSON and prints its output in JSON. Numbers are texts: "12", "0.1",\n' +
          '"20/23"; results are exact, as integers or reduced fractions, unless the calculator says otherwise.',
      )
      .argument('<calculator>', 'one of the calculators below')
      .argument('[file]', 'the input; the standard input when left out')
      .option('--explain <figure>', 'print how this figure of the output came about: results[0].payouts.A')
      .option('--schema', 'print what the calculator takes and gives, as JSON Schema, and compute nothing')
      .addHelpText(
        'after',
        `
Calculators:
${known.join('\n')}

Examples:
  tranche calc waterfall < exit.json
  tranche calc round round.json --explain price_per_share
  tranche calc round --schema`,
      ),
  ).action(async (name: string, file: string | undefined, options: CalcOptions) =>
    done(await calc(context, name, file, options)),
  );
}

async function calc(
  context: Context,
  name: string,
  file: string | undefined,
  options: CalcOptions,
): Promise<ExitStatus> {
  const calculator = calculatorNamed(name);
  if (calculator === undefined) {
    return refuse(context, {
      code: 'UNKNOWN_CALCULATOR',
      path: 'calculator',
      message: `"${name}" is not a calculator`,
      expected: CALCULATORS.map((known) => known.name).join(', '),
    });
  }
  if (options.schema === true) {
    printJson(context, describeCalculator(calculator));
    return 0;
  }
  const computed = await compute(context, calculator, file);
  if (!computed.ok) {
    if (options.json === true) printJson(context, { failure: computed.failure });
    return refuse(context, computed.failure);
  }
  if (options.explain === undefined) {
    printJson(context, computed.value.output);
    return 0;
  }
  const explained = explainFigure(computed.value, options.explain);
  if (!explained.ok) return refuse(context, explained.failure);
  if (options.json === true) printJson(context, explained.value);
  else printExplanation(context, explained.value);
  return 0;
}

async function compute(
  context: Context,
  calculator: Calculator,
  file: string | undefined,
): Promise<Result<Calculation>> {
  const bytes = await (file === undefined || file === '-'
    ? readStream(context.io.stdin, 'stdin', MAX_DOCUMENT_BYTES)
    : context.files.read(file, MAX_DOCUMENT_BYTES));
  if (!bytes.ok) return bytes;
  const input = parseJson(new TextDecoder().decode(bytes.value));
  return input.ok ? calculator.calculate(input.value) : input;
}

function parseJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail('BAD_JSON', '', error instanceof Error ? error.message : String(error), {
      expected: 'an input in JSON',
    });
  }
}

function printExplanation({ io }: Context, { path, steps, conditions }: FigureExplanation): void {
  const styles = stylesOf(io.colours);
  io.out(`${styles.bold(path)}\n\n`);
  for (const { label, words, numbers } of steps) {
    io.out(`${paragraph(`${label}: ${words}`, io.columns)}\n${paragraph(numbers, io.columns, '  ')}\n`);
  }
  if (conditions.length > 0) io.out(`\n${styles.bold('What proves the choices')}\n`);
  for (const condition of conditions) io.out(`${paragraph(condition, io.columns, '  ')}\n`);
}
