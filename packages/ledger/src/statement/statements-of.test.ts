import { expectOk } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import type { Attribution, LedgerClaim } from '../claim/index.ts';
import type { Source } from '../source/index.ts';
import { type Ledger, statementsOf } from './index.ts';

const day = (text: string): PlainDate => expectOk(parsePlainDate(text));

const source = (id: string, published?: string, publisher?: string): Source => ({
  id,
  name: id,
  title: id,
  tier: 'unattributed',
  text: 'Mill has no investors.',
  sha256: `sha-${id}`,
  ...(published === undefined ? {} : { published: day(published) }),
  ...(publisher === undefined ? {} : { publisher }),
});

const claim = (id: string, sourceId: string, attribution?: Attribution): LedgerClaim => ({
  id,
  sourceId,
  claim: {
    type: 'no_external_funding',
    entity: 'Mill',
    quote: 'Mill has no investors',
    quote_span: [0, 21],
    spans: {},
    ...(attribution === undefined ? {} : { attribution }),
  },
});

const ledger: Ledger = {
  sources: [
    source('b', '2025-02-01', 'Herald'),
    source('a', '2025-02-01'),
    source('c'),
    source('d', '2025-03-01'),
  ],
  claims: [
    claim('c-d', 'd', { kind: 'relay', relay_of: 'The  Herald' }),
    claim('c-b', 'b', { kind: 'filing', name: 'Mill' }),
    claim('c-a', 'a'),
    claim('c-c', 'c'),
  ],
  judgements: [],
  facts: [],
};

describe('what had been said by a day', () => {
  it('is known from the publication of its source, that day included', () => {
    expect(statementsOf(ledger, day('2025-01-31'))).toEqual([]);
    expect(statementsOf(ledger, day('2025-02-01')).map(({ id }) => id)).toEqual(['c-a', 'c-b']);
    expect(statementsOf(ledger, day('2025-03-01')).map(({ id }) => id)).toEqual(['c-a', 'c-b', 'c-d']);
  });

  it('is never known from a source without a date', () => {
    expect(statementsOf(ledger, day('2030-01-01')).map(({ id }) => id)).not.toContain('c-c');
  });

  it("has the tier of its own attribution, else its source's", () => {
    expect(statementsOf(ledger, day('2025-02-01')).map(({ tier }) => tier)).toEqual([
      'unattributed',
      'filing',
    ]);
  });

  it('has the origin it was taken from: a text, a party, an outlet that is relayed', () => {
    expect(statementsOf(ledger, day('2025-03-01')).map(({ origin }) => origin)).toEqual([
      'text:sha-a',
      'party:mill',
      'outlet:herald',
    ]);
  });

  it('is what was said, without where', () => {
    expect(statementsOf(ledger, day('2025-02-01'))[0]?.body).toEqual({
      type: 'no_external_funding',
      entity: 'Mill',
    });
  });
});
