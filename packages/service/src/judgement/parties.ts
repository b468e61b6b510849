import type { PlainDate } from '@tranche/core/time';
import { partiesOf } from '@tranche/ledger/party';
import type { Ledger } from '@tranche/ledger/statement';
import type { PartyView } from '../views/index.ts';
import { judgementViews } from './judgement-view.ts';

/** The parties named in what was known by a day, as far as names and judgements make them one. */
export function partyViews(ledger: Ledger, knownOn: PlainDate): readonly PartyView[] {
  const made = new Map(judgementViews(ledger, knownOn).map((judgement) => [judgement.id, judgement]));
  return partiesOf(ledger, knownOn).map(({ parent, names, vehicles, likelySame, judgements, ...party }) => ({
    ...party,
    ...(parent === undefined ? {} : { parent: { ...parent } }),
    names: names.map((seen) => ({ ...seen })),
    vehicles: [...vehicles],
    likelySame: likelySame.map((likely) => ({ ...likely })),
    judgements: judgements.flatMap((id) => made.get(id) ?? []),
  }));
}
