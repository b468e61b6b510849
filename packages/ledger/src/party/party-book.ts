import type { Judgement } from '../judgement/index.ts';
import { ALIASES, type AliasEntry } from './aliases.ts';
import { likelySame, nameKey, slugOf } from './normalise.ts';

/** Who a name stands for. */
export interface Party {
  readonly id: string;
  /** The name people know it by. */
  readonly name: string;
  /** The vehicle that the text names, when it names one: the party acts through it. */
  readonly vehicle?: string;
  /** Why the name stands for this party, when it is not simply its name. */
  readonly because?: string;
}

/** Names to parties, by alias data and judgements; never by likeness. */
export interface PartyBook {
  partyOf(name: string): Party;
}

/**
 * The parties as known under the judgements in force: a merge makes the second name the first's party, a split
 * makes a name its own party again. Later judgements win.
 */
export function partyBook(
  judgements: readonly Judgement[] = [],
  aliases: readonly AliasEntry[] = ALIASES,
): PartyBook {
  const parties = new Map<string, Party>();
  for (const { name, aliases: others = [], vehicles = [] } of aliases) {
    const party = { id: slugOf(name), name };
    parties.set(nameKey(name), party);
    for (const alias of others) parties.set(nameKey(alias), { ...party, because: `alias of ${name}` });
    for (const vehicle of vehicles) {
      parties.set(nameKey(vehicle), { ...party, vehicle, because: `vehicle of ${name}` });
    }
  }
  const partyOf = (name: string): Party =>
    parties.get(nameKey(name)) ?? { id: slugOf(name), name: name.trim() };
  for (const { decision, by, why } of judgements) {
    if (decision.kind === 'merge' && decision.of === 'parties') {
      const from = partyOf(decision.other).id;
      const { id, name } = partyOf(decision.into);
      const merged = { id, name, because: `merged with ${name} by ${by}: ${why}` };
      for (const [key, party] of parties) if (party.id === from) parties.set(key, { ...party, ...merged });
      parties.set(nameKey(decision.other), merged);
    }
    if (decision.kind === 'split' && decision.of === 'parties') {
      const { name } = decision;
      parties.set(nameKey(name), { id: slugOf(name), name, because: `kept apart by ${by}: ${why}` });
    }
  }
  return { partyOf };
}

/** Pairs of parties that may be one, for a person to judge: shown, never acted on across deals. */
export function likelySamePairs(parties: readonly Party[]): readonly (readonly [Party, Party])[] {
  const distinct = [...new Map(parties.map((party) => [party.id, party])).values()];
  return distinct.flatMap((one, index) =>
    distinct
      .slice(index + 1)
      .flatMap((other) => (likelySame(one.name, other.name) ? [[one, other] as const] : [])),
  );
}
