import type { MoneyKind, Span } from '@tranche/ledger/claim';
import type { DateMention } from '../dates/index.ts';
import type { AmountToken, SentenceFrame } from '../frame/index.ts';
import { scanAmounts } from '../money/index.ts';
import type { PartyBook } from '../party/index.ts';
import type { Cited } from './draft.ts';
import { cited, type Reading } from './reading.ts';
import { stageNear } from './stage-and-instrument.ts';

type Column = 'issuer' | 'amount' | 'stage' | 'lead' | 'investors' | 'date';

/** What the columns of a table of deals are called. */
const COLUMNS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:company|issuer|start-?up|name|target|firm|organi[sz]ation)(?: name)?$/i, 'issuer'],
  [
    /^(?:(?:deal|round|funding|investment) )?(?:amount|amt\.?|raised|size|sum|funding|value|investment)(?: raised)?(?:,? *[(in].{1,24})?$/i,
    'amount',
  ],
  [/^(?:stage|round|series|type|(?:funding|round|deal) (?:round|stage|type))$/i, 'stage'],
  [/^(?:led by|lead|lead investors?(?:\(s\))?|leads)$/i, 'lead'],
  [/^(?:(?:key|notable|participating|other) )?(?:investors?|backers?)(?:\(s\))?(?:,.{1,40})?$/i, 'investors'],
  [/^(?:date|announced|month|when)$/i, 'date'],
];
/** A column that is called by its unit alone: "M$", "USD m", "$ millions". */
const UNIT_ALONE =
  /^(?:(?:US)?[$€£¥₹₩]|USD|EUR|GBP|JPY|CNY|INR|KRW) ?(?:m|mn|mm|mln|mil|millions?|bn|billions?|k|crores?|cr)?\.?$|^(?:m|mn|mm|mln|millions?|bn|billions?|k|crores?|cr)\.? ?(?:(?:US)?[$€£¥₹₩]|USD|EUR|GBP|JPY|CNY|INR|KRW)$/i;

interface Cell {
  readonly words: string;
  readonly span: Span;
}

/** The head of a table: what each column holds, and the unit of its sums where only the head says it ("M$"). */
export interface TableHead {
  readonly columns: readonly (Column | undefined)[];
  readonly unit?: { readonly currency: string; readonly magnitude: string };
  /** The month or day that stands over the table, for rows that have none of their own. */
  readonly date?: DateMention;
}

/** The cells of a pipe or tab row, trimmed, with their places; those left empty within it keep theirs. */
export function cellsOf(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let from = start;
  for (let index = start; index <= end; index += 1) {
    const char = text[index];
    if (index < end && char !== '|' && char !== '\t') continue;
    const raw = text.slice(from, index);
    const words = raw.trim();
    const at = from + (words === '' ? 0 : raw.indexOf(words));
    const isEdge = from === start || index === end;
    if (words !== '' || !isEdge) cells.push({ words, span: [at, at + words.length] });
    from = index + 1;
  }
  return cells;
}

/** The meaning of each column when the row is the head of a table of deals. */
export function headOf(cells: readonly Cell[]): TableHead | undefined {
  const columns = cells.map(({ words }) =>
    UNIT_ALONE.test(words) ? 'amount' : COLUMNS.find(([pattern]) => pattern.test(words))?.[1],
  );
  if (!columns.includes('issuer') || !columns.includes('amount')) return undefined;
  const unit = unitOf(cells[columns.indexOf('amount')]?.words ?? '');
  return unit === undefined ? { columns } : { columns, unit };
}

/** "(M$)", "($ million)", "in EUR m": the currency and magnitude that a head gives its figures. */
function unitOf(words: string): TableHead['unit'] {
  const inner = UNIT_ALONE.test(words) ? words : /(?:\(|\bin )(.{1,24}?)\)?$/.exec(words)?.[1];
  if (inner === undefined) return undefined;
  const currency = /US\$|[$€£¥₹₩]|\b[A-Z]{3}\b|\bRs\.?/.exec(inner)?.[0];
  if (currency === undefined) return undefined;
  const rest = inner.replace(currency, ' ').trim();
  const magnitude = /^(?:m|mn|mm|mln|millions?|bn|b|billions?|k|thousands?|crores?|cr|lakhs?)$/i.exec(
    rest,
  )?.[0];
  return { currency, magnitude: magnitude ?? '' };
}

