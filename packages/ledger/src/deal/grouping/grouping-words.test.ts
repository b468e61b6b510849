import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { describe, expect, it } from 'vitest';
import { isFallback } from '../condition.ts';
import { amountRelation, exceeds } from './amount-relation.ts';
import { kindOfWords } from './money-kind.ts';

const usd = (value: number, qualifier: StatedAmount['qualifier'] = 'exact'): StatedAmount => ({
  currency: 'USD',
  value: Rational.of(value),
  qualifier,
});
const range = (min: number, max: number): StatedAmount => ({
  currency: 'USD',
  min: Rational.of(min),
  max: Rational.of(max),
  qualifier: 'exact',
});

describe('an instrument', () => {
  it.each([
    ['secondary tender', 'secondary'],
    ['employee share sale', 'secondary'],
    ['convertible notes', 'primary'],
    ['SAFE', 'primary'],
    ['bridge loan', 'debt'],
    ['secured notes and term loans', 'debt'],
    ['credit facility', 'debt'],
    ['debt and equity', 'mixed'],
    ['grant', 'grant'],
    ['preferred stock', 'primary'],
    ['third-party allotment', undefined],
  ])('%s is money of the kind %s', (words, kind) => expect(kindOfWords(words)).toBe(kind));
});

describe('two amounts', () => {
  it.each([
    ['40', 'about 40', usd(40), usd(40, 'about'), 'same'],
    ['40', '41', usd(40), usd(41), 'close'],
    ['at least 150', '175', usd(150, 'at_least'), usd(175), 'close'],
    ['up to 10.3', '6.6', usd(103, 'up_to'), usd(66), 'close'],
    ['up to 100', '41', usd(100, 'up_to'), usd(41), 'different'],
    ['15 to 25', '20', range(15, 25), usd(20), 'close'],
    ['15 to 25', '40', range(15, 25), usd(40), 'different'],
  ] as const)('%s and %s stand to each other as they do in reverse', (_, __, one, other, relation) => {
    expect(amountRelation(one, other)).toBe(relation);
    expect(amountRelation(other, one)).toBe(relation);
  });

  it('in two currencies are not compared', () => {
    expect(amountRelation(usd(1), { ...usd(1), currency: 'EUR' })).toBe('incomparable');
    expect(exceeds(usd(100), { ...usd(1), currency: 'EUR' })).toBe(false);
  });
});

describe('a condition', () => {
  it.each([
    ['the restructuring is not completed by the end of 2025', true],
    ['OpenAI misses the restructuring deadline', true],
    ['no restructuring', true],
    ["the company doesn't convert", true],
    ['OpenAI completes its corporate restructuring', false],
    ['clearance no later than June', false],
    ['first patient dosed', false],
  ])('"%s" tells whether it is one that fails', (words, fails) => expect(isFallback(words)).toBe(fails));
});
