import type { Span } from '@tranche/ledger/claim';
import type { Cited, RoundDraft } from '../../claims/draft.ts';
import type { Party } from '../../party/index.ts';
import { amountsIn } from './amounts.ts';
import type { LanguageData } from './language.ts';
import type { LineBook } from './names.ts';
import { normalLine } from './normal-line.ts';
import type { Column } from './saying.ts';

interface Cell {
  readonly text: string;
  /** Where it stands in the stored text. */
  readonly at: (start: number, end: number) => Span;
}

export type Columns = ReadonlyMap<number, Column>;

/** The cells of a row whose cells stand between bars or tabs. */
function cellsOf(text: string, start: number, end: number): Cell[] {
  const line = normalLine(text, start, end);
  const cells: Cell[] = [];
  let from = 0;
  for (const match of [...line.text.matchAll(/\||\t/g), { index: line.text.length }]) {
    const at = from;
    if (match.index > 0)
      cells.push({ text: line.text.slice(at, match.index), at: (a, b) => line.origin(at + a, at + b) });
    from = match.index + 1;
  }
  return cells;
}

/** What the columns of a table hold, when a row is its head: it names at least the company and the sum. */
export function columnsOf(text: string, start: number, end: number, data: LanguageData): Columns | undefined {
  const columns = new Map<number, Column>();
  const heads = Object.entries(data.saying.columns) as [Column, RegExp][];
  cellsOf(text, start, end).forEach((cell, index) => {
    const found = heads.find(([, pattern]) => pattern.test(cell.text.trim()));
    if (found !== undefined && ![...columns.values()].includes(found[0])) columns.set(index, found[0]);
  });
  const named = [...columns.values()];
  return named.includes('issuer') && named.includes('amount') ? columns : undefined;
}

/** The round that a row tells, if it holds a company and a sum. */
export function roundOfRow(
  text: string,
  span: Span,
  columns: Columns,
  data: LanguageData,
  book: LineBook,
  place: { readonly sentence: number; readonly line: number },
): RoundDraft | undefined {
  const cells = cellsOf(text, ...span);
  const cell = (column: Column): Cell | undefined => {
    const index = [...columns].find(([, name]) => name === column)?.[0];
    return index === undefined ? undefined : cells[index];
  };
  const partiesIn = (column: Column): Cited<Party>[] => {
    const found = cell(column);
    if (found === undefined) return [];
    return book
      .mentionsIn(found.text)
      .map(({ party, start, end }) => ({ value: party, span: found.at(start, end) }));
  };
  const issuer = partiesIn('issuer')[0];
  const money = cell('amount');
  const amount = money === undefined ? undefined : amountsIn(money.text, data.money)[0];
  if (issuer === undefined || money === undefined || amount === undefined) return undefined;
  const price = cell('valuation');
  const valuation = price === undefined ? undefined : amountsIn(price.text, data.money)[0];
  const named = cell('stage');
  const names = (column: Column): Cited<string>[] =>
    partiesIn(column).map(({ value, span: at }) => ({
      value: value.name,
      ...(at === undefined ? {} : { span: at }),
    }));
  return {
    type: 'round',
    quote: span,
    ...place,
    issuer,
    amount: { value: amount.amount, span: money.at(amount.from, amount.end) },
    stage: named === undefined ? undefined : stageIn(named, data),
    money: 'primary',
    ...(valuation === undefined || price === undefined
      ? {}
      : { unspecified: { value: valuation.amount, span: price.at(valuation.from, valuation.end) } }),
    status: 'closed',
    leads: names('lead'),
    participants: names('participants'),
    proceeds: [],
    background: true,
  };
}

function stageIn(cell: Cell, data: LanguageData): Cited<string> | undefined {
  for (const [pattern, name] of data.saying.stages) {
    for (const match of cell.text.matchAll(pattern))
      return { value: name(match), span: cell.at(match.index, match.index + match[0].length) };
  }
  return undefined;
}

/** The names in the cells of a table's rows, which no sentence shows to be names. */
export function namesOfRow(text: string, span: Span, columns: Columns): string[] {
  const cells = cellsOf(text, ...span);
  return [...columns].flatMap(([index, column]) =>
    column === 'issuer' || column === 'lead' || column === 'participants'
      ? (cells[index]?.text ?? '').split(/[,;、/]/).map((name) => name.trim())
      : [],
  );
}
