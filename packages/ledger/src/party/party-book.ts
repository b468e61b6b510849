import type { Judgement } from '../judgement/index.ts';
import { ALIASES, type AliasEntry } from './aliases.ts';
import { nameKey, slugOf, wholeNameKey } from './normalise.ts';

/** What a name is to the party it stands for, where it is not simply its name. */
export type NameRelation =
  | 'alias'
  | 'other_script'
  | 'mistranslation'
  | 'vehicle'
  | 'description'
  /** By a judgement: it is one party with this one, or a party of its own. */
  | 'merged'
  | 'kept_apart';

/** Who a name stands for. */
export interface Party {
  readonly id: string;
  /** The name people know it by. */
  readonly name: string;
  readonly relation?: NameRelation;
  /** The vehicle that the text names, when it names one: the party acts through it. */
  readonly vehicle?: string;
  /** Why the name stands for this party, when it is not simply its name. */
  readonly because?: string;
  /** The party that it belongs to, which is another one. */
  readonly parent?: { readonly id: string; readonly name: string };
}

/** Names to parties, by alias data and judgements; never by likeness. */
export interface PartyBook {
  partyOf(name: string): Party;
}

/**
 * The parties as known under the judgements in force: a merge makes the party of the second name one with the
 * first's, all its names included; a split makes a name its own party again. Later judgements win; what is already
 * one is not merged again, so that chains and circles of merges end. To split off the name that a merged party goes
 * by changes nothing: there the merge is to be undone.
 */
export function partyBook(
  judgements: readonly Judgement[] = [],
  aliases: readonly AliasEntry[] = ALIASES,
): PartyBook {
  const parties = new Map(aliases === ALIASES ? listedNames() : namesOf(aliases));
  const keyOf = (name: string): string => {
    const whole = wholeNameKey(name);
    return parties.has(whole) ? whole : nameKey(name);
  };
  const partyOf = (name: string): Party =>
    parties.get(keyOf(name)) ?? { id: slugOf(name), name: name.trim() };
  for (const { decision, by, why } of judgements) {
    if (decision.kind === 'merge' && decision.of === 'parties') {
      const from = partyOf(decision.other).id;
      const { id, name, parent } = partyOf(decision.into);
      if (from === id) continue;
      const merged: Party = {
        id,
        name,
        relation: 'merged',
        because: `merged with ${name} by ${by}: ${why}`,
        ...(parent === undefined ? {} : { parent }),
      };
      for (const [key, party] of parties) {
        if (party.id === from) {
          parties.set(key, party.vehicle === undefined ? merged : { ...merged, vehicle: party.vehicle });
        }
      }
      parties.set(keyOf(decision.other), merged);
      // A name that no table lists has to be found too when its party is merged into another later.
      parties.set(keyOf(decision.into), partyOf(decision.into));
    }
    if (decision.kind === 'split' && decision.of === 'parties') {
      const { name } = decision;
      const because = `kept apart by ${by}: ${why}`;
      parties.set(keyOf(name), { id: slugOf(name), name, relation: 'kept_apart', because });
    }
  }
  const found = new Map<string, Party>();
  return {
    partyOf: (name) => {
      const known = found.get(name) ?? partyOf(name);
      found.set(name, known);
      return known;
    },
  };
}

let listed: ReadonlyMap<string, Party> | undefined;

/** The names of the table that ships, read once. */
function listedNames(): ReadonlyMap<string, Party> {
  listed ??= new Map(namesOf(ALIASES));
  return listed;
}

/** Every listed name under the key by which it is found. */
function namesOf(aliases: readonly AliasEntry[]): readonly (readonly [key: string, party: Party])[] {
  const heads = new Map(aliases.map((entry) => [entry.name, headOf(entry)]));
  const parentOf = (name: string): { readonly id: string; readonly name: string } =>
    heads.get(name) ?? { id: slugOf(name), name };
  return aliases.flatMap((entry) => {
    const { id, name } = headOf(entry);
    const party: Party = {
      id,
      name,
      ...(entry.parent === undefined ? {} : { parent: parentOf(entry.parent) }),
    };
    const under = (relation: NameRelation, because: string, more: object = {}): Party => ({
      ...party,
      relation,
      ...more,
      because,
    });
    const { registered = [], aliases: others = [], other_scripts: scripts = [], vehicles = [] } = entry;
    const { mistranslations = [], descriptions = [] } = entry;
    // A name that differs from the party's own in its legal form alone is found by that form.
    const keyOf = (other: string): string =>
      nameKey(other) === nameKey(name) ? wholeNameKey(other) : nameKey(other);
    return [
      ...(registered.includes(name) ? [] : [[nameKey(name), party] as const]),
      ...registered.map((full) => {
        const isName = full === name;
        return [wholeNameKey(full), isName ? party : under('alias', `registered name of ${name}`)] as const;
      }),
      ...others.map((alias) => [keyOf(alias), under('alias', `alias of ${name}`)] as const),
      ...scripts.map((other) => [keyOf(other), under('other_script', `${name} in another script`)] as const),
      ...mistranslations.map(
        ({ name: wrong, note }) =>
          [keyOf(wrong), under('mistranslation', `mistranslation of ${name}: ${note}`)] as const,
      ),
      ...vehicles.map(
        (vehicle) => [keyOf(vehicle), under('vehicle', `vehicle of ${name}`, { vehicle })] as const,
      ),
      ...descriptions.map(
        ({ name: words, note }) =>
          [keyOf(words), under('description', `description of ${name}: ${note}`)] as const,
      ),
    ];
  });
}

/** A name that holds only whole has its legal form in its id too. */
const headOf = ({ name, registered = [] }: AliasEntry): { readonly id: string; readonly name: string } => ({
  id: registered.includes(name) ? wholeNameKey(name).replace(/ /g, '-') : slugOf(name),
  name,
});

const LISTED: ReadonlySet<string> = new Set(ALIASES.map((entry) => headOf(entry).id));

/** True of a party that the alias table knows: two of them are known to be two. */
export const isListed = ({ id }: Party): boolean => LISTED.has(id);
