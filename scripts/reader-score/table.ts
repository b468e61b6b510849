import { type Score, type Share, scoreTexts } from '@tranche/reader/score';
import { coreInterval, type Interval } from './interval.ts';
import { readClaims, scoredText, type TextSet } from './sets.ts';

export interface SetScore {
  readonly name: string;
  readonly score: Score;
  readonly strict: Score;
  readonly grounding: Share;
  readonly interval: Interval | undefined;
}

export function scoreSet({ name, texts }: TextSet): SetScore {
  let [of, right] = [0, 0];
  const scored = texts.map((one) => {
    const { claims, grounded } = readClaims(one);
    of += claims.length;
    right += grounded;
    return scoredText(one, claims);
  });
  return {
    name,
    score: scoreTexts(scored),
    strict: scoreTexts(scored, true),
    grounding: { of, right },
    interval: coreInterval(scored),
  };
}

const figure = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(3));
const part = ({ right, of }: Share): string => (of === 0 ? '-' : `${right}/${of}`);

const COLUMNS: readonly (readonly [title: string, of: (one: SetScore) => string])[] = [
  ['set', ({ name }) => name],
  ['texts', ({ score }) => String(score.texts)],
  ['core F1', ({ score }) => figure(score.core.f1)],
  ['95%', ({ interval }) => (interval ? `${interval.low.toFixed(2)}-${interval.high.toFixed(2)}` : '-')],
  ['prec', ({ score }) => figure(score.core.precision)],
  ['recall', ({ score }) => figure(score.core.recall)],
  ['all F1', ({ score }) => figure(score.overall.f1)],
  ['status', ({ score }) => figure(score.status.share)],
  ['grouped', ({ score }) => figure(score.statusGrouped.share)],
  ['basis', ({ score }) => figure(score.basis.share)],
  ['qualifier', ({ score }) => figure(score.qualifier.share)],
  ['whole rounds', ({ score }) => part(score.wholeRounds)],
  ['negatives', ({ score }) => part(score.negatives)],
  ['grounded', ({ grounding }) => part(grounding)],
  ['strict core', ({ strict }) => figure(strict.core.f1)],
  ['strict all', ({ strict }) => figure(strict.overall.f1)],
];

/** One row for each set, as text or as a table of Markdown. */
export function scoreTable(scores: readonly SetScore[], asMarkdown: boolean): string {
  const rows = [COLUMNS.map(([title]) => title), ...scores.map((one) => COLUMNS.map(([, of]) => of(one)))];
  if (asMarkdown) {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const [head = [], ...body] = rows;
    return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
  }
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
