import type { PlainDate } from '@tranche/core/time';
import type { Span } from '@tranche/ledger/claim';
import { type DateMention, scanDates } from '../dates/index.ts';
import { type CurrencyHints, type PercentMention, scanAmounts, scanPercents } from '../money/index.ts';
import { LEGAL_FORMS, type PartyBook } from '../party/index.ts';
import { matchesIn, NO_LETTER_BEFORE, NO_LETTER_BEHIND } from '../words/index.ts';
import { anaphorsIn } from './anaphors.ts';
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
  mapped = joinLists(mapped, parties);
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
const P = `[${TOKEN_CLASS.party}]`;
const IS_PARTY = new RegExp(P);
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

/** Words that are never part of a description before a name: they join clauses, or they are what somebody does. */
const NO_DESCRIPTION =
  'by|with|from|to|in|for|of|and|while|whilst|as|but|when|after|before|where|whose|although|though|since|because|if|than|so|which|who|set|is|was|are|were|has|have|had|said|says|that|it|at|on|will|would|could|may|led|leads|backed|values?|valued|brings?|brought|gives?|gave|puts?|takes?|took|makes?|made|raise[sd]?|includes?|included|joins?|joined|follows?|followed|plans?|expects?|invests?|invested|pays?|paid|sells?|sold|buys?|bought|owns?|holds?|held|closed|receives?|received|also|contributed|participated';
const LOWER = `(?:(?!(?:${NO_DESCRIPTION})\\b)[a-z][a-z-]+ ){0,4}`;
/** Through whom a member of a list comes in: "funds managed by", "members of the", "angel investors including". */
const THROUGH = `(?:(?:certain |an? )?(?:funds?|accounts?|entities|affiliates?|members|vehicles?)(?: and (?:accounts|funds))?,? (?:managed by|advised by|affiliated with|associated with|of|from) (?:the )?|${LOWER}(?:investors?|angels?|backers?|individuals|funds|firms|names|others|entrepreneurs|executives|shareholders),? (?:such as|including|like) )`;
const OFFICE =
  '(?:(?:co-)?(?:founder|chief [a-z]+(?: officer)?|boss|president|CEO|CTO|COO|CFO|chairman|executive|director)s? )';
const OWNED = `(?:${LOWER}${P}(?:['’]s ${OFFICE}?| ${OFFICE}))`;
const DESCRIPTOR = `(?:(?:[A-Z][a-z]+ )?[A-Z][a-z]+['’]s )?(?:${THROUGH}|(?:${OWNED})?(?:(?:the|an?|new|existing|old|two|its) )?${LOWER})?`;
/** A member may come with a word of the writer's: "and, of course, Mill". */
const JOINED =
  ',? (?:and|&|as well as|along with|plus)(?:, (?:of course|notably|again|once again|most notably|more recently|most recently|interestingly),)? ';
/** Members without a name close a list. */
const UNNAMED = `(?:${JOINED}(?:(?:a |the )?(?:group|number|handful|clutch) of )?(?:[a-z-]+ ){0,3}(?:others|investors|angels|backers|individuals)(?! (?:such|including|like|in|from|of|led|who|that|have|has|also|will)\\b)(?!\\p{L}))`;
const LIST = new RegExp(
  `${P}(?:(?:, | ?/ ?)${DESCRIPTOR}${P}){0,24}${JOINED}${THROUGH}${P}(?:(?:, |,? and )${P}){1,8}|${P}(?:(?:, | ?/ ?)${DESCRIPTOR}${P}){1,24}${JOINED}${DESCRIPTOR}(?:${P}(?!['’]s)|others)|${P}(?:, ${DESCRIPTOR}${P}){1,24}(?:${UNNAMED}|(?= and (?:two|three|four|several|some|other)\\b)|(?=,? among (?:other|others)\\b))|${P}(?: and ${DESCRIPTOR}${P}){2,6}|${P}${JOINED}${DESCRIPTOR}${P}(?!['’]s)|${P}(?:, ${DESCRIPTOR}${P}){2,24}`,
  'gu',
);
/** A party in a list that only says whose or who the one behind it is. */
const OWNER = new RegExp(`(${P})(?:['’]s | (?=${OFFICE}))`, 'g');
/** "Mira Solano's Harrow Fund": the fund. */
const PERSONS_OWN = new RegExp(`(${P})['’]s (?=${P})`, 'g');

