import type { Qualifier } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { Span } from '@tranche/ledger/claim';
import { matchesIn, NO_LETTER_BEFORE } from '../words/index.ts';
import { NUMBER_IN_WORDS, numeralValue, wordValue } from './numerals.ts';
import { qualifierAt } from './qualifiers.ts';

export interface PercentMention {
  /** In percent as printed: 27 for 27%. */
  readonly percent: Rational;
  readonly qualifier: Qualifier;
  readonly span: Span;
  readonly start: number;
}

const SIGN = '(?:[ \\u00a0]?(?:%|pct\\b|pc\\b)|[ \\u00a0-]?per[ -]?cent\\b)';
/** Plain fractions of a company or of its shares. */
const FRACTIONS: Readonly<Record<string, number>> = {
  half: 50,
  'a half': 50,
  'one-half': 50,
  'a quarter': 25,
  'one quarter': 25,
  'three quarters': 75,
  'three-quarters': 75,
  'a fifth': 20,
  'one fifth': 20,
  'a tenth': 10,
};
const PERCENT = new RegExp(
  `(?<![\\d.,])(?<digits>\\d{1,3}(?:[.,]\\d{1,4})?)${SIGN}|${NO_LETTER_BEFORE}(?<words>${NUMBER_IN_WORDS})[ -]per[ -]?cent\\b|` +
    `${NO_LETTER_BEFORE}(?<fraction>${Object.keys(FRACTIONS).join('|')})(?= (?:of|stake|interest|holding|share) )`,
  'gi',
);
const OF_COMPANY =
  /^ (?:of (?:\p{Lu}|(?:the|its) (?:company|business|start-?up|firm|shares|equity|stock|capital)\b)|(?:stake|interest|holding|share) in )/u;

/** All percentages in `text`, left to right, spans counted from `offset`; a plain fraction of a company is one too. */
export function scanPercents(text: string, offset: number): PercentMention[] {
  if (!/%|p(?:er ?ce|c)|half|quarter|fifth|tenth/i.test(text)) return [];
  const found: PercentMention[] = [];
  for (const match of matchesIn(PERCENT, text)) {
    const start = match.index;
    const end = start + match[0].length;
    const percent = percentOf(match.groups ?? {}, text.slice(end, end + 24));
    if (percent === undefined) continue;
    const { qualifier, start: from } = qualifierAt(text, start, end);
    found.push({ percent, qualifier, span: [start + offset, end + offset], start: from + offset });
  }
  return found;
}

function percentOf(
  { digits, words, fraction }: Readonly<Record<string, string | undefined>>,
  behind: string,
): Rational | undefined {
  if (digits !== undefined) return numeralValue(digits.replace(',', '.'));
  if (words !== undefined) return wordValue(words);
  const value = FRACTIONS[fraction?.toLowerCase() ?? ''];
  return value === undefined || !OF_COMPANY.test(behind) ? undefined : Rational.of(value);
}
