import type { PlainDate } from '@tranche/core/time';
import type { Span } from '@tranche/ledger/claim';
import { type DateMention, scanDates } from '../dates/index.ts';
import { type CurrencyHints, type PercentMention, scanAmounts, scanPercents } from '../money/index.ts';
import type { PartyBook } from '../party/index.ts';
import { matchesIn, NO_LETTER_BEFORE, NO_LETTER_BEHIND } from '../words/index.ts';
import { anaphorsIn } from './anaphors.ts';
import { dropAsides, dropOwners, LEGAL_FORM, withoutBrackets } from './asides.ts';
import { joinLists, PERSONS_OWN } from './lists.ts';
import { MappedText } from './mapped-text.ts';
import { Skeleton } from './skeleton.ts';
import {
  type AmountToken,
  type CoInvestors,
  type PartyRef,
  TOKEN_CLASS,
  tokenChar,
  tokenIndex,
} from './tokens.ts';

/** Two amounts the text itself equates. */
export interface Conversion {
  readonly from: AmountToken;
  readonly to: AmountToken;
}

/**
 * A sentence with its mentions taken out: each party (or list of parties), amount, percentage, date and group of
 * co-investors is one character of `skeleton`, so that a rule sees the construction and never the names or figures.
 * Asides (brackets without figures, appositions) are left out of the skeleton; offsets still lead to the text.
 */
export interface SentenceFrame {
  readonly start: number;
  readonly end: number;
  readonly skeleton: Skeleton;
  /** The skeleton with its asides still in it. */
  readonly full: Skeleton;
  readonly parties: readonly (readonly PartyRef[])[];
  readonly amounts: readonly AmountToken[];
  readonly percents: readonly PercentMention[];
  readonly dates: readonly DateMention[];
  readonly coInvestors: readonly CoInvestors[];
  readonly conversions: readonly Conversion[];
}

export interface FrameOptions {
  readonly book: PartyBook;
  readonly published?: PlainDate | undefined;
  readonly yuanByDefault: boolean;
  /** Currency of the last sum before this sentence. */
  readonly currency?: string | undefined;
  readonly usualCurrency?: CurrencyHints['usualCurrency'];
  /** "They" means the co-investors of the sentence before. */
  readonly theyAreCoInvestors?: boolean;
}

const CO_INVESTORS = new RegExp(
  `${NO_LETTER_BEFORE}(?:(?:the |an? |some )?(?:(?:other|further|wider|third-party|fellow|outside|new)[ -])*(?:syndicate|group|consortium|club) of (?:(?:other|outside|private|unnamed) )?(?:investors|co-investors|backers)|(?:the )?(?:(?:other|third-party|outside|remaining) )*co-investors|(?:the )?third-party investors|(?:other|additional|outside|remaining) (?:investors|backers|participants)|the (?:wider )?syndicate|the new (?:group|investors|backers)|the others)${NO_LETTER_BEHIND}`,
  'gi',
);
const MAY_BE_CO_INVESTORS = /invest|backers|participants|syndicate|the (?:new group|others)/i;
const THEY = new RegExp(`${NO_LETTER_BEFORE}they${NO_LETTER_BEHIND}`, 'gi');

type Kind = 'party' | 'amount' | 'percent' | 'date' | 'coInvestors';
interface Mark {
  readonly kind: Kind;
  readonly index: number;
  readonly span: Span;
  readonly possessive?: boolean;
}

