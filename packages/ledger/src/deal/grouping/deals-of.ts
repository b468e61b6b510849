import type { PlainDate } from '@tranche/core/time';
import { type Judgement, judgementsAbout, judgementsOn } from '../../judgement/index.ts';
import type { PartyBook } from '../../party/index.ts';
import type { Source } from '../../source/index.ts';
import { inOrder, type Ledger, type Statement } from '../../statement/index.ts';
import type { DealMoney, JoinedStatement } from '../view.ts';
import { issuerOf, worldOn } from './world.ts';

export interface DealMember {
  readonly statement: Statement;
  readonly joined: JoinedStatement;
}

/** A financing with everything said of it by a day. */
export interface GroupedDeal {
  readonly id: string;
  readonly issuer: string;
  readonly issuerName: string;
  readonly money: DealMoney;
  readonly members: readonly DealMember[];
}

/** What is known of one issuer by a day. */
export interface IssuerKnowledge {
  readonly issuer: string;
  readonly book: PartyBook;
  /** In force, and about something that was said of it. */
  readonly judgements: readonly Judgement[];
  readonly deals: readonly GroupedDeal[];
  /** Mentions of its financing that belong to no single deal, such as running totals. */
  readonly loose: readonly Statement[];
  /** Everything said of it, in order: deals, stakes, control, valuations. */
  readonly statements: readonly Statement[];
  /** The texts that say it. */
  readonly sources: readonly Source[];
  /** The name of a party that is spoken of with the issuer; its id if it is not. */
  nameOf(party: string): string;
}

/** Party ids of all issuers spoken of by a day, in the order in which they became known. */
export function issuersOf(ledger: Ledger, knownOn: PlainDate): readonly string[] {
  return [...worldOn(ledger, knownOn).issuers()]
    .flatMap(([issuer, [first]]) =>
      first !== undefined && first.knownFrom <= knownOn ? [{ issuer, first }] : [],
    )
    .sort((one, other) => inOrder(one.first, other.first))
    .map(({ issuer }) => issuer);
}

/** The deal that each of these statements belongs to, as known on a day; those of none are left out. */
export function dealsByStatement(
  ledger: Ledger,
  statements: Iterable<string>,
  knownOn: PlainDate,
): ReadonlyMap<string, string> {
  const { book, index } = worldOn(ledger, knownOn);
  const issuers = new Set(
    [...statements].flatMap((id) => {
      const statement = index.statement(id);
      return statement === undefined ? [] : (issuerOf(statement, book) ?? []);
    }),
  );
  return new Map(
    [...issuers]
      .flatMap((issuer) => knowledgeOf(ledger, issuer, knownOn).deals)
      .flatMap(({ id, members }) => members.map(({ statement }) => [statement.id, id] as const)),
  );
}

/**
 * The deals of one issuer and what else was said of it, as known on a day. Takes time by what was said of that
 * issuer alone. Judgements made by that day are applied.
 */
export function knowledgeOf(ledger: Ledger, issuer: string, knownOn: PlainDate): IssuerKnowledge {
  const world = worldOn(ledger, knownOn);
  const { groups, loose } = world.groupingOf(issuer);
  const isKnown = (statement: Statement): boolean => statement.knownFrom <= knownOn;
  const deals = groups.flatMap(({ id, issuerName, money, members }) => {
    const known = members
      .filter(({ mention }) => isKnown(mention.statement))
      .map(({ mention, joined }) => ({ statement: mention.statement, joined }));
    return known.length === 0 ? [] : [{ id, issuer, issuerName, money, members: known }];
  });
  const statements = world.statementsOf(issuer).filter(isKnown);
  const judgements = judgementsAbout(judgementsOn(ledger.judgements, knownOn), [
    ...deals.map(({ id }) => id),
    ...statements.map(({ id }) => id),
  ]);
  const judged = mergedAndSplit(deals, judgements);
  const texts = new Set(statements.map(({ sourceId }) => sourceId));
  return {
    issuer,
    book: world.book,
    judgements,
    deals: judged.deals,
    loose: [...loose.map(({ statement }) => statement).filter(isKnown), ...judged.split],
    statements,
    sources: [...texts].flatMap((id) => {
      const source = id === undefined ? undefined : world.index.source(id);
      return source === undefined ? [] : [source];
    }),
    nameOf: (party) => world.namesOf(issuer).get(party) ?? party,
  };
}

/** Applies what people decided about deals, after the rule: the rule's own grouping stays what it was. */
function mergedAndSplit(
  found: readonly GroupedDeal[],
  judgements: readonly Judgement[],
): { readonly deals: readonly GroupedDeal[]; readonly split: readonly Statement[] } {
  let deals = found;
  const split: Statement[] = [];
  for (const { decision, by, why } of judgements) {
    if (decision.kind === 'split' && decision.of === 'deals') {
      deals = deals.map((deal) => {
        if (deal.id !== decision.from) return deal;
        const taken = deal.members.filter(({ statement }) => statement.id === decision.statement);
        split.push(...taken.map(({ statement }) => statement));
        return { ...deal, members: deal.members.filter((member) => !taken.includes(member)) };
      });
    }
    if (decision.kind === 'merge' && decision.of === 'deals' && decision.into !== decision.other) {
      const other = deals.find(({ id }) => id === decision.other);
      if (other === undefined || !deals.some(({ id }) => id === decision.into)) continue;
      const moved = other.members.map(({ statement }) => ({
        statement,
        joined: { id: statement.id, joinedBecause: `${by} merged ${decision.other} into this deal: ${why}` },
      }));
      deals = deals
        .filter((deal) => deal !== other)
        .map((deal) =>
          deal.id === decision.into
            ? { ...deal, members: [...deal.members, ...moved].sort(inOrderKnown) }
            : deal,
        );
    }
  }
  return { deals: deals.filter(({ members }) => members.length > 0), split };
}

const inOrderKnown = (one: DealMember, other: DealMember): number =>
  one.statement.knownFrom < other.statement.knownFrom
    ? -1
    : one.statement.knownFrom > other.statement.knownFrom
      ? 1
      : 0;
