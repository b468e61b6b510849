import type { PlainDate } from '@tranche/core/time';
import type { Claim, Span } from '@tranche/ledger/claim';
import type { Source, Tier } from '@tranche/ledger/source';
import { type DateMention, scanDates } from '../dates/index.ts';
import { isDenied } from '../hedge/index.ts';
import {
  type AmountMention,
  type PercentMention,
  scanAmounts,
  scanPercents,
  yenSignMeansYuan,
} from '../money/index.ts';
import { type PartyBook, partyBookOf } from '../party/index.ts';
import { type Line, partsOfDocument, type Sentence, sentencesOf } from '../text/index.ts';

/** What a drafted claim is held against: the text, what the rules made of it, and its names. */
export interface DraftContext {
  readonly text: string;
  readonly published: PlainDate | undefined;
  readonly tier: Tier;
  readonly book: PartyBook;
  /** The claims of the rules. */
  readonly claims: readonly Claim[];
  /** The headline and the lines of the body that hold text, in order. */
  readonly lines: readonly Line[];
  /** Names of parties whose part the text denies somewhere, lower-cased. */
  readonly denied: ReadonlySet<string>;
  readLine(line: Line): LineReading;
}

/** A line with what our own grammar finds in it. */
export interface LineReading {
  readonly sentences: readonly Sentence[];
  readonly amounts: readonly AmountMention[];
  readonly percents: readonly PercentMention[];
  readonly dates: readonly DateMention[];
}

/** The context of one document; `claims` are those that the rules read from it. */
export function draftContext(
  { text, published, tier }: Pick<Source, 'text' | 'published' | 'tier'>,
  claims: readonly Claim[],
): DraftContext {
  const parts = partsOfDocument(text);
  const { headline } = parts;
  const body = parts.body.filter(({ kind }) => kind !== 'blank' && kind !== 'furniture');
  const heads: readonly Line[] = headline.end > headline.start ? [{ ...headline, kind: 'prose' }] : [];
  const book = partyBookOf(text, [
    ...heads.map(({ start, end }) => ({ start, end, isHeadline: true })),
    ...body.map(({ start, end }) => ({ start, end, isHeadline: false })),
  ]);
  const yuanByDefault = yenSignMeansYuan(text);
  const readings = new Map<number, LineReading>();
  const read = ({ start, end }: Line): LineReading => {
    const line = text.slice(start, end);
    return {
      sentences: sentencesOf(text, start, end),
      amounts: scanAmounts(line, start, { yuanByDefault }),
      percents: scanPercents(line, start),
      dates: scanDates(line, start, published === undefined ? {} : { published }),
    };
  };
  const readLine = (line: Line): LineReading => {
    const known = readings.get(line.start) ?? read(line);
    readings.set(line.start, known);
    return known;
  };
  return {
    text,
    published,
    tier,
    book,
    claims,
    lines: [...heads, ...body],
    denied: deniedIn(text, body, book),
    readLine,
  };
}

/** Who is named in a sentence that rejects what it mentions. */
function deniedIn(text: string, lines: readonly Line[], book: PartyBook): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { start, end } of lines) {
    if (!isDenied(text.slice(start, end))) continue;
    for (const sentence of sentencesOf(text, start, end)) {
      if (!isDenied(text.slice(sentence.start, sentence.end))) continue;
      for (const { party } of book.mentionsIn(sentence.start, sentence.end))
        names.add(party.name.toLowerCase());
    }
  }
  return names;
}

/** A quote where it stands, with the sentences it is taken from. */
export interface QuotePlace {
  readonly span: Span;
  readonly line: Line;
  /** From the beginning of the first sentence it touches to the end of the last. */
  readonly around: Span;
}

/** The sentences a span of a line touches, as one range. */
export function aroundOf(context: DraftContext, line: Line, [start, end]: Span): Span {
  const touched = context.readLine(line).sentences.filter((one) => one.start < end && one.end > start);
  return [Math.min(start, touched[0]?.start ?? line.start), Math.max(end, touched.at(-1)?.end ?? line.end)];
}
