import type { PlainDate } from '@tranche/core/time';
import type { Span } from '@tranche/ledger/claim';
import type { MappedText } from '../../frame/mapped-text.ts';
import { TOKEN_CLASS, tokenChar, tokenIndex } from '../../frame/tokens.ts';
import type { Party } from '../../party/index.ts';
import { amountsIn, type LineAmount, type LinePercent, percentsIn } from './amounts.ts';
import type { LanguageData } from './language.ts';
import type { LineBook } from './names.ts';
import { normalLine } from './normal-line.ts';
import { type LineTime, timesIn } from './times.ts';

/** A party as a sentence names it; without a party the words stand for the company the text is about. */
export interface Ref {
  readonly span: Span;
  readonly party?: Party;
}

export interface AmountInFrame extends LineAmount {
  readonly span: Span;
  role?: string;
}

/** A sentence whose mentions are one character each, like the English reader's frame; spans lead to the stored text. */
export interface Frame {
  readonly start: number;
  readonly end: number;
  readonly skeleton: MappedText;
  readonly parties: readonly (readonly Ref[])[];
  readonly amounts: readonly AmountInFrame[];
  readonly percents: readonly (LinePercent & { readonly span: Span })[];
  readonly times: readonly (LineTime & { readonly span: Span })[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

export interface FrameContext {
  readonly book: LineBook;
  readonly published: PlainDate | undefined;
  /** Currency of sums that name none. */
  readonly currency: string | undefined;
}

const PUNCTUATION: Readonly<Record<string, string>> = {
  '。': '.',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
};
const P = `[${TOKEN_CLASS.party}]`;
const A = `[${TOKEN_CLASS.amount}]`;
/** Brackets without sums or shares are asides. */
const ASIDE = new RegExp(` ?\\([^()${TOKEN_CLASS.amount}${TOKEN_CLASS.percent}]{1,60}\\)`, 'g');
const LEGAL = new RegExp(`(?<=${P}) (?:GmbH|AG|SE|SA|SAS|S\\.A\\.|UG|KG)(?![\\p{L}])`, 'gu');
const lists = new Map<string, RegExp>();

export function frameOf(
  text: string,
  start: number,
  end: number,
  data: LanguageData,
  context: FrameContext,
): Frame {
  const line = normalLine(text, start, end);
  const amounts: AmountInFrame[] = amountsIn(line.text, data.money, context.currency).map((one) => ({
    ...one,
    span: line.origin(one.from, one.end),
  }));
  const percents = percentsIn(line.text, data.money).map((one) => ({
    ...one,
    span: line.origin(one.start, one.end),
  }));
  const times = timesIn(line.text, data.times, context.published).map((one) => ({
    ...one,
    span: line.origin(one.start, one.end),
  }));
  const parties: Ref[][] = [];
  const named = context.book.mentionsIn(line.text);
  const marks: Mark[] = [];
  const put = (from: number, to: number, make: () => string): void => {
    if (!marks.some((mark) => from < mark.end && mark.start < to))
      marks.push({ start: from, end: to, put: make() });
  };
  for (const [index, one] of amounts.entries()) put(one.from, one.end, () => tokenChar('amount', index));
  for (const [index, one] of percents.entries()) put(one.from, one.end, () => tokenChar('percent', index));
  const refer = (ref: Ref): string => {
    parties.push([ref]);
    return tokenChar('party', parties.length - 1);
  };
  for (const { party, start: from, end: to } of named)
    put(from, to, () => refer({ party, span: line.origin(from, to) }));
  for (const [index, one] of times.entries()) put(one.start, one.end, () => tokenChar('date', index));
  for (const match of line.text.matchAll(data.names.anaphors)) {
    const [from, to] = [match.index, match.index + match[0].length];
    put(from, to, () => refer({ span: line.origin(from, to) }));
  }
  const edited = line.edited(marks.sort((one, other) => one.start - other.start));
  const plain = edited
    .replace(/[。「」『』“”„«»]/g, (match) => PUNCTUATION[match[0]])
    .replace(ASIDE, () => '')
    .replace(LEGAL, () => '')
    .replace(asidePattern(data), () => '')
    .replace(/\.(?=.)/g, () => '\u2024');
  const skeleton = plain.replace(listPattern(data), (match) => {
    const members = [...match[0]]
      .filter((char) => new RegExp(P).test(char))
      .flatMap((char) => parties[tokenIndex('party', char)] ?? []);
    if (members.some((ref) => ref.party === undefined)) return undefined;
    parties.push(members);
    return tokenChar('party', parties.length - 1);
  });
  return { start, end, skeleton, parties, amounts, percents, times };
}

const asides = new Map<string, RegExp>();

function asidePattern(data: LanguageData): RegExp {
  const known = asides.get(data.code);
  if (known !== undefined) return known;
  const pattern = new RegExp(data.names.aside?.replaceAll('{P}', P) ?? '(?!)', 'gu');
  asides.set(data.code, pattern);
  return pattern;
}

function listPattern(data: LanguageData): RegExp {
  const known = lists.get(data.code);
  if (known !== undefined) return known;
  const pattern = new RegExp(
    `${P}(?:(?:${data.names.joint.replaceAll('{P}', P).replaceAll('{A}', A)})${P}){1,24}`,
    'gu',
  );
  lists.set(data.code, pattern);
  return pattern;
}
