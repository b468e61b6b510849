import { describe, expect, it, test } from 'vitest';
import { AUXILIARIES } from './auxiliaries.ts';
import { MappedText } from './mapped-text.ts';
import { meets } from './needs.ts';
import { compilePattern, type Match, matchesOf, matchFrom } from './pattern.ts';
import { PatternSet } from './pattern-set.ts';
import { Skeleton } from './skeleton.ts';
import { tokenChar } from './tokens.ts';
import { WordSet } from './word-set.ts';

const P = tokenChar('party', 0);
const Q = tokenChar('party', 1);
const A = tokenChar('amount', 0);
const B = tokenChar('amount', 1);
const skeleton = (text: string): Skeleton => new Skeleton(MappedText.of(text, 0));
const all = (source: string, text: string): Match[] => [
  ...matchesOf(compilePattern(source, { aux: AUXILIARIES }), skeleton(text)),
];
const words = (source: string, text: string): string[] =>
  all(source, text).map(({ start, end }) => text.slice(start, end));

describe('a pattern', () => {
  it.each([
    ['{P:who} raised {A:amount}', `${P} raised ${A}`, [`${P} raised ${A}`]],
    [
      '{P:who}{aux} rais(?:e|es|ed|ing) {A}',
      `${P}, which has now agreed to raise ${A}`,
      [`${P}, which has now agreed to raise ${A}`],
    ],
    ['{P:who}{aux} raised {A}', `${P} of Paris raised ${A}`, []],
    ['{P:who}{aux} been paid', `${P} has been paid`, [`${P} has been paid`]],
    ['raised {~20}{A}', `RAISED about ${A}`, [`RAISED about ${A}`]],
    ['raised {~5}{A}', `raised a great deal, ${A}`, []],
    ['raise {A}', `appraise ${A}`, []],
    ['(?:led|, backed) by {P}', `led by ${P}, backed by ${Q}`, [`led by ${P}`, `, backed by ${Q}`]],
    ['{A} and {A}', `${A} and ${B}`, [`${A} and ${B}`]],
  ])('%s', (source, text, expected) => {
    expect(words(source, text)).toEqual(expected);
  });

  it('gives its slots, and words as the text writes them', () => {
    const [match] = all('{P:who}{aux} (?<verb>rais\\w+) {A:sum}', `${Q} Raised ${A}`);
    expect(match?.groups).toEqual({ who: Q, verb: 'Raised', sum: A });
  });

  it('is looked for behind a place', () => {
    const text = `${P} raised ${A}; ${Q} raised ${B}`;
    const found = matchFrom(compilePattern('{P:who} raised {A:sum}', {}), skeleton(text), 3);
    expect(found?.groups.who).toBe(Q);
  });
});

test('what a pattern needs is not met by a text without its words', () => {
  const { needs } = compilePattern('{P:who} (?:closed|signed) (?:an? )?(?:seed|bridge) round of {A}', {});
  const met = (text: string): boolean => meets(new WordSet(text), needs.need);
  expect(met(`${P} signed a bridge round of ${A}`)).toBe(true);
  for (const text of [
    `${P} signed a bridge round of money`,
    `he signed a bridge round of ${A}`,
    `${P} opened a bridge round of ${A}`,
    `${P} signed a large round of ${A}`,
    `${P} signed a bridge loan of ${A}`,
    `${P} signed off, in a bridge or round of ${A}`,
  ])
    expect(met(text)).toBe(false);
});

test('words come together where an aside is left out, and are met there before it is', () => {
  const { needs } = compilePattern('(?:came|comes) (?:in|aboard)', {});
  const met = (text: string): boolean => meets(new WordSet().refill(text, []), needs.need);
  expect(met('Mill came aboard')).toBe(true);
  expect(met('Mill came to us in May')).toBe(false);
  expect(met('Mill came (it says) aboard')).toBe(true);
});

test('of many patterns those are tried whose words stand in the text, in their order', () => {
  const set = new PatternSet(
    ['{P} raised {A}', 'lent {A} to {P}', '{A} (?:in|of) debt', '{P}'].map((source) => ({
      source,
      pattern: compilePattern(source, {}),
    })),
  );
  const tried = (text: string): string[] => set.candidates(new WordSet(text)).map(({ source }) => source);
  expect(tried(`${P} raised ${A} of debt`)).toEqual(['{P} raised {A}', '{A} (?:in|of) debt', '{P}']);
  expect(tried('nothing')).toEqual([]);
  expect(set.mayFit(new WordSet(`${Q}`))).toBe(true);
});
