import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../judgement/index.ts';
import { ALIASES, type AliasEntry, likelySame, likelySamePairs, nameKey, partyBook } from './index.ts';
import { wholeNameKey } from './normalise.ts';

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
      relation: 'vehicle',
      vehicle: 'SVF2',
      because: 'vehicle of SoftBank',
    });
    expect(partyOf('Thrive').id).toBe(partyOf('Thrive Capital').id);
    expect(partyOf('a16z').name).toBe('Andreessen Horowitz');
    expect(partyOf('幻方').id).toBe('high-flyer');
  });

  it('is found under what machine translations print, and says so', () => {
    // deepseek.json, ds-high-flyer and ds-zhu-xiaohu: the names as two translated texts print them.
    expect(partyOf('Mindray')).toMatchObject({ id: 'high-flyer', relation: 'mistranslation' });
    expect(partyOf('Mindray').because).toContain('幻方');
    expect(partyOf('Shenzhen Mindray Bio-Medical Electronics Co., Ltd.').id).toBe('mindray-medical');
    for (const name of ['金沙江创投', 'Jinsha River Ventures', 'Jina Capital']) {
      expect(partyOf(name).id).toBe('gsr-ventures');
    }
    expect(partyOf('BV Baidu Ventures')).toMatchObject({
      id: 'baidu-ventures',
      parent: { id: 'baidu', name: 'Baidu' },
    });
    expect(partyOf('Antfin').vehicle).toBe('Antfin');
  });

  it('is found under a description of it, with how far that holds', () => {
    expect(partyOf('the ChatGPT maker')).toMatchObject({ id: 'openai', relation: 'description' });
    expect(partyOf('the Japanese group').because).toContain('elsewhere another group may be meant');
  });

  it('with a legal form that tells it from another is that other', () => {
    expect(partyOf('OpenAI, Inc.').id).toBe('openai-foundation');
    expect(partyOf('OpenAI Global, LLC')).toMatchObject({ id: 'openai', vehicle: 'OpenAI Global' });
    expect(partyOf('OpenAI Group PBC')).toMatchObject({ id: 'openai', vehicle: 'OpenAI Group' });
    expect(partyOf('SoftBank Corp.')).toMatchObject({ id: 'softbank-corp', parent: { id: 'softbank' } });
    expect(partyOf('SoftBank Group Corp.').id).toBe('softbank');
  });

  it('is not merged with another on likeness alone', () => {
    expect(partyOf('SoftBank Corp Investments').id).not.toBe('softbank');
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
  const keysOf = ({
    name,
    aliases = [],
    registered = [],
    other_scripts = [],
    mistranslations = [],
    vehicles = [],
    descriptions = [],
  }: AliasEntry): readonly string[] => [
    ...new Set([
      ...registered.map(wholeNameKey),
      ...[
        ...(registered.includes(name) ? [] : [name]),
        ...aliases,
        ...other_scripts,
        ...vehicles,
        ...[...mistranslations, ...descriptions].map((noted) => noted.name),
      ].map((other) => (nameKey(other) === nameKey(name) && other !== name ? wholeNameKey : nameKey)(other)),
    ]),
  ];

  it('gives each name to one party only', () => {
    const keys = ALIASES.flatMap(keysOf);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('says why and where of each entry, and of each mistranslation and description', () => {
    for (const { note, source, mistranslations = [], descriptions = [] } of ALIASES) {
      for (const text of [
        note,
        source,
        ...[...mistranslations, ...descriptions].map((noted) => noted.note),
      ]) {
        expect(text).not.toBe('');
      }
    }
  });

  it('has the party of each entry under each of its names, with a reason wherever it is not its own', () => {
    const { partyOf } = partyBook();
    for (const entry of ALIASES) {
      const { id, because } = partyOf(entry.name);
      expect(because).toBeUndefined();
      for (const key of keysOf(entry)) {
        expect(partyOf(key).id).toBe(id);
        if (key !== nameKey(entry.name) && key !== wholeNameKey(entry.name)) {
          expect(partyOf(key).because).toContain(entry.name);
        }
      }
    }
  });
});
