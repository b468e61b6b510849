import { describe, expect, it } from 'vitest';
import { annotated, goldTexts, read, textOf } from './corpus.ts';
import { labelsOfRead } from './match-claims.ts';
import { renamedCorpus } from './renamed.ts';
import { grouped, scoreOf, wrongPairs } from './score.ts';

/** The goals: pairwise F1 over claims of different texts, labels removed before grouping. */
const FROM_ANNOTATED = 0.95;
const FROM_READ = 0.85;

const own = read(goldTexts().map((one) => ({ ...one, text: textOf(one.id) })));
const items = grouped(own);

describe('grouping scored against the labels of the corpus', () => {
  it('reaches its goal from the annotated claims', () => {
    expect(scoreOf(grouped(annotated())).f1).toBeGreaterThanOrEqual(FROM_ANNOTATED);
  });

  it("reaches its goal from the reader's own claims, nearly all of which are found", () => {
    const score = scoreOf(items);
    expect(score.truePairs).toBeGreaterThan(2000);
    expect(score.f1).toBeGreaterThanOrEqual(FROM_READ);
    expect(own.unread).toBeLessThan(own.labels.size / 20);
  });

  it('reaches both with other names and other sums', () => {
    const copy = renamedCorpus(11);
    expect(scoreOf(grouped(copy.annotated)).f1).toBeGreaterThanOrEqual(FROM_ANNOTATED);
    expect(scoreOf(grouped(copy.read)).f1).toBeGreaterThanOrEqual(FROM_READ);
  });

  it('counts as many wrong pairs as it lists, each with why it was joined or left out', () => {
    const { truePairs, foundPairs, rightPairs } = scoreOf(items);
    const wrong = wrongPairs(items);
    expect(wrong.filter(({ kind }) => kind === 'joined')).toHaveLength(foundPairs - rightPairs);
    expect(wrong.filter(({ kind }) => kind === 'apart')).toHaveLength(truePairs - rightPairs);
    for (const one of wrong.flatMap((pair) => [pair.one, pair.other])) {
      expect(one.joined?.joinedBecause ?? one.loose?.because).toMatch(/\w/);
    }
  });
});

describe("the label of a reader's claim", () => {
  const money = (value: number) => ({ currency: 'USD', value, qualifier: 'exact' });
  const round = (value: number, more = {}) => ({
    ...{
      type: 'round',
      issuer: 'Fennick',
      amount: money(value),
      status: 'closed',
      leads: [],
      participants: [],
    },
    ...more,
  });

  it('is that of the annotated claim of its type with the same issuer and amount', () => {
    const gold = [round(40, { label: 'b' }), round(6, { label: 'a' })];
    const found = labelsOfRead(gold, [round(6, { issuer: 'Fennick Inc.' }), round(7), round(40)]);
    expect([...found.labels].toSorted()).toEqual([
      [0, 'a'],
      [2, 'b'],
    ]);
    expect(found.unread).toBe(0);
  });

  it('is given once, to the claim that says more of the same', () => {
    const gold = [round(40, { label: 'a', date: '2025-03' })];
    const found = labelsOfRead(gold, [round(40, { status: 'rumoured' }), round(40, { date: '2025-03' })]);
    expect([...found.labels]).toEqual([[1, 'a']]);
  });

  it('is given across currencies only as the text converts them', () => {
    const gold = [round(40, { label: 'a' })];
    const yuan = round(290, { amount: { currency: 'CNY', value: 290, qualifier: 'exact' } });
    expect(labelsOfRead(gold, [yuan]).unread).toBe(1);
    const fx = { type: 'fx', from: { currency: 'USD', value: 40 }, to: { currency: 'CNY', value: 290 } };
    expect([...labelsOfRead([...gold, fx], [yuan]).labels.values()]).toEqual(['a']);
  });
});
