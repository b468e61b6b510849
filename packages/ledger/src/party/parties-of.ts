import type { PlainDate } from '@tranche/core/time';
import { type Judgement, judgementsInForce } from '../judgement/index.ts';
import { type Ledger, statementsOf } from '../statement/index.ts';
import { likelySamePairs } from './likely-same.ts';
import { namesIn } from './names-in.ts';
import { isListed, type NameRelation, type Party, type PartyBook, partyBook } from './party-book.ts';

/** A name as statements write it, with how it was resolved. */
export interface NameSeen {
  readonly name: string;
  /** Absent when it is simply the party's name. */
  readonly relation?: NameRelation;
  /** The vehicle that it names. */
  readonly vehicle?: string;
  /** Why it stands for the party, in words; absent when it is simply its name. */
  readonly because?: string;
  /** How many statements write it so. */
  readonly statements: number;
}

/** Another party that may be this one: offered for a judgement, never merged. */
export interface LikelySame {
  readonly id: string;
  readonly name: string;
  readonly because: string;
}

/** One party of a workspace, with all that made it one. */
export interface PartyOverview {
  readonly id: string;
  /** The name people know it by. */
  readonly name: string;
  /** The party that it belongs to, which is another one. */
  readonly parent?: { readonly id: string; readonly name: string };
  /** Every way in which it is written, the most frequent first. */
  readonly names: readonly NameSeen[];
  /** Names of the vehicles through which it is seen to act. */
  readonly vehicles: readonly string[];
  /** How many statements name it. */
  readonly statements: number;
  readonly likelySame: readonly LikelySame[];
  /** Ids of the judgements in force that merge it, split from it or note something about it, in their order. */
  readonly judgements: readonly string[];
}

/**
 * The parties that are named in what was known by the end of a day, under the judgements in force on it: those named
 * most often first, then by id. A name that a judgement keeps apart is not offered again, nor are two
 * that the alias table lists as two.
 * Takes time linear in what was said; asked twice, answered the same. Fails: never.
 */
export function partiesOf(ledger: Ledger, knownOn: PlainDate): readonly PartyOverview[] {
  const judgements = judgementsInForce(ledger.judgements, knownOn);
  const book = partyBook(judgements);
  const seen = seenIn(ledger, knownOn, book);
  const pairs = likelySamePairs([...seen.values()].map(({ party }) => party));
  const likely = new Map<string, LikelySame[]>();
  const apart = keptApart(judgements, book);
  for (const { one, other, because } of pairs) {
    if (apart.has(one.id) || apart.has(other.id) || (isListed(one) && isListed(other))) continue;
    for (const [of, { id, name }] of [
      [one, other],
      [other, one],
    ] as const) {
      likely.set(of.id, [...(likely.get(of.id) ?? []), { id, name, because }]);
    }
  }
  const about = judgementsAbout(judgements, book);
  return [...seen]
    .map(([id, { party, names, statements }]): PartyOverview => {
      const written = [...names]
        .map(([name, count]) => nameSeen(name, count, book))
        .sort((one, other) => other.statements - one.statements || (one.name < other.name ? -1 : 1));
      return {
        id,
        name: party.name,
        ...(party.parent === undefined ? {} : { parent: party.parent }),
        names: written,
        vehicles: [...new Set(written.flatMap(({ vehicle }) => vehicle ?? []))],
        statements,
        likelySame: likely.get(id) ?? [],
        judgements: about.get(id) ?? [],
      };
    })
    .sort((one, other) => other.statements - one.statements || (one.id < other.id ? -1 : 1));
}

interface Seen {
  /** As its name resolves: without the vehicle or the reason of one way of writing it. */
  readonly party: Party;
  readonly names: Map<string, number>;
  statements: number;
}

function seenIn(ledger: Ledger, knownOn: PlainDate, { partyOf }: PartyBook): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const { body } of statementsOf(ledger, knownOn)) {
    const counted = new Set<string>();
    for (const name of new Set(namesIn(body))) {
      const { id, name: known, parent } = partyOf(name);
      const party = { id, name: known, ...(parent === undefined ? {} : { parent }) };
      const entry = seen.get(id) ?? { party, names: new Map<string, number>(), statements: 0 };
      seen.set(id, entry);
      entry.names.set(name, (entry.names.get(name) ?? 0) + 1);
      if (!counted.has(id)) entry.statements += 1;
      counted.add(id);
    }
  }
  return seen;
}

function nameSeen(name: string, statements: number, { partyOf }: PartyBook): NameSeen {
  const { relation, vehicle, because } = partyOf(name);
  return {
    name,
    ...(relation === undefined ? {} : { relation }),
    ...(vehicle === undefined ? {} : { vehicle }),
    ...(because === undefined ? {} : { because }),
    statements,
  };
}

/** Parties that a judgement says are none of those they are taken for. */
const keptApart = (judgements: readonly Judgement[], { partyOf }: PartyBook): ReadonlySet<string> =>
  new Set(
    judgements.flatMap(({ decision }) => {
      if (decision.kind !== 'split' || decision.of !== 'parties') return [];
      const { id, relation } = partyOf(decision.name);
      return relation === 'kept_apart' ? [id] : [];
    }),
  );

/** Judgements by the party that they are about now; a split is also about the party that it took a name from. */
function judgementsAbout(
  judgements: readonly Judgement[],
  { partyOf }: PartyBook,
): ReadonlyMap<string, readonly string[]> {
  const about = new Map<string, string[]>();
  judgements.forEach(({ id, decision }, index) => {
    const names = ((): readonly string[] => {
      if (decision.kind === 'merge' && decision.of === 'parties') return [decision.into, decision.other];
      if (decision.kind === 'split' && decision.of === 'parties') {
        return [decision.name, partyBook(judgements.slice(0, index)).partyOf(decision.name).name];
      }
      return decision.kind === 'note' ? [decision.about] : [];
    })();
    for (const party of new Set(names.map((name) => partyOf(name).id))) {
      about.set(party, [...(about.get(party) ?? []), id]);
    }
  });
  return about;
}
