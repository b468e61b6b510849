import { firstDayOf, lastDayOf, type PartialDate, type PlainDate } from '@tranche/core/time';
import type { DealStatus } from '@tranche/ledger/claim';
import { hedgesIn, isContradicted, isDenied, isRejected, statusByWords } from '../hedge/index.ts';
import type { DraftContext, QuotePlace } from './draft-context.ts';

/** What our own reading says of the words a quote stands in: how firm they are at most, whether they reject, what hedges. */
export interface SaidWords {
  readonly whole: string;
  /** From the beginning of the sentence to the end of the clause the quote ends in, asides left out. */
  readonly reach: string;
  /** The firmest status these words bear. */
  readonly status: DealStatus;
  readonly denied: boolean;
  readonly hedge: string | undefined;
}

export function saidWords({ text }: DraftContext, { span, around }: QuotePlace): SaidWords {
  const whole = text.slice(...around);
  const behind = text.slice(span[1], around[1]);
  const clauseEnd = span[1] + (CLAUSE_END.exec(behind)?.index ?? behind.length);
  const reach = text.slice(around[0], clauseEnd).replace(ASIDE, ' ');
  const firm = statusByWords(whole, 'closed');
  const status = TALK.has(firm) ? firm : statusByWords(reach, 'closed');
  return {
    whole,
    reach,
    status,
    denied: isDenied(whole) || isContradicted(whole) || isRejected(text.slice(around[0], span[1])),
    hedge: hedgesIn(reach),
  };
}

/** Words of talk and of failure weigh wherever they stand in the sentence; words of intention only up to the clause's end. */
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
 * what they give up is nothing else. Nothing dated after the publication has been paid.
 */
export function bears(
  words: DealStatus,
  drafted: DealStatus,
  when: PartialDate | undefined,
  published: PlainDate | undefined,
): boolean {
  if (words === 'abandoned' || drafted === 'abandoned') return words === drafted;
  if (FIRMNESS[drafted] > FIRMNESS[words]) return false;
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
