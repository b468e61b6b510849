import { resolve } from 'node:path';
import { fail, type Result } from '@tranche/core/result';
import type { ReadDocument } from '@tranche/service/document';
import { goldTextsOf, type Measured, measure } from '@tranche/service/measure';
import { errorsPage } from '@tranche/service/page';
import { writeWhole } from '../machine/index.ts';
import { type Context, type ExitStatus, printJson, refuse } from './context.ts';
import { type ReportOptions, readInput } from './read-input.ts';

export interface GoldOptions extends ReportOptions {
  readonly gold: string;
  readonly html?: string;
  readonly json?: boolean;
}

const MAX_GOLD_BYTES = 64 * 1024 * 1024;

/** Reads reports, holds what was read against annotations, prints the score and writes the page of errors. */
export async function readErrors(
  context: Context,
  inputs: readonly string[],
  options: GoldOptions,
): Promise<ExitStatus> {
  const gold = await goldOf(context, options.gold);
  if (!gold.ok) return refuse(context, gold.failure);
  const documents: ReadDocument[] = [];
  let refused = 0;
  for (const input of inputs.filter((one) => resolve(one) !== resolve(options.gold))) {
    const document = await readInput(context, input, options);
    if (document.ok) documents.push(document.value);
    else {
      refused += 1;
      refuse(context, document.failure);
    }
  }
  const measured = measure(documents, gold.value);
  if (measured.texts.length === 0) {
    return refuse(context, {
      code: 'UNKNOWN_ID',
      path: options.gold,
      message: 'none of the reports is annotated there',
      expected: 'annotations whose ids, or files, are the names of the reports',
    });
  }
  if (options.html !== undefined) {
    const page = await writeWhole(options.html, errorsPage(measured));
    if (!page.ok) return refuse(context, page.failure);
  }
  if (options.json === true) printJson(context, { score: measured.score, strict: measured.strict });
  else printScore(context, measured);
  return refused === 0 ? 0 : 2;
}

async function goldOf({ files }: Context, path: string): Promise<Result<Parameters<typeof measure>[1]>> {
  const bytes = await files.read(path, MAX_GOLD_BYTES);
  if (!bytes.ok) return bytes;
  try {
    return goldTextsOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value), path);
  } catch {
    return fail('BAD_ENCODING', path, 'the annotations are not UTF-8', { expected: 'JSON in UTF-8' });
  }
}

function printScore({ io }: Context, { texts, score, strict, unannotated, unread }: Measured): void {
  const line = (name: string, { f1, precision, recall, tp, fp, fn }: Measured['score']['core']): void =>
    io.out(
      `${name.padEnd(22)}F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  found ${tp}  spurious ${fp}  missed ${fn}\n`,
    );
  io.out(`${texts.length} annotated texts\n`);
  line('core fields', score.core);
  line('all fields', score.overall);
  line('core fields, strict', strict.core);
  line('all fields, strict', strict.overall);
  for (const name of unannotated) io.err(`tranche: ${name} is not annotated and is left out\n`);
  if (unread.length > 0) io.err(`tranche: ${unread.length} annotated texts are not among the reports\n`);
}
