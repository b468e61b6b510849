import { firstDayOf, lastDayOf, type PartialDate, type PlainDate } from '@tranche/core/time';
import type { DealStatus } from '@tranche/ledger/claim';
import { hedgesIn, isContradicted, isDenied, isRejected, statusByWords } from '../hedge/index.ts';
import type { DraftContext, QuotePlace } from './draft-context.ts';

/** What our own reading says of the words a quote stands in: how firm they are at most, whether they reject, what hedges. */
export interface SaidWords {
  /** The sentences the quote touches. */
  readonly whole: string;
  /** Their paragraph, as far as it is near. */
  readonly paragraph: string;
  /** From the beginning of the clause to the end of what the quote ends in, asides left out. */
  readonly reach: string;
  /** The firmest status these words bear. */
  readonly status: DealStatus;
  readonly denied: boolean;
  readonly hedge: string | undefined;
}

export function saidWords(context: DraftContext, place: QuotePlace): SaidWords {
  const { span, around, line } = place;
  const { text } = context;
  const plain = withoutDates(context, place);
  const whole = text.slice(...around);
  const ahead = plain(around[0], span[0]);
  let start = around[0];
  for (const match of ahead.matchAll(NEW_CLAUSE)) start = around[0] + match.index + match[0].length;
  const behind = plain(span[1], around[1]);
  const clauseEnd = span[1] + (CLAUSE_END.exec(behind)?.index ?? behind.length);
  const reach = plain(start, clauseEnd).replace(ASIDE, ' ');
  const next = NEW_CLAUSE_BEHIND.exec(behind)?.index ?? behind.length;
  const firm = statusByWords(plain(start, span[1] + next), 'closed');
  const status = TALK.has(firm) ? firm : statusByWords(reach, 'closed');
  return {
    whole,
    paragraph: text.slice(Math.max(line.start, around[0] - NEAR), Math.min(line.end, around[1] + NEAR)),
    reach,
    status,
    denied: isDenied(whole) || isContradicted(whole) || isRejected(text.slice(around[0], span[1])),
    hedge: hedgesIn(reach),
  };
}

/** Stretches of the sentences with their dates blotted out, letter for letter: the month of May is no intention. */
function withoutDates(
  context: DraftContext,
  { line, around: [from, to] }: QuotePlace,
): (start: number, end: number) => string {
  const letters = context.text.slice(from, to).split('');
  for (const { span } of context.readLine(line).dates) {
    if (span[0] < to && span[1] > from) letters.fill('_', Math.max(0, span[0] - from), span[1] - from);
  }
  const plain = letters.join('');
  return (start, end) => plain.slice(start - from, end - from);
}

const NEAR = 600;

/** Where a sentence turns to a clause with a subject and a verb of its own, which the words beyond do not govern. */
const NEW_CLAUSE =
  /;|[,—] (?:but|while|whereas|although|though)\b|, and (?=(?:it|they|he|she|the|\p{Lu}[\p{L}.&-]*)(?: \p{L}+){0,2}? (?:has|have|had|is|are|was|were|will|would|may|might|could|said|says|\p{L}+ed)\b)/gu;
const NEW_CLAUSE_BEHIND = new RegExp(NEW_CLAUSE.source, 'u');
/** Words of talk and of failure weigh wherever they stand in the clause; words of intention only up to the quote's end. */
const TALK: ReadonlySet<DealStatus> = new Set<DealStatus>(['abandoned', 'rumoured', 'in_talks']);
const CLAUSE_END =
  /[;,—]| [-–] |\bto (?=\p{Ll})|\band (?=(?:plans?|expects?|intends?|will|aims?|wants?|hopes?) )/u;
/** ", which plans to list, ": a relative clause without figures is not what a claim rests on. */
const ASIDE = /, (?:which|who|whose)\b[^,;\d]{1,160},/g;

/** How much has happened, as far as a status says; equal numbers only word it differently. */
const FIRMNESS: Readonly<Record<Exclude<DealStatus, 'abandoned'>, number>> = {
  rumoured: 0,
  in_talks: 1,
  planned: 2,
  agreed: 3,
  closed: 4,
  completed: 4,
};

/**
 * Whether words bear a drafted status: it is no firmer than they are, `abandoned` stands only where they say so, and
 * what they give up is nothing else. Nothing dated after the publication has been paid. `isTerm`: what is to come is a
 * term of a deal that the rules read as signed, and no hope, so that it counts as agreed, as it does for them.
 */
export function bears(
  words: DealStatus,
  drafted: DealStatus,
  when: PartialDate | undefined,
  published: PlainDate | undefined,
  isTerm: boolean,
): boolean {
  if (words === 'abandoned' || drafted === 'abandoned') return words === drafted;
  const most = words === 'planned' && isTerm ? 'agreed' : words;
  if (FIRMNESS[drafted] > FIRMNESS[most]) return false;
  const starts = when === undefined ? undefined : (firstDayOf(when) ?? lastDayOf(when));
  const isAhead = published !== undefined && starts !== undefined && starts > published;
  return !(isAhead && FIRMNESS[drafted] >= FIRMNESS.closed);
}

/**
 * Whether our words of status and denial are those of the sentence's language: it is in English, or too short to be
 * in any. In another language a plan would look like a fact.
 */
export function isReadable(whole: string): boolean {
  const words = whole.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}]{4,}/u.test(
      whole,
    )
  )
    return false;
  return words.length < SHORT || new Set(words.filter((word) => ENGLISH.has(word))).size >= 2;
}

const SHORT = 7;
const ENGLISH = new Set(
  'the of and to a by has have had for at with its from is was are were said that would could it their which after as been than this an on into who'.split(
    ' ',
  ),
);
