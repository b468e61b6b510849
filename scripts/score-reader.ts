/**
 * Scores the reader on annotated texts: `npm run score:reader`. Prints a table with the corpus, copies of it with
 * other names and sums, the texts held out, those of other languages, and any folder given.
 *
 *   --texts DIR --gold FILE   a folder of texts as well, or alone with --only
 *   --only                    of the folder given, or of the corpus, without the other sets
 *   --fields                  the counts of each field and each cluster too
 *   --errors                  what was missed and what is spurious in the corpus, or in the folder given
 *   --ids 001,002             of these texts alone; with --errors or --only
 *   --show 006                the claims that are read from one text
 *   --markdown                the table as Markdown
 */
import { type Counts, matchFacts } from '@tranche/reader/score';
import {
  type AnnotatedText,
  annotatedTexts,
  asserted,
  corpus,
  otherSets,
  readClaims,
  renamed,
  type TextSet,
} from './reader-score/sets.ts';
import { scoreSet, scoreTable } from './reader-score/table.ts';

const SEEDS = [11, 12, 13];

const flag = (name: string): boolean => process.argv.includes(name);
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

const folder = option('--texts');
const goldFile = option('--gold') ?? (folder === undefined ? undefined : `${folder}/gold.json`);
const given: TextSet | undefined =
  folder === undefined || goldFile === undefined
    ? undefined
    : { name: folder, texts: annotatedTexts(folder, goldFile) };
const ids = option('--ids')?.split(',');
const developed: TextSet = { name: 'corpus, developed on', texts: corpus() };
const chosen = narrowed(given ?? developed);

function narrowed({ name, texts }: TextSet): TextSet {
  return { name, texts: texts.filter(({ id }) => ids === undefined || ids.includes(id)) };
}

const shown = option('--show');
if (shown !== undefined) {
  const one = (given ?? developed).texts.find(({ id }) => id === shown);
  if (one === undefined) throw new Error(`no text ${shown}`);
  for (const claim of readClaims(one).claims)
    console.log(JSON.stringify({ ...claim, spans: undefined, quote_span: undefined }));
} else if (flag('--errors')) {
  console.log(scoreTable([scoreSet(chosen)], false));
  for (const one of chosen.texts) printErrors(one);
} else {
  const alone = flag('--only') || ids !== undefined;
  const sets = alone
    ? [chosen]
    : [
        developed,
        ...SEEDS.map((seed) => ({
          name: `renamed and scaled, seed ${seed}`,
          texts: renamed(developed.texts, seed),
        })),
        ...otherSets(),
        ...(given === undefined ? [] : [given]),
      ];
  const scores = sets.map(scoreSet);
  console.log(scoreTable(scores, flag('--markdown')));
  const [first, ...others] = scores;
  const copies = others.slice(0, alone ? 0 : SEEDS.length);
  if (first !== undefined && copies.length > 0) {
    const mean = copies.reduce((sum, { score }) => sum + score.core.f1, 0) / copies.length;
    console.log(`\ncore F1 lost on renamed and scaled copies: ${(first.score.core.f1 - mean).toFixed(3)}`);
  }
  const last = scores.at(-1);
  if (flag('--fields') && last !== undefined) {
    for (const counts of [last.score.byType, last.score.byField, last.score.byCluster]) {
      console.log('');
      for (const [name, one] of Object.entries(counts)) console.log(line(name, one));
    }
  }
}

function line(name: string, { precision, recall, f1, tp, fp, fn }: Counts): string {
  const shares = [precision, recall, f1].map((share) => share.toFixed(3));
  return [name.padEnd(32), ...shares, `tp ${tp} fp ${fp} fn ${fn}`].join(' ');
}

function printErrors(one: AnnotatedText): void {
  const { gold, read } = matchFacts(asserted(one.claims), asserted(readClaims(one).claims));
  const wrong = [
    ...gold
      .filter(({ fact, hit }) => hit === undefined && !fact.optional)
      .map(({ fact }) => ['missed  ', fact] as const),
    ...read
      .filter(({ hit, isRepeat }) => hit === undefined && !isRepeat)
      .map(({ fact }) => ['spurious', fact] as const),
  ];
  for (const [kind, { type, subject, field, value, status }] of wrong)
    console.log(one.id, kind, type, subject.join('>'), field, JSON.stringify(value), status ?? '');
}
