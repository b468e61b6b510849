import type { PlainDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import type { LedgerClaim } from '../claim/index.ts';
import type { Source } from '../source/index.ts';
import { allStatements } from '../statement/index.ts';
import type { LogEntry } from './index.ts';
import { Replay, replay } from './index.ts';

const source = (id: string): Source => ({
  id,
  name: id,
  title: id,
  published: '2025-06-02' as PlainDate,
  tier: 'relay',
  text: 'DeepSeek has no outside money.',
  sha256: '0',
});

const claim = (id: string, sourceId: string): LedgerClaim => ({
  id,
  sourceId,
  claim: {
    type: 'no_external_funding',
    entity: 'DeepSeek',
    quote: 'DeepSeek',
    quote_span: [0, 8],
    spans: {},
  },
});

const added = (sourceId: string, ...claims: readonly string[]): LogEntry => ({
  kind: 'source_added',
  source: source(sourceId),
  claims: claims.map((id) => claim(id, sourceId)),
});

const judged = (id: string): LogEntry => ({
  kind: 'judgement_made',
  judgement: {
    id,
    decision: { kind: 'accept', statement: 'c-1' },
    by: 'A. Analyst',
    when: '2025-06-03' as PlainDate,
    why: 'It stands in the text.',
  },
});

const idsOf = (entries: readonly LogEntry[]) => {
  const ledger = replay(entries);
  return {
    sources: ledger.sources.map(({ id }) => id),
    claims: ledger.claims.map(({ id }) => id),
    judgements: ledger.judgements.map(({ id }) => id),
  };
};

describe('the ledger that a log amounts to', () => {
  it('holds sources, claims and judgements in the order they came', () => {
    expect(idsOf([added('s-2', 'c-3'), judged('j-1'), added('s-1', 'c-1', 'c-2')])).toEqual({
      sources: ['s-2', 's-1'],
      claims: ['c-3', 'c-1', 'c-2'],
      judgements: ['j-1'],
    });
  });

  it('counts what comes twice once', () => {
    const once = [added('s-1', 'c-1'), judged('j-1')];
    expect(idsOf([...once, ...once])).toEqual(idsOf(once));
  });

  it('takes the last reading of a source, in the place of the first', () => {
    const log = [added('s-1', 'c-1', 'c-2'), added('s-2', 'c-3'), added('s-1', 'c-2', 'c-4')];
    expect(idsOf(log)).toEqual({ sources: ['s-1', 's-2'], claims: ['c-2', 'c-4', 'c-3'], judgements: [] });
  });
});

describe('a log that grows', () => {
  const log = [added('s-2', 'c-3'), judged('j-1'), added('s-1', 'c-1', 'c-2'), added('s-2', 'c-3', 'c-4')];

  it('amounts to the same ledger in one stretch and entry by entry, a source read anew included', () => {
    const growing = new Replay();
    for (const [index, entry] of log.entries()) {
      const all = replay(log.slice(0, index + 1));
      const ledger = growing.add([entry]);
      expect({ ...ledger }).toEqual({ ...all });
      expect(allStatements(ledger)).toEqual(allStatements(all));
    }
    expect(growing.readingOf('s-2')).toMatchObject({
      count: 2,
      last: { claims: [{ id: 'c-3' }, { id: 'c-4' }] },
    });
  });

  it('leaves the ledgers before as they were', () => {
    const growing = new Replay();
    const before = growing.add(log.slice(0, 2));
    const said = allStatements(before);
    growing.add(log.slice(2));
    expect(before.claims.map(({ id }) => id)).toEqual(['c-3']);
    expect(allStatements(before)).toEqual(said);
  });
});
