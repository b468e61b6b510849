import { partyBook } from '@tranche/ledger/party';
import { describe, expect, it } from 'vitest';
import data from './gazetteer.json' with { type: 'json' };

/** What the reader finds in a text, the ledger has to know by the same party. People are found by surname in a text only. */
describe('the gazetteer and the alias table of the ledger', () => {
  const { partyOf } = partyBook();
  const parties = data.parties.filter(({ kind }) => kind !== 'person');

  it.each(['aliases', 'descriptions'] as const)('agree on who %s stand for', (field) => {
    const apart = parties.flatMap((party) =>
      (party[field] ?? []).flatMap((name) =>
        partyOf(name).id === partyOf(party.name).id ? [] : [`${name}: ${partyOf(name).id}`],
      ),
    );
    expect(apart).toEqual([]);
  });
});
