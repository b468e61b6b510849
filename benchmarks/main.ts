import { type Benchmark, type Line, passes } from './harness.ts';

/**
 * `npm run bench [NAME...] [--peer NAME=DIR]... [--json]`: measures each workload beside its peers, checks the
 * results in the same run, and ends with status 1 when a line is wrong or slower than its goal.
 */
const BENCHMARKS: Readonly<Record<string, () => Promise<{ readonly benchmark: Benchmark }>>> = {
  archive: () => import('./archive.ts'),
  backsolve: () => import('./backsolve.ts'),
  fold: () => import('./fold.ts'),
  ledger: () => import('./ledger.ts'),
  reader: () => import('./reader.ts'),
  round: () => import('./round.ts'),
  waterfall: () => import('./waterfall.ts'),
};

const words = process.argv.slice(2);
const peers = new Map<string, string>();
const names: string[] = [];
for (let index = 0; index < words.length; index += 1) {
  const word = words[index] ?? '';
  if (word === '--peer') {
    index += 1;
    const [name = '', folder = ''] = (words[index] ?? '').split('=');
    peers.set(name, folder);
  } else if (!word.startsWith('--')) names.push(word);
}
const unknown = names.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
  process.exit(2);
}

let failed = 0;
const all: Record<string, readonly Line[]> = {};
const json = words.includes('--json');
for (const [name, load] of Object.entries(BENCHMARKS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const { benchmark } = await load();
  if (!json) console.log(`\n${benchmark.name}: ${benchmark.about}`);
  const lines = await benchmark.run({ peers, say: (text) => process.stderr.write(`  … ${text}\n`) });
  all[name] = lines;
  failed += lines.filter((line) => !passes(line)).length;
  if (!json) for (const line of lines) console.log(textOf(line));
}
if (json) console.log(JSON.stringify(all, null, 1));
process.exitCode = failed > 0 ? 1 : 0;

function textOf(line: Line): string {
  const { what, ours, beside, ratio, goal, checked, correct } = line;
  const wanted =
    goal === undefined ? '' : 'least' in goal ? ` (at least ${goal.least})` : ` (at most ${goal.most})`;
  return [
    `  ${passes(line) ? 'ok  ' : 'MISS'} ${what}: ${ours}`,
    beside === undefined ? '' : `; ${beside}`,
    ratio === undefined ? '' : `; ratio ${ratio.toPrecision(3)}${wanted}`,
    `\n       ${correct ? 'checked' : 'WRONG'}: ${checked}`,
  ].join('');
}
