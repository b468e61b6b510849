import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { coreInterval } from './interval.ts';
import { corpus, otherSets, readClaims, renamed } from './sets.ts';
import { scoreSet, scoreTable } from './table.ts';

describe('the sets that the reader is scored on', () => {
  it('are the corpus and the sets beside it, each with its texts', () => {
    expect(corpus()).toHaveLength(60);
    const sets = otherSets();
    expect(sets.map(({ name }) => name)).toContain('own texts, held out');
    for (const { texts } of sets) expect(texts.length).toBeGreaterThan(0);
  });

  it('have quotes that stand in their texts', () => {
    for (const { id, text, claims } of otherSets().flatMap(({ texts }) => texts))
      for (const { quote } of claims) expect([id, text.includes(String(quote))]).toEqual([id, true]);
  });

  it('are renamed the same for the same seed', () => {
    const [one] = corpus();
    expect(one && renamed([one], 5)).toEqual(one && renamed([one], 5));
  });
});

describe('the table of scores', () => {
  it('has a row for each set, with every claim grounded', () => {
    const texts = corpus().slice(44, 46);
    const scored = scoreSet({ name: 'two texts', texts });
    const read = texts.reduce((sum, one) => sum + readClaims(one).claims.length, 0);
    expect(scored.grounding).toEqual({ of: read, right: read });
    const [head, line, row] = scoreTable([scored], true).split('\n');
    expect(head?.split('|')).toHaveLength(18);
    expect(line).toMatch(/^\| --- \|/);
    expect(row).toMatch(/^\| two texts \| 2 \| \d\.\d{3} \|/);
  });
});

describe('the interval of a figure', () => {
  const text = (id: string, right: number, wrong: number) => ({
    id,
    cluster: 'x',
    gold: stakes(right),
    read: [...stakes(right), ...stakes(wrong).map((one) => ({ ...one, holder: `Nobody${one.holder}` }))],
  });
  const stakes = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      type: 'stake',
      holder: `H${at}`,
      entity: 'Mill',
      percent: 5,
    }));

  it('is nothing where all texts are alike, and wide where they are not', () => {
    expect(coreInterval([text('1', 4, 0), text('2', 4, 0), text('3', 4, 0)])).toEqual({ low: 1, high: 1 });
    const mixed = coreInterval([text('1', 4, 0), text('2', 1, 6), text('3', 4, 0)]);
    expect(mixed?.low).toBeLessThan(0.4);
    expect(mixed?.high).toBe(1);
    expect(coreInterval([text('1', 4, 0)])).toBeUndefined();
  });
});

describe('the facts of the real excerpts', () => {
  const file = fileURLToPath(new URL('../../packages/reader/corpus/real/facts.json', import.meta.url));
  const facts = JSON.parse(fs.readFileSync(file, 'utf8')) as readonly Readonly<Record<string, unknown>>[];

  /** As the README of the excerpts says they were split. */
  const isHeld = (id: number): boolean =>
    (id >= 219 && id <= 236) || (id >= 301 && id <= 336 && id % 2 === 0) || id >= 501;

  it('name each excerpt, its part by its number, its address and its hash', () => {
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    for (const { id, part, url, published, sha256 } of facts) {
      expect([id, part]).toEqual([id, isHeld(Number(id)) ? 'held' : 'dev']);
      expect(String(url)).toMatch(/^https?:\/\//);
      expect(String(published)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(String(sha256)).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('hold no words of theirs', () => {
    expect(JSON.stringify(facts)).not.toContain('"quote"');
  });
});
