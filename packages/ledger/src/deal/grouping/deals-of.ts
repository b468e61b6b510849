import type { PlainDate } from '@tranche/core/time';
import { type Judgement, judgementsAbout, judgementsOn } from '../../judgement/index.ts';
import type { PartyBook } from '../../party/index.ts';
import type { Source } from '../../source/index.ts';
import { inOrder, type Ledger, type Statement } from '../../statement/index.ts';
import type { LooseStatement } from '../view.ts';
import { apartDealId } from './deal-id.ts';
import type { GroupedDeal } from './grouped-deal.ts';
import { judgedDeals } from './judged-deals.ts';
import { issuerOf, worldOn } from './world.ts';

export type { DealMember, GroupedDeal } from './grouped-deal.ts';

/** What is known of one issuer by a day. */
export interface IssuerKnowledge {
  readonly issuer: string;
  readonly book: PartyBook;
  /** In force, and about something that was said of it. */
  readonly judgements: readonly Judgement[];
  readonly deals: readonly GroupedDeal[];
  /** A deal by its id, or the one it has become part of. */
  dealOf(id: string): GroupedDeal | undefined;
  /** Mentions of its financing that belong to no single deal, such as running totals. */
  readonly loose: readonly Statement[];
  /** Why each of those belongs to none. */
  readonly notJoined: readonly LooseStatement[];
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
    const told = members
      .filter(({ mention }) => isKnown(mention.statement))
      .map(({ mention, joined }) => ({ statement: mention.statement, joined }));
    return told.length === 0 ? [] : [{ id, issuer, issuerName, money, members: told }];
  });
  const known = loose.filter(({ mention }) => isKnown(mention.statement));
  const statements = world.statementsOf(issuer).filter(isKnown);
  const judgements = judgementsAbout(judgementsOn(ledger.judgements, knownOn), [
    ...deals.map(({ id }) => id),
    ...statements.flatMap(({ id }) => [id, apartDealId(issuer, id)]),
  ]);
  const judged = judgedDeals(deals, judgements, world.book);
  const texts = new Set(statements.map(({ sourceId }) => sourceId));
  return {
    issuer,
    book: world.book,
    judgements: judgements.map((judgement) => {
      const { decision } = judgement;
      if (decision.kind !== 'prefer') return judgement;
      return { ...judgement, decision: { ...decision, deal: judged.idNow(decision.deal) } };
    }),
    deals: judged.deals,
    dealOf: (id) => judged.deals.find((deal) => deal.id === judged.idNow(id)),
    loose: known.map(({ mention }) => mention.statement),
    notJoined: known.map(({ mention: { statement }, ...why }) => ({ id: statement.id, ...why })),
    statements,
    sources: [...texts].flatMap((id) => {
      const source = id === undefined ? undefined : world.index.source(id);
      return source === undefined ? [] : [source];
    }),
    nameOf: (party) => world.namesOf(issuer).get(party) ?? party,
  };
}
