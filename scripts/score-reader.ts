/**
 * Scores the reader on the corpus of reports: `npx tsx scripts/score-reader.ts [--errors] [--show ID] [--ids 001,002]`.
 * Prints the corpus scorer's figures, and on request its list of errors or the claims read from one text.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimToJson } from '@tranche/ledger/claim';
import { readReport } from '@tranche/reader/read';
import { score } from '../packages/reader/corpus/score.mjs';

const corpus = fileURLToPath(new URL('../packages/reader/corpus', import.meta.url));
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

interface GoldText {
  readonly id: string;
  readonly file: string;
  readonly cluster: string;
  readonly claims: readonly Record<string, unknown>[];
}

const gold = JSON.parse(fs.readFileSync(path.join(corpus, 'gold.json'), 'utf8')) as readonly GoldText[];
const wanted = option('--ids')?.split(',');
const chosen = gold.filter(({ id }) => wanted === undefined || wanted.includes(id));

function claimsOf(id: string) {
  const text = fs.readFileSync(path.join(corpus, 'texts', `${id}.txt`), 'utf8');
  const read = readReport(text, { name: id });
  if (!read.ok) throw new Error(`${id}: ${read.failure.message}`);
  for (const claim of read.value.claims) {
    if (text.slice(...claim.quote_span) !== claim.quote)
      throw new Error(`${id}: a quote does not stand in its text`);
  }
  return read.value.claims.map(claimToJson);
}

const shown = option('--show');
if (shown !== undefined) {
  for (const claim of claimsOf(shown))
    console.log(JSON.stringify({ ...claim, spans: undefined, quote_span: undefined }));
} else {
  const asserted = (claims: readonly Record<string, unknown>[]) =>
    claims.filter((claim) => claim.denied !== true);
  const reports = chosen.map((one) => ({ ...one, gold: asserted(one.claims) }));
  const result = score(reports, (id: string) => asserted(claimsOf(id)));
  const row = (
    name: string,
    x: { precision: number; recall: number; f1: number; tp: number; fp: number; fn: number },
  ): void =>
    console.log(
      name.padEnd(32),
      x.precision.toFixed(3),
      x.recall.toFixed(3),
      x.f1.toFixed(3),
      `tp ${x.tp} fp ${x.fp} fn ${x.fn}`,
    );
  row('overall', result.overall);
  row('core', result.core);
  for (const [name, x] of Object.entries(result.by_field)) row(name, x);
  for (const [name, x] of Object.entries(result.by_cluster)) row(name, x);
  console.log(
    'status',
    result.status.accuracy,
    'grouped',
    result.status.accuracy_grouped,
    'basis',
    result.valuation_basis_accuracy,
    'qualifier',
    result.qualifier_accuracy,
    'rounds',
    result.round_binding.rate,
    'negatives',
    `${result.negatives.clean}/${result.negatives.docs}`,
  );
  console.log(result.status.confusion);
  if (process.argv.includes('--errors')) {
    for (const error of result.errors)
      console.log(
        error.id,
        error.kind.padEnd(8),
        error.type,
        error.subj.join('>'),
        error.field,
        JSON.stringify(error.value),
        error.status ?? '',
      );
  }
}
