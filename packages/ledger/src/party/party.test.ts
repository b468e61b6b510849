import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../judgement/index.ts';
import { ALIASES, likelySame, likelySamePairs, nameKey, partyBook } from './index.ts';

const day = '2025-06-01' as Judgement['when'];
const merge: Judgement = {
  id: 'j-1',
  decision: { kind: 'merge', of: 'parties', into: 'Mill Ventures', other: 'MV Growth' },
  by: 'Ann',
  when: day,
  why: 'same general partner',
};

describe('a name', () => {
  it('is the same whatever its case, accents, punctuation and legal form', () => {
    expect(nameKey('NVIDIA Corporation')).toBe(nameKey('Nvidia'));
    expect(nameKey('OpenAI Global, LLC')).toBe('openai global');
    expect(nameKey('Vélocendre S.A.S.')).toBe('velocendre');
    expect(nameKey('The Stargate Project')).toBe('stargate project');
    expect(nameKey('杭州深度求索人工智能基础技术研究有限公司')).toBe('杭州深度求索人工智能基础技术研究');
  });

  it('keeps a legal form that is all there is', () => {
    expect(nameKey('Limited')).toBe('limited');
  });

  it('has a key that is its own key', () => {
    fc.assert(fc.property(fc.string(), (name) => nameKey(nameKey(name)) === nameKey(name)));
  });
});

describe('a party', () => {
  const { partyOf } = partyBook();

  it('is found under its aliases, and a vehicle keeps its own name beside it', () => {
    expect(partyOf('SBG').id).toBe('softbank');
    expect(partyOf('SVF2')).toEqual({
      id: 'softbank',
      name: 'SoftBank',
      vehicle: 'SVF2',
      because: 'vehicle of SoftBank',
    });
    expect(partyOf('Thrive').id).toBe(partyOf('Thrive Capital').id);
    expect(partyOf('a16z').name).toBe('Andreessen Horowitz');
    expect(partyOf('幻方').id).toBe('high-flyer');
  });

  it('is not merged with another on likeness alone', () => {
    expect(partyOf('SoftBank Corp Investments').id).not.toBe('softbank');
    expect(partyOf('Mindray').id).not.toBe('high-flyer');
    expect(partyOf('OpenAI Foundation').id).not.toBe('openai');
    expect(likelySame('Halden Row', 'Halden Row Capital')).toBe(true);
    expect(partyOf('Halden Row').id).not.toBe(partyOf('Halden Row Capital').id);
    expect(
      likelySamePairs([partyOf('Halden Row'), partyOf('Halden Row Capital'), partyOf('Halden')]),
    ).toHaveLength(3);
  });

  it('is merged and split by judgements, and the last one wins', () => {
    expect(partyBook([merge]).partyOf('MV Growth')).toMatchObject({
      id: 'mill-ventures',
      name: 'Mill Ventures',
    });
    const split: Judgement = {
      ...merge,
      id: 'j-2',
      decision: { kind: 'split', of: 'parties', name: 'MV Growth' },
    };
    expect(partyBook([merge, split]).partyOf('MV Growth').id).toBe('mv-growth');
    const apart: Judgement = {
      ...merge,
      id: 'j-3',
      decision: { kind: 'split', of: 'parties', name: 'SVF2' },
    };
    expect(partyBook([apart]).partyOf('SVF2').id).toBe('svf2');
    expect(partyBook([apart]).partyOf('Vision Fund 2').id).toBe('softbank');
  });
});

describe('the alias table', () => {
  it('gives each name to one party only, with a note and a source', () => {
    const keys = ALIASES.flatMap(({ name, aliases = [], vehicles = [] }) =>
      [name, ...aliases, ...vehicles].map(nameKey),
    );
    expect(keys.length - new Set(keys).size).toBeLessThanOrEqual(duplicatesWithin());
    for (const { note, source } of ALIASES) {
      expect(note).not.toBe('');
      expect(source).not.toBe('');
    }
  });

  /** Spellings of one entry may share a key; two entries may not. */
  const duplicatesWithin = (): number =>
    ALIASES.reduce((total, { name, aliases = [], vehicles = [] }) => {
      const own = [name, ...aliases, ...vehicles].map(nameKey);
      return total + own.length - new Set(own).size;
    }, 0);
});