/** Rows of other deals than financings. */
const NO_ROUND = /\b(?:acqui|merger|buyout|ipo|listing|spac)/i;

/** One row of a table of deals is one round. */
export function roundFromRow(
  row: { readonly cells: readonly Cell[]; readonly line: Span },
  head: TableHead,
  frame: SentenceFrame,
  book: PartyBook,
  reading: Reading,
): boolean {
  const cell = (column: Column): Cell | undefined => {
    const found = row.cells[head.columns.indexOf(column)];
    return found === undefined || /^(?:[-–—.]|n\/?a|undisclosed|unknown)?$/i.test(found.words)
      ? undefined
      : found;
  };
  const issuerCell = cell('issuer');
  const amountCell = cell('amount');
  const issuer = issuerCell === undefined ? undefined : book.named(issuerCell.words);
  if (issuerCell === undefined || amountCell === undefined || issuer === undefined) return false;
  const token = amountIn(frame, amountCell.span) ?? amountOfUnit(amountCell, head);
  const stageCell = cell('stage');
  if (token === undefined) return false;
  token.role = 'round';
  if (NO_ROUND.test(stageCell?.words ?? '')) return true;
  const stage = stageCell === undefined ? undefined : (stageNear(stageCell.words, 0) ?? stageCell.words);
  const money = moneyOf(stageCell?.words ?? '');
  reading.add({
    type: 'round',
    quote: row.line,
    sentence: reading.sentence,
    line: reading.line,
    issuer: { value: issuer, span: issuerCell.span },
    amount: cited(token),
    stage:
      stage === undefined || stageCell === undefined || money !== 'primary'
        ? undefined
        : { value: stage, span: stageCell.span },
    money,
    date: dateIn(frame, cell('date'), reading) ?? reading.dated(head.date, 'closed'),
    status: 'closed',
    leads: namesIn(cell('lead'), book),
    participants: namesIn(cell('investors'), book),
    proceeds: [],
    background: false,
  });
  return true;
}

const moneyOf = (words: string): MoneyKind =>
  /\bgrant/i.test(words) ? 'grant' : /\b(?:debt|loan|credit)/i.test(words) ? 'debt' : 'primary';

const amountIn = (frame: SentenceFrame, span: Span): AmountToken | undefined =>
  frame.amounts.find((token) => token.span[0] >= span[0] && token.span[1] <= span[1]);

/** A bare figure in a column whose head gives the unit. */
function amountOfUnit(cell: Cell, { unit }: TableHead): AmountToken | undefined {
  if (unit === undefined || !/^~?\d[\d.,]*$/.test(cell.words)) return undefined;
  const printed = `${unit.currency}${cell.words.replace('~', '')} ${unit.magnitude}`.trim();
  const amount = scanAmounts(printed, 0, { yuanByDefault: false })[0]?.amount;
  return amount === undefined ? undefined : { amount, span: cell.span, start: cell.span[0], bare: true };
}

function dateIn(frame: SentenceFrame, cell: Cell | undefined, reading: Reading) {
  const mention = frame.dates.find(
    ({ span }) => cell !== undefined && span[0] >= cell.span[0] && span[1] <= cell.span[1],
  );
  return reading.dated(mention, 'closed');
}

/** The names of a cell, set apart by commas, semicolons or "and". */
function namesIn(cell: Cell | undefined, book: PartyBook): Cited<string>[] {
  if (cell === undefined) return [];
  const names: Cited<string>[] = [];
  for (const match of cell.words.matchAll(/[^,;/]+?(?=\s*(?:[,;/]| and | & |$))/g)) {
    const words = match[0].replace(/^\s*(?:and |& )?/, '').replace(/\s*\(lead\)$/i, '');
    if (words.length < 2 || /^(?:others?|undisclosed|existing investors)$/i.test(words)) continue;
    const at = cell.span[0] + match.index + match[0].indexOf(words);
    names.push({ value: book.named(words)?.name ?? words, span: [at, at + words.length] });
  }
  return names;
}
