import type { StatedAmount } from '@tranche/core/money';
import type { PartialDate } from '@tranche/core/time';
import type { DealStatus, Span } from '@tranche/ledger/claim';
import { looksForward } from '../hedge/index.ts';
import type { AmountMention, PercentMention } from '../money/index.ts';
import type { DraftContext, LineReading, QuotePlace } from './draft-context.ts';
import { findParty, partyPlaces } from './draft-party.ts';
import type { DropReason } from './dropped.ts';
import { QUOTE_LIMIT } from './find-quote.ts';
import { isResult } from './kind-words.ts';
import { placesOfWords } from './places.ts';
import type { SaidWords } from './said-words.ts';

/**
 * Finds what one draft points at in the text around its quote, and keeps where each of it stands. What cannot be
 * found gives a reason to drop the draft; the first reason stays. The quote grows, within its sentences, over words
 * it must hold.
 */
export class Grounding {
  readonly spans: Record<string, Span> = {};
  reason: DropReason | undefined;
  private start: number;
  private end: number;
  private readonly reading: LineReading;

  constructor(
    private readonly context: DraftContext,
    private readonly place: QuotePlace,
    private readonly said: SaidWords,
  ) {
    [this.start, this.end] = place.span;
    this.reading = context.readLine(place.line);
  }

  get quote(): Span {
    return [this.start, this.end];
  }

  /** The one sum in the quote that these words are, as our grammar reads it. */
  sum(field: string, words: string): AmountMention | undefined {
    const found = this.mention(words, this.reading.amounts);
    if (found === undefined) return undefined;
    if (isResult(this.context.text, found.span, ...this.place.around)) return this.drop('kind_not_in_words');
    return this.holding(field, [found.start, found.span[1]]) ? found : undefined;
  }

  percent(field: string, words: string): PercentMention | undefined {
    const found = this.mention(words, this.reading.percents);
    if (found === undefined) return undefined;
    const percent = found.percent.toApproximateNumber();
    if (percent <= 0 || percent > 100) return this.drop('number_not_in_quote');
    return this.holding(field, [found.start, found.span[1]]) ? found : undefined;
  }

  /** A date of the quote; a weekday, which says when somebody spoke, gives none. */
  date(field: string, words: string, status: DealStatus): PartialDate | undefined {
    const places = this.inQuote(words);
    const mention = this.reading.dates.find(
      ({ span }) =>
        span[0] < this.end && span[1] > this.start && places.some((place) => overlap(place, span)),
    );
    if (mention === undefined) return this.drop('date_not_in_quote');
    if (mention.isWeekday) return undefined;
    const isComing = status === 'planned' || (status === 'agreed' && looksForward(this.said.reach));
    const value = mention.resolve(isComing ? 'future' : 'past');
    if (value === undefined) return this.drop('date_not_in_quote');
    return this.holding(field, mention.span) ? value : undefined;
  }

  words(field: string, words: string): string | undefined {
    const [span] = this.inQuote(words);
    if (span === undefined) return this.drop('words_not_in_quote');
    this.spans[field] = span;
    return this.context.text.slice(...span);
  }

  /** A party the text names; with `anywhere`, not only in the sentences of the quote. */
  party(field: string, words: string, { anywhere }: { readonly anywhere: boolean }): string | undefined {
    const found = findParty(words, this.context);
    if (found === undefined) return this.drop('party_not_in_text');
    const [from, to] = this.place.around;
    const near = partyPlaces(found, this.context, [from, to]);
    const inside = near.find(([start, end]) => start >= this.start && end <= this.end);
    const nearest = inside ?? near[0];
    if (nearest === undefined) {
      if (!anywhere) return this.drop('party_not_in_quote');
      const before = partyPlaces(found, this.context, [Math.max(0, from - LOOK_BACK), from]).at(-1);
      const elsewhere = before ?? partyPlaces(found, this.context, [0, this.context.text.length])[0];
      if (elsewhere !== undefined) this.spans[field] = elsewhere;
      return found.name;
    }
    if (anywhere) this.spans[field] = nearest;
    return anywhere || this.holding(field, nearest) ? found.name : undefined;
  }

  drop(reason: DropReason): undefined {
    this.reason ??= reason;
    return undefined;
  }

  private inQuote(words: string): readonly Span[] {
    return words.trim() === '' ? [] : placesOfWords(this.context.text, words, this.quote);
  }

  /** Words of the model name a mention when they stand in the quote and cover it, or lie within it. */
  private mention<M extends { readonly start: number; readonly span: Span }>(
    words: string,
    mentions: readonly M[],
  ): M | undefined {
    const places = this.inQuote(words);
    const candidates = mentions.filter(
      ({ span }) =>
        span[0] >= this.start &&
        span[1] <= this.end &&
        places.some((place) => covers(place, span) || covers(span, place)),
    );
    if (candidates.some((one) => places.some((place) => this.saysMore(place, one))))
      return this.drop('number_not_in_quote');
    // "up to $10bn" names the sum with these words before it, where the quote has another without.
    const whole = candidates.filter((one) => places.some((place) => covers(place, [one.start, one.span[1]])));
    const [first, ...rest] = whole.length > 0 ? whole : candidates;
    if (first === undefined) return this.drop('number_not_in_quote');
    // "$10bn ... $10bn" is one sum told twice; two sums under the same words are two.
    return rest.every((one) => sameValue(one, first)) ? first : this.drop('number_ambiguous');
  }

  /** The model's words hold part of a number that our grammar does not see as part of the sum. */
  private saysMore(place: Span, { start, span }: { readonly start: number; readonly span: Span }): boolean {
    if (!covers(place, span)) return false;
    const { text } = this.context;
    return MORE_NUMBER.test(`${text.slice(place[0], start)} ${text.slice(span[1], place[1])}`);
  }

  /** Notes where a field stands, and lets the quote reach over it. */
  private holding(field: string, span: Span): boolean {
    const [start, end] = [Math.min(this.start, span[0]), Math.max(this.end, span[1])];
    if (end - start > QUOTE_LIMIT) {
      this.drop('quote_too_long');
      return false;
    }
    [this.start, this.end] = [start, end];
    this.spans[field] = span;
    return true;
  }
}

/** How far before a quote the last mention of a party is looked for. */
const LOOK_BACK = 4000;
const MORE_NUMBER =
  /\d|\b(?:hundreds?|thousands?|\w{1,8}illions?|\w{1,4}illiards?|lakhs?|crores?|mln|mrd|bn|tn|trn|mm?|k)\b/i;

const overlap = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];
const covers = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && outer[1] >= inner[1];

function sameValue(one: object, other: object): boolean {
  if ('amount' in one && 'amount' in other)
    return amountKey(one.amount as StatedAmount) === amountKey(other.amount as StatedAmount);
  return (one as PercentMention).percent.equals((other as PercentMention).percent);
}

/** Equal for equal sums, whatever qualifies them. */
export const amountKey = (amount: StatedAmount): string =>
  'min' in amount
    ? `${amount.currency} ${amount.min.toString()} ${amount.max.toString()}`
    : `${amount.currency} ${amount.value.toString()}`;
