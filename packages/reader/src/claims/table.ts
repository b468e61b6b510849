import type { Span } from '@tranche/ledger/claim';
import type { AmountToken, SentenceFrame } from '../frame/index.ts';
import type { Party, PartyBook } from '../party/index.ts';
import { cited, type Reading } from './reading.ts';
import { stageNear } from './stage-and-instrument.ts';

/** What the columns of a table of deals are called. */
const COLUMNS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:company|issuer|start-?up|name|target)$/i, 'issuer'],
  [/^(?:amount|raised|size|round size|sum|funding)$/i, 'amount'],
  [/^(?:stage|round|series|type)$/i, 'stage'],
  [/^(?:led by|lead|lead investors?|leads|investors?)$/i, 'lead'],
];
type Column = 'issuer' | 'amount' | 'stage' | 'lead';

interface Cell {
  readonly words: string;
  readonly span: Span;
}

/** The cells of a pipe or tab row, trimmed, with their places. */
export function cellsOf(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let from = start;
  for (let index = start; index <= end; index += 1) {
    const char = text[index];
    if (index < end && char !== '|' && char !== '\t') continue;
    const raw = text.slice(from, index);
    const words = raw.trim();
    if (words !== '') {
      const at = from + raw.indexOf(words);
      cells.push({ words, span: [at, at + words.length] });
    }
    from = index + 1;
  }
  return cells;
}

/** The meaning of each column when the row is the head of a table of deals. */
export function headOf(cells: readonly Cell[]): (Column | undefined)[] | undefined {
  const columns = cells.map(({ words }) => COLUMNS.find(([pattern]) => pattern.test(words))?.[1]);
  return columns.includes('issuer') && columns.includes('amount') ? columns : undefined;
}

/** One row of a table of deals is one round. */
export function roundFromRow(
  row: { readonly cells: readonly Cell[]; readonly line: Span },
  columns: readonly (Column | undefined)[],
  frame: SentenceFrame,
  book: PartyBook,
  reading: Reading,
): boolean {
  const cell = (column: Column): Cell | undefined => row.cells[columns.indexOf(column)];
  const issuerCell = cell('issuer');
  const amountCell = cell('amount');
  const token = amountCell === undefined ? undefined : amountIn(frame, amountCell.span);
  const issuer = issuerCell === undefined ? undefined : book.named(issuerCell.words);
  if (issuerCell === undefined || token === undefined || issuer === undefined) return false;
  const stageCell = cell('stage');
  const stage = stageCell === undefined ? undefined : (stageNear(stageCell.words, 0) ?? stageCell.words);
  const leadCell = cell('lead');
  const lead: Party | undefined = leadCell === undefined ? undefined : book.named(leadCell.words);
  token.role = 'round';
  reading.add({
    type: 'round',
    quote: row.line,
    sentence: reading.sentence,
    line: reading.line,
    issuer: { value: issuer, span: issuerCell.span },
    amount: cited(token),
    stage:
      stage === undefined || stageCell === undefined ? undefined : { value: stage, span: stageCell.span },
    money: 'primary',
    status: 'closed',
    leads: leadCell === undefined ? [] : [{ value: lead?.name ?? leadCell.words, span: leadCell.span }],
    participants: [],
    proceeds: [],
    background: false,
  });
  return true;
}

const amountIn = (frame: SentenceFrame, span: Span): AmountToken | undefined =>
  frame.amounts.find((token) => token.span[0] >= span[0] && token.span[1] <= span[1]);
