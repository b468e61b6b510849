import type { AnswerView, CellView } from '@tranche/service/views';
import { paragraph, type Styles, stylesOf, table } from '../terminal/index.ts';
import type { Context } from './context.ts';

/** An answer of any question: its sentence, basis and dates, the table, conflicts, remainders, what is missing. */
export function printAnswer({ io }: Context, answer: AnswerView): void {
  const styles = stylesOf(io.colours);
  const width = io.columns;
  const { basis, asOf, knownOn } = answer;
  const sections = [
    `${styles.bold(paragraph(answer.answer, width))}\n${styles.dim(paragraph(`${basis}; as of ${asOf}, as known on ${knownOn}`, width))}`,
    rowsTable(answer, width),
    conflictsText(answer, width, styles),
    remaindersText(answer, width, styles),
    [
      ...answer.missing.map((one) => paragraph(one, width, '', 'missing: ')),
      ...answer.assumptions.map(({ text }) => paragraph(text, width, '', 'assumed: ')),
    ].join('\n'),
  ];
  io.out(`${sections.filter((text) => text !== '').join('\n\n')}\n`);
}

const textOf = (cell: CellView | undefined): string =>
  cell === undefined ? '' : (cell.text ?? ('figure' in cell ? cell.figure.text : ''));

/** A column of words wraps; numbers and short words take the room they need, so that many columns fit. */
const PROSE = 24;

/** Remarks repeat from row to row: the table names them by number, and they are spelt out below it. */
function rowsTable({ columns, rows }: AnswerView, width: number): string {
  if (rows.length === 0) return '';
  const notes = [...new Set(rows.flatMap(({ note }) => note ?? []))];
  const numberOf = (note: string | undefined): string =>
    note === undefined ? '' : String(notes.indexOf(note) + 1);
  const used = columns.flatMap(({ key, title, align }) => {
    const longest = Math.max(...rows.map(({ cells }) => textOf(cells[key]).length));
    if (longest === 0) return [];
    return [{ key, title, grows: longest > PROSE, ...(align === undefined ? {} : { align }) }];
  });
  const withNotes = notes.length === 0 ? used : [...used, { title: 'note', align: 'right' as const }];
  const lines = rows.map(({ cells, note }) => [
    ...used.map(({ key }) => textOf(cells[key])),
    ...(notes.length === 0 ? [] : [numberOf(note)]),
  ]);
  const spelt = notes.map((note, index) => paragraph(note, width, '', `note ${index + 1}: `));
  return [table(withNotes, lines, width), ...spelt].join('\n');
}

/** Rules are long and few: each conflict names its own by number, and they are spelt out below. */
function conflictsText({ conflicts }: AnswerView, width: number, styles: Styles): string {
  if (conflicts.length === 0) return '';
  const rules = [...new Set(conflicts.map(({ rule }) => rule))];
  const lines = conflicts.flatMap(({ label, chosen, rule, origins, options }) => [
    paragraph(
      `${label}: ${chosen === undefined ? 'not chosen' : textOf(chosen)} (rule ${rules.indexOf(rule) + 1}${originsText(origins)})`,
      width,
    ),
    ...options.flatMap(({ cell, passedOverBecause, effect, origins: behind }) => [
      paragraph(`${textOf(cell)}: ${passedOverBecause}${originsText(behind)}`, width, '    ', '  - '),
      ...(effect === undefined ? [] : [paragraph(`with it: ${effect}`, width, '      ', '    ')]),
    ]),
  ]);
  const notes = rules.map((rule, index) => paragraph(rule, width, '  ', `  rule ${index + 1}: `));
  return [styles.bold('Passed over'), ...lines, ...notes].join('\n');
}

const originsText = (origins: number | undefined): string =>
  origins === undefined ? '' : `; ${origins} independent ${origins === 1 ? 'origin' : 'origins'}`;

function remaindersText({ remainders }: AnswerView, width: number, styles: Styles): string {
  if (remainders.length === 0) return '';
  const lines = remainders.map(({ label, sum, stated, remainder, agrees }) =>
    paragraph(
      `${label}: ${sum.text} beside ${stated.text} stated; ${agrees ? 'they agree' : `remainder ${remainder.text}`}`,
      width,
      '    ',
      '  - ',
    ),
  );
  return [styles.bold('Sums'), ...lines].join('\n');
}
