import { fail, ok, type Result } from '@tranche/core/result';
import { decodeDocument, MAX_DOCUMENT_BYTES } from '@tranche/service/text';
import { type Outcome, verifyText } from '@tranche/service/verify';
import type { Command } from 'commander';
import { stylesOf } from '../terminal/index.ts';
import { type Context, type ExitStatus, printJson, refuse, withJson } from './context.ts';

export function addVerify(program: Command, context: Context, done: (status: ExitStatus) => void): void {
  withJson(
    program
      .command('verify')
      .summary('hold the calculators to worked examples')
      .description(
        'Runs case files: an input for a calculator, what must come out, and where that was published. Prints each\n' +
          'value that differs, and ends with how many cases passed and failed.',
      )
      .argument('<file...>', 'case files, or folders of them (their .json files)'),
  )
    .addHelpText(
      'after',
      `
Examples:
  tranche verify cases
  tranche verify my-cases/round.json --json

Exit status: 0 when every case passed, 1 when one failed, 2 when a file cannot be read.`,
    )
    .action(async (paths: string[], options: { readonly json?: boolean }) =>
      done(await verify(context, paths, options.json === true)),
    );
}

interface FileOutcome extends Outcome {
  readonly file: string;
}

async function verify(context: Context, paths: readonly string[], json: boolean): Promise<ExitStatus> {
  const files = await caseFiles(context, paths);
  if (!files.ok) return refuse(context, files.failure);
  const outcomes: FileOutcome[] = [];
  let unreadable = 0;
  for (const file of files.value) {
    const bytes = await context.files.read(file, MAX_DOCUMENT_BYTES);
    const text = bytes.ok ? decodeDocument(bytes.value, file) : bytes;
    if (!text.ok) {
      // A file that cannot be read does not keep the others from being run.
      unreadable += 1;
      refuse(context, text.failure);
      continue;
    }
    const found = verifyText(text.value.text).map((outcome) => ({ file, ...outcome }));
    if (!json) printFailures(context, found);
    outcomes.push(...found);
  }
  const failed = outcomes.filter(({ differences }) => differences.length > 0).length;
  const passed = outcomes.length - failed;
  if (json) printJson(context, { passed, failed, cases: outcomes });
  else context.io.out(`${passed} passed, ${failed} failed\n`);
  if (unreadable > 0) return 2;
  return failed > 0 ? 1 : 0;
}

/** A folder stands for its own .json files; a file that is named is taken as it is. */
async function caseFiles({ files }: Context, paths: readonly string[]): Promise<Result<readonly string[]>> {
  const found: string[] = [];
  for (const path of paths) {
    const listed = await files.list(path);
    if (!listed.ok) return listed;
    const named = listed.value.length === 1 && listed.value[0]?.split('/').at(-1) === path.split('/').at(-1);
    const cases = listed.value.filter((file) => named || file.endsWith('.json'));
    if (cases.length === 0) {
      return fail('FILE_NOT_FOUND', path, 'there is no case file here', { expected: 'files named *.json' });
    }
    found.push(...cases);
  }
  return ok(found);
}

function printFailures({ io }: Context, outcomes: readonly FileOutcome[]): void {
  const styles = stylesOf(io.colours);
  for (const { file, id, calculator, differences } of outcomes) {
    if (differences.length === 0) continue;
    io.out(`${styles.bold(`failed: ${id}`)} (${[calculator, file].filter(Boolean).join(', ')})\n`);
    for (const { path, expected, actual } of differences) {
      io.out(`  ${path === '' ? 'the case' : path}\n    expected ${expected}\n    actual   ${actual}\n`);
    }
  }
}
