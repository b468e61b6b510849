import type { Qualifier } from '@tranche/core/money';
import type { Rational } from '@tranche/core/rational';
import type { Span } from '@tranche/ledger/claim';
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
const PERCENT = new RegExp(
  `(?<![\\d.,])(?<digits>\\d{1,3}(?:[.,]\\d{1,4})?)${SIGN}|(?<!\\p{L})(?<words>${NUMBER_IN_WORDS})[ -]per[ -]?cent\\b`,
  'giu',
);

/** All percentages in `text`, left to right, spans counted from `offset`. */
export function scanPercents(text: string, offset: number): PercentMention[] {
  if (!/%|p(?:er ?ce|c)/i.test(text)) return [];
  const found: PercentMention[] = [];
  for (const match of text.matchAll(PERCENT)) {
    const start = match.index;
    const end = start + match[0].length;
    const { digits, words } = match.groups ?? {};
    const percent = digits === undefined ? wordValue(words ?? '') : numeralValue(digits.replace(',', '.'));
    if (percent === undefined) continue;
    const { qualifier, start: from } = qualifierAt(text, start, end);
    found.push({ percent, qualifier, span: [start + offset, end + offset], start: from + offset });
  }
  return found;
}
