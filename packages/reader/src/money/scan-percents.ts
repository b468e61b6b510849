import type { Qualifier } from '@tranche/core/money';
import type { Rational } from '@tranche/core/rational';
import type { Span } from '@tranche/ledger/claim';
import { numeralValue } from './numerals.ts';
import { qualifierAt } from './qualifiers.ts';

export interface PercentMention {
  /** In percent as printed: 27 for 27%. */
  readonly percent: Rational;
  readonly qualifier: Qualifier;
  readonly span: Span;
  readonly start: number;
}

const PERCENT = /(?<![\d.,])(\d{1,3}(?:\.\d+)?)[ \u00a0]?(?:%|per[ -]?cent\b|pct\b|percent\b)/giu;

/** All percentages in `text`, left to right, spans counted from `offset`. */
export function scanPercents(text: string, offset: number): PercentMention[] {
  const found: PercentMention[] = [];
  for (const match of text.matchAll(PERCENT)) {
    const start = match.index;
    const end = start + match[0].length;
    const { qualifier, start: from } = qualifierAt(text, start, end);
    found.push({
      percent: numeralValue(match[1] ?? '0'),
      qualifier,
      span: [start + offset, end + offset],
      start: from + offset,
    });
  }
  return found;
}