/** "A, B and the fund C" becomes one token that holds all three. A comma before "and" of only two starts a new clause. */
function joinLists(mapped: MappedText, parties: PartyRef[][]): MappedText {
  return mapped.replace(LIST, (match) => {
    const words = match[0];
    const owners = new Set(matchesIn(OWNER, words).map(([, owner]) => owner));
    const chars = [...words].filter((char) => IS_PARTY.test(char) && !owners.has(char));
    if (chars.length === 2 && /^., and /.test(words)) return undefined;
    const members = chars.flatMap((char) => parties[tokenIndex('party', char)] ?? []);
    if (members.some((ref) => ref.anaphor === 'subject' || ref.anaphor === 'person')) return undefined;
    const named = members.filter((ref) => ref.anaphor === undefined || ref.party !== undefined);
    parties.push(named.length > 0 ? named : members);
    return tokenChar('party', parties.length - 1);
  });
}

const FIGURES = `${TOKEN_CLASS.amount}${TOKEN_CLASS.percent}`;
const BRACKET = new RegExp(` ?\\((?!lead\\b)[^()${FIGURES}${TOKEN_CLASS.date}]{1,90}\\)`, 'g');
const APPOSITION = new RegExp(
  `(?<=${P}), (?:an?|the|\\p{Lu}\\p{L}+['’]s|one of|another|founded|based|itself|formerly|set up|led by its)(?: |(?=${P}))(?:[^,;:${FIGURES}${TOKEN_CLASS.party}]|(?<= (?:in|of|at|from|near) )${P}){2,160}(?:, [A-Z][^,;:${FIGURES}${TOKEN_CLASS.party}]{2,30})?,(?= )`,
  'gu',
);
/** "Mill, of Ghent, Belgium, said": where it sits. */
const OF_PLACE = new RegExp(
  `(?<=${P}),? of (?:${P}|\\p{Lu}[\\p{L}․' -]{1,40})(?:, (?:${P}|\\p{Lu}[\\p{L}․ ]{1,24}))?,(?= )`,
  'gu',
);
const RELATIVE = new RegExp(
  `(?<=${P}), (?:which|who)(?! (?:has )?(?:led|leads|co-led|owns?|holds?|invest|joined|had|also|already|still owns?)\\b)[^;:${FIGURES}]{2,120}?,(?= )`,
  'g',
);

/** "Mill, backed by the miller Harrow, has": whose it is, said in passing. */
const OWNED_BY = new RegExp(
  `(?<=${P}), (?:which (?:is|was) |who (?:is|was) )?(?:partly |majority-)?(?:backed|owned|founded|co-founded|controlled|run|started|created|launched|incubated) by [^,;:${FIGURES}]{2,160},(?= )`,
  'gu',
);

/** Dots within a sentence are one-dot leaders here. */
const LEGAL_FORM = new RegExp(
  `(?<=${P})(?:,? (?:${LEGAL_FORMS.replaceAll('\\.', '\u2024?')})(?![\\p{L}\\p{N}-])\u2024?)+`,
  'gu',
);

/** Brackets that name members are opened; others go. */
const MEMBERS = / \(((?:including|such as|among them|led by|notably)[^()]{3,200})\)/g;
const withoutBrackets = (mapped: MappedText): MappedText =>
  mapped.replace(MEMBERS, (match) => `, ${match[1]}`).replace(BRACKET, () => '');

/** "Mill, the start-up behind the Oat assistant, has": a description beside the name, up to the verb. */
const DESCRIBED = new RegExp(
  `(?<=${P}), (?:(${P})|an? |the |\\p{Lu}\\p{L}+['’]s |one of |set up |founded |created |started |co-founded )[^,;:${FIGURES}]{0,100},(?= (?:has|have|had|is|was|will|would|could|may|said|says|announced|today|raised|closed|secured|\\w+ed|[${TOKEN_CLASS.date}])(?!\\p{L}))`,
  'gu',
);

function dropAsides(mapped: MappedText, parties: readonly (readonly PartyRef[])[]): MappedText {
  return mapped
    .replace(DESCRIBED, (match) => {
      const first = match[1];
      const refs = first === undefined ? [] : (parties[tokenIndex('party', first)] ?? []);
      return first === undefined || refs.every((ref) => ref.anaphor !== undefined) ? '' : undefined;
    })
    .replace(OF_PLACE, () => '')
    .replace(OWNED_BY, () => '')
    .replace(APPOSITION, () => '')
    .replace(RELATIVE, (match) =>
      /\b(?:includ|led|owns?|holds?|invest|joined|discussions|talks|answers?|oversees?|runs?|manages?|looks|takes care|handles?)\b/.test(
        match[0],
      )
        ? undefined
        : '',
    );
}
