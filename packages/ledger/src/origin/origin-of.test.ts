import type { PlainDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import type { Source } from '../source/index.ts';
import { originOf, pageOrigin, publisherAt, publisherNamed, tierOfKind, voiceOf } from './index.ts';

const source = (more: Partial<Source>): Source => ({
  ...{ id: 's-1', name: 'one', title: 'One', tier: 'unattributed', text: 'Text.', sha256: 'abc' },
  published: '2025-03-03' as PlainDate,
  ...more,
});

describe('the voice of a source', () => {
  it.each([
    [{}, 'text:abc'],
    [{ publisher: 'The Financial  Times' }, 'outlet:financial times'],
    [{ publisher: 'FT' }, 'outlet:financial times'],
    [{ publisher: 'Local Paper', relayOf: 'Reuters' }, 'outlet:reuters'],
    [{ url: 'https://www.reuters.com/technology/one' }, 'outlet:reuters'],
    [{ publisher: 'Business Wire' }, 'text:abc'],
    [
      { publisher: 'Business Wire', url: 'https://www.businesswire.com/news/1/?utm_source=x#top' },
      'page:businesswire.com/news/1',
    ],
    [{ publisher: 'SEC', url: 'http://sec.gov/Archives/1.htm' }, 'page:sec.gov/Archives/1.htm'],
    [{ url: 'https://kaldor.example/blog/' }, 'page:kaldor.example/blog'],
  ] as const)('%j is %s', (more, expected) => {
    expect(voiceOf(source(more))).toBe(expected);
  });
});

describe('the origin of a claim', () => {
  const quoted = (attribution: object) =>
    originOf(
      {
        type: 'no_external_funding',
        entity: 'Mill',
        quote: '',
        quote_span: [0, 0],
        spans: {},
        ...attribution,
      },
      source({ publisher: 'Herald' }),
    );
  it('is whose words it passes on, before the source that passes them on', () => {
    expect(quoted({})).toBe('outlet:herald');
    expect(quoted({ attribution: { kind: 'relay', relay_of: 'the FT' } })).toBe('outlet:financial times');
    expect(quoted({ attribution: { kind: 'filing', name: 'Mill' } })).toBe('party:mill');
    expect(quoted({ attribution: { kind: 'named_person', name: 'Ada Roe' } })).toBe('person:ada roe');
    expect(quoted({ attribution: { kind: 'unnamed_people' } })).toBe('outlet:herald');
  });
});

describe('pages', () => {
  it('are one however their address is written, and belong to the outlet whose host they are on', () => {
    expect(pageOrigin('http://www.sec.gov/a/b/?utm_medium=x')).toBe(pageOrigin('https://sec.gov/a/b#part'));
    expect(pageOrigin('https://www.sec.gov/a?x=1')).not.toBe(pageOrigin('https://www.sec.gov/a?x=2'));
    expect(pageOrigin('https://asia.nikkei.com/one')).toBe('outlet:nikkei');
    expect(pageOrigin('no address')).toBe('page:no address');
  });
});

describe('publishers', () => {
  it.each([
    ['GlobeNewswire', 'pr_wire', 'party_statement'],
    ['companies house', 'register', 'filing'],
    ['EDGAR', 'regulator', 'filing'],
    ['RNS', 'exchange', 'filing'],
    ['Bloomberg News', 'wire', undefined],
    ['techcrunch', 'site', undefined],
    ['Substack', 'blog', 'unattributed'],
  ] as const)('%s is a %s', (name, kind, tier) => {
    expect(publisherNamed(name)?.kind).toBe(kind);
    expect(tierOfKind(kind)).toBe(tier);
  });

  it('are known by their hosts, and newsrooms by the first part of theirs', () => {
    expect(publisherAt('https://en.globes.co.il/x')).toEqual({ name: 'Globes', kind: 'newspaper' });
    expect(publisherAt('https://newsroom.kaldor.example/x')).toEqual({
      name: 'newsroom.kaldor.example',
      kind: 'newsroom',
    });
    expect(publisherAt('https://kaldor.example/')).toBeUndefined();
    expect(publisherAt('mailto:someone')).toBeUndefined();
    expect(publisherNamed('Kaldor')).toBeUndefined();
  });
});
