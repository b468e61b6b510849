/**
 * Scores the grouping of claims into deals on the corpus of reports: `npm run score:grouping [-- --pairs]`.
 * Prints the pairwise F1 from the annotated claims and from the reader's own, on the corpus, on copies of it with
 * other names and sums, and with each cluster left out; with `--pairs` every wrong pair and why it was joined or not.
 */
import { annotated, goldTexts, type Labelled, read, textOf } from './grouping/corpus.ts';
import { renamedCorpus } from './grouping/renamed.ts';
import { type Grouped, grouped, scoreOf, wrongPairs } from './grouping/score.ts';

const SEEDS = [11, 12, 13];

const texts = goldTexts();
const fromGold = annotated();
const fromReader = read(texts.map((one) => ({ ...one, text: textOf(one.id) })));
const clusterOf = new Map(texts.map(({ id, cluster }) => [id, cluster]));

function row(
  name: string,
  items: readonly Grouped[],
  { unread }: Pick<Labelled, 'unread'> = { unread: 0 },
): void {
  const { f1, precision, recall, truePairs, foundPairs, rightPairs } = scoreOf(items);
  console.log(
    name.padEnd(34),
    `F1 ${f1.toFixed(4)}  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)} `,
    `${rightPairs} of ${foundPairs} joined pairs are right, ${truePairs} to find`,
    unread === 0 ? '' : `(${items.length} claims; ${unread} labelled ones are not read)`,
  );
}

const [gold, own] = [grouped(fromGold), grouped(fromReader)];
row('annotated claims', gold);
row("the reader's own claims", own, fromReader);
for (const seed of SEEDS) {
  const copy = renamedCorpus(seed);
  row(`renamed and scaled, seed ${seed}`, grouped(copy.annotated));
  row("  the reader's own", grouped(copy.read), copy.read);
}
for (const cluster of [...new Set(clusterOf.values())]) {
  const without = (items: readonly Grouped[]) => items.filter(({ text }) => clusterOf.get(text) !== cluster);
  row(`without ${cluster}`, without(gold));
  row("  the reader's own", without(own));
}
if (process.argv.includes('--pairs')) {
  print('annotated claims', fromGold, gold);
  print("the reader's own claims", fromReader, own);
}

function print(name: string, { ledger }: Labelled, items: readonly Grouped[]): void {
  const pairs = wrongPairs(items);
  const quotes = new Map(ledger.claims.map(({ id, claim }) => [id, claim.quote]));
  console.log(`\n${name}: ${pairs.length} wrong pairs`);
  for (const { kind, one, other } of pairs) {
    console.log(kind === 'joined' ? 'joined, and should not be' : 'apart, and should be one');
    for (const { id, text, label, group, joined, loose } of [one, other]) {
      const near = joined?.runnerUp ?? loose?.nearest;
      const why = joined === undefined ? `no deal: ${loose?.because}` : `${group}: ${joined.joinedBecause}`;
      const points = joined?.points === undefined ? '' : ` (${joined.points} points)`;
      const next = near === undefined ? '' : `; next ${near.deal} with ${near.points}`;
      console.log(`  ${text} [${label}] "${quotes.get(id)?.slice(0, 110)}"\n      ${why}${points}${next}`);
    }
  }
}
