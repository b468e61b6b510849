import type { PlainDate } from '@tranche/core/time';
import type { Claim } from '@tranche/ledger/claim';
import type { Tier } from '@tranche/ledger/source';
import { assembled, claimFromDraft } from '../../assembly/index.ts';
import type { Draft, FxDraft } from '../../claims/draft.ts';
import type { DocumentParts } from '../../text/index.ts';
import { amountsIn } from './amounts.ts';
import { type Frame, frameOf } from './frame.ts';
import type { LanguageData } from './language.ts';
import { bookOf } from './names.ts';
import { normalLine } from './normal-line.ts';
import { type FramedLine, LocalReading } from './reader.ts';
import { rolesOf } from './roles.ts';
import { sentencesIn } from './sentences.ts';
import { type Columns, columnsOf, namesOfRow, roundOfRow } from './table.ts';

export interface LinesInput {
  readonly text: string;
  /** The document with only the lines of this language in its body. */
  readonly parts: DocumentParts;
  readonly published: PlainDate | undefined;
  readonly tier: Tier | undefined;
}

/** What the lines of one language of a document claim, through the same drafts and assembly as English. */
export function readLines(input: LinesInput, data: LanguageData): Claim[] {
  const { text, parts, published } = input;
  const rows = new Map<number, Columns>();
  const body = parts.body.filter((line) => line.kind !== 'blank' && line.kind !== 'furniture');
  const rowNames = tableRows(text, body, data, rows);
  const { start, end } = parts.headline;
  const headline = end > start ? [{ start, end, kind: 'headline' as const }] : [];
  const lines = [...body, ...headline];
  const plain = lines.map((line) => normalLine(text, line.start, line.end).text);
  const book = bookOf([...plain, ...rowNames], data.names, data.code);
  const framed: FramedLine[] = [];
  const fx: Draft[] = [];
  const reading: { currency: string | undefined } = { currency: usualCurrency(plain, data) };
  lines.forEach((line, index) => {
    if (line.kind === 'row') return;
    const frames: Frame[] = sentencesIn(text, line.start, line.end).map((sentence) => {
      const frame = frameOf(text, sentence.start, sentence.end, data, {
        book,
        published,
        currency: reading.currency,
      });
      fx.push(...conversionsIn(frame, index));
      return frame;
    });
    framed.push({
      frames,
      index,
      kind: line.kind === 'item' ? 'item' : line.kind === 'headline' ? 'headline' : 'prose',
    });
  });
  const roles = rolesOf(framed, data);
  const local = new LocalReading(text, published, input.tier, data, roles);
  local.frames = framed.filter(({ kind }) => kind !== 'headline').flatMap(({ frames }) => frames);
  local.read(framed);
  body.forEach((line, index) => {
    const columns = rows.get(line.start);
    if (columns === undefined) return;
    const place = { sentence: 100_000 + index, line: index };
    const round = roundOfRow(text, [line.start, line.end], columns, data, book, place);
    if (round !== undefined) local.drafts.push(round);
  });
  local.drafts.push(...fx);
  return assembled(local, roles).map((draft) => claimFromDraft(draft, text));
}

/** Finds which rows stand under a head, and the names their cells hold. */
function tableRows(
  text: string,
  body: DocumentParts['body'],
  data: LanguageData,
  rows: Map<number, Columns>,
): string[] {
  const names: string[] = [];
  let columns: Columns | undefined;
  for (const line of body) {
    if (line.kind !== 'row') {
      columns = undefined;
      continue;
    }
    const head = columnsOf(text, line.start, line.end, data);
    if (head !== undefined) columns = head;
    else if (columns !== undefined && !/^[\s|:-]*$/.test(text.slice(line.start, line.end))) {
      rows.set(line.start, columns);
      names.push(...namesOfRow(text, [line.start, line.end], columns));
    }
  }
  return names.map((name) => `\u0001${name}\u0001`);
}

/** The currency most sums of the text are in. */
function usualCurrency(lines: readonly string[], data: LanguageData): string | undefined {
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const { amount } of amountsIn(line, data.money))
      counts.set(amount.currency, (counts.get(amount.currency) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}

const A = '[\ue400-\ue7ff]';
const CONVERSION = new RegExp(
  `(${A}) ?\\((?:约合?|約合?|相当于|合|soit|environ|etwa|rund|umgerechnet|entspricht|\\p{L}{1,6})? ?(?:rund |etwa |environ |约|約)?(${A})[^)${A.slice(1, -1)}]{0,12}\\)`,
  'gu',
);

/** "5億ドル(約720億円)": the text equates two sums; the second is no claim of its own. */
function conversionsIn(frame: Frame, line: number): FxDraft[] {
  const found: FxDraft[] = [];
  for (const match of frame.skeleton.text.matchAll(CONVERSION)) {
    const from = frame.amounts[(match[1] ?? '').charCodeAt(0) - 0xe400];
    const to = frame.amounts[(match[2] ?? '').charCodeAt(0) - 0xe400];
    if (from === undefined || to === undefined || from.amount.currency === to.amount.currency) continue;
    to.role = 'fx';
    if ('min' in from.amount || 'min' in to.amount) continue;
    found.push({
      type: 'fx',
      quote: frame.skeleton.origin(match.index, match.index + match[0].length),
      sentence: 0,
      line,
      from: { value: from.amount, span: from.span },
      to: { value: to.amount, span: to.span },
    });
  }
  return found;
}
