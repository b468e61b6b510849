import { day, rational } from '@tranche/testkit/build';
import { claimOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { PublishedRate } from '../league/index.ts';
import { checkDocument } from './check-document.ts';
import type { DocumentFigure } from './headline-unit.ts';

const TEXT = 'A $290 Billion Financing\n\n$40 billion is about 290 billion yuan.';

const figure = (words: string, currency: string, value: string): DocumentFigure => {
  const start = TEXT.indexOf(words);
  return {
    amount: { currency, value: rational(value), qualifier: 'exact' },
    span: [start, start + words.length],
    where: start < TEXT.indexOf('\n') ? 'headline' : 'body',
  };
};
const HEADLINE = figure('$290 Billion', 'USD', '290e9');
const DOLLARS = figure('$40 billion', 'USD', '40e9');
const YUAN = figure('290 billion yuan', 'CNY', '290e9');

const conversion = claimOf({
  type: 'fx',
  from: { currency: 'USD', value: 40e9 },
  to: { currency: 'CNY', value: 290e9 },
});
// ECB euro reference rates of 2025-02-07.
const RATES: readonly PublishedRate[] = [
  ['USD', '1.0377'],
  ['CNY', '7.5634'],
].map(([quote = '', rate = '']) => ({
  id: `ecb-${quote}`,
  base: 'EUR',
  quote,
  rate: rational(rate),
  date: day('2025-02-07'),
  publisher: 'ECB',
  kind: 'official',
  knownFrom: day('2025-02-07'),
}));

const errors = (figures: readonly DocumentFigure[], claims = [conversion], rates = RATES) =>
  checkDocument({
    text: TEXT,
    claims,
    figures,
    spokenOn: day('2025-02-12'),
    evidence: { statements: [], rates, league: [] },
  }).errors;

describe('a headline', () => {
  it('with the number of another currency names the error, what it should read, and what that is', () => {
    const [error] = errors([HEADLINE, DOLLARS, YUAN]);
    expect(error?.quote).toBe('$290 Billion');
    expect(error?.verdict).toMatchObject({ verdict: 'contradicted', check: 'unit' });
    expect(error?.verdict.summary).toBe(
      "The headline's USD 290bn should read CNY 290bn, about USD 40bn: the body gives the number in CNY, which it equates with USD 40bn.",
    );
    // 290 / 40 = 7.25.
    expect(error?.verdict.findings[1]?.text).toBe(
      'As printed the headline is 7.25 times the deal of USD 40bn.',
    );
  });

  it('is in error without a conversion in the text too, and without a rate', () => {
    const [error] = errors([HEADLINE, YUAN], [], []);
    expect(error?.verdict.summary).toBe(
      "The headline's USD 290bn should read CNY 290bn: the body gives the number in CNY.",
    );
  });

  it('that the body repeats raises nothing, even where another currency has the same number', () => {
    expect(errors([HEADLINE, { ...HEADLINE, where: 'body' }, YUAN])).toEqual([]);
    expect(errors([{ ...YUAN, where: 'headline' }, YUAN, DOLLARS])).toEqual([]);
  });

  it('with a number that the body does not give raises nothing', () => {
    expect(errors([HEADLINE, DOLLARS])).toEqual([]);
  });
});