export function frameOf(text: string, start: number, end: number, options: FrameOptions): SentenceFrame {
  const sentence = text.slice(start, end);
  const amounts: AmountToken[] = scanAmounts(sentence, start, {
    yuanByDefault: options.yuanByDefault,
    ...(options.currency === undefined ? {} : { currency: options.currency }),
    usualCurrency: options.usualCurrency,
  }).map((mention) => ({ ...mention }));
  const percents = scanPercents(sentence, start);
  const dates = scanDates(
    sentence,
    start,
    options.published === undefined ? {} : { published: options.published },
  );
  const groups = [
    ...(MAY_BE_CO_INVESTORS.test(sentence) ? matchesIn(CO_INVESTORS, sentence) : []),
    ...(options.theyAreCoInvestors ? matchesIn(THEY, sentence) : []),
  ];
  const coInvestors = groups.map(
    (match): CoInvestors => ({
      span: [start + match.index, start + match.index + match[0].length],
    }),
  );
  const refs = [
    ...anaphorsIn(text, start, end, options.book),
    ...options.book
      .mentionsIn(start, end)
      .map(({ party, span }): PartyRef => ({ span, party, words: text.slice(...span) })),
  ];
  const marks = withoutOverlaps([
    ...amounts.map(
      (amount, index): Mark => ({ kind: 'amount', index, span: amountReach(text, amount, end) }),
    ),
    ...percents.map(
      (percent, index): Mark => ({ kind: 'percent', index, span: [percent.start, percent.span[1]] }),
    ),
    ...dates.flatMap((date, index): Mark[] =>
      isNamed(date.span, refs) ? [] : [{ kind: 'date', index, span: date.span }],
    ),
    ...coInvestors.map((group, index): Mark => ({ kind: 'coInvestors', index, span: group.span })),
    ...refs.map(
      (ref, index): Mark => ({
        kind: 'party',
        index,
        span: ref.span,
        possessive: /^(?:its|his|our)$/i.test(ref.words),
      }),
    ),
  ]);
  const parties: PartyRef[][] = refs.map((ref) => [ref]);
  let mapped = masked(sentence, start, marks);
  mapped = mapped.replace(ODD_SPACE, () => ' ').replace(INNER_DOT, () => '\u2024');
  const conversions: Conversion[] = [];
  mapped = takeConversions(mapped, amounts, conversions);
  const full = new Skeleton(mapped);
  mapped = withoutBrackets(mapped)
    .replace(LEGAL_FORM, () => '')
    .replace(PERSONS_OWN, ([, owner = '']) => {
      const refs = parties[tokenIndex('party', owner)] ?? [];
      return refs.length > 0 && refs.every((ref) => ref.party?.kind === 'person') ? '' : undefined;
    });
  mapped = joinLists(dropOwners(mapped), parties);
  return {
    start,
    end,
    skeleton: new Skeleton(dropAsides(mapped, parties)),
    full,
    parties,
    amounts,
    percents,
    dates,
    coInvestors,
    conversions,
  };
}

/** A company may be called by a day: "Sunday has raised". */
const isNamed = (span: Span, refs: readonly PartyRef[]): boolean =>
  refs.some((ref) => ref.party !== undefined && ref.span[0] <= span[0] && ref.span[1] >= span[1]);

/** White space other than single blanks, which alone are left as they are. */
const ODD_SPACE = /[^\S ]\s*| \s+/g;
const INNER_DOT = /\.(?=.)/g;

/** An amount with the words around it that only qualify it. */
function amountReach(text: string, amount: AmountToken, end: number): Span {
  const after =
    /^(?: (?:or so|or thereabouts|give or take|at most|at the most|or more|or higher|or less|or lower|in all|plus)(?!\p{L})|[-–]plus(?!\p{L})|-?ish(?!\p{L})|\+)/u.exec(
      text.slice(amount.span[1], Math.min(end, amount.span[1] + 16)),
    );
  return [amount.start, amount.span[1] + (after?.[0].length ?? 0)];
}

/** Earlier kinds in the list win; of one kind, the earlier and longer. */
function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) {
    if (!kept.some((other) => mark.span[0] < other.span[1] && other.span[0] < mark.span[1])) kept.push(mark);
  }
  return kept.sort((one, other) => one.span[0] - other.span[0]);
}

function masked(sentence: string, offset: number, marks: readonly Mark[]): MappedText {
  return MappedText.of(sentence, offset).edited(
    marks.map(({ kind, index, span, possessive }) => ({
      start: span[0] - offset,
      end: span[1] - offset,
      put: `${tokenChar(kind, index)}${possessive ? "'s" : ''}`,
    })),
  );
}

const A = `[${TOKEN_CLASS.amount}]`;
const CONVERSION = new RegExp(
  `(${A})(?: at most)? ?\\((?:or )?(?:[a-z]+ ){0,2}(${A})(?:(?:,|;| ?/| or| and) ?(?:[a-z]+ ){0,2}(${A}))?[^)${TOKEN_CLASS.amount}]{0,30}\\)|(${A}),? (?:or|in [A-Za-z]+(?: [a-z]+)?) (?:[a-z]+ ){0,2}(${A})(?=[ ,.]|$)`,
  'g',
);

/** "A (about B)" and "A (B, C)" in other currencies: the pairs are kept and the bracket leaves the skeleton. */
function takeConversions(
  mapped: MappedText,
  amounts: readonly AmountToken[],
  found: Conversion[],
): MappedText {
  return mapped.replace(CONVERSION, (match) => {
    const [, before, second, third, ahead, behind] = match;
    const first = before ?? ahead ?? '';
    const from = amounts[tokenIndex('amount', first)];
    const others = [second ?? behind, third].flatMap((char) =>
      char === undefined ? [] : (amounts[tokenIndex('amount', char)] ?? []),
    );
    if (from === undefined || others.some((to) => to.amount.currency === from.amount.currency))
      return undefined;
    for (const to of others) {
      to.role = 'fx';
      found.push({ from, to });
    }
    return first;
  });
}
