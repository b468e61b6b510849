import type { PlainDate } from '@tranche/core/time';
import { decisionsOf, type Judgement, judgementsInForce } from '../../judgement/index.ts';
import { type PartyBook, partyBook } from '../../party/index.ts';
import type { Source } from '../../source/index.ts';
import { allStatements, type Ledger, type Statement } from '../../statement/index.ts';
import type { DealMoney, JoinedStatement } from '../view.ts';
import { type Grouping, groupStatements } from './group-statements.ts';
import { type Mention, mentionOf } from './mention.ts';

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
  const world = worldOf(ledger, judgementsInForce(ledger.judgements, knownOn));
  return [...world.statements].flatMap(([issuer, [first]]) =>
    first !== undefined && first.knownFrom <= knownOn ? [issuer] : [],
  );
}

/**
 * The deals of one issuer and what else was said of it, as known on a day. Takes time by what was said of that
 * issuer alone. Judgements made by that day are applied.
 */
export function knowledgeOf(ledger: Ledger, issuer: string, knownOn: PlainDate): IssuerKnowledge {
  const judgements = judgementsInForce(ledger.judgements, knownOn);
  const world = worldOf(ledger, judgements);
  const { groups, loose } = world.groupingOf(issuer);
  const isKnown = (statement: Statement): boolean => statement.knownFrom <= knownOn;
  const deals = groups.flatMap(({ id, issuerName, money, members }) => {
    const known = members
      .filter(({ mention }) => isKnown(mention.statement))
      .map(({ mention, joined }) => ({ statement: mention.statement, joined }));
    return known.length === 0 ? [] : [{ id, issuer, issuerName, money, members: known }];
  });
  const judged = mergedAndSplit(deals, judgements);
  const statements = (world.statements.get(issuer) ?? []).filter(isKnown);
  const texts = new Set(statements.map(({ sourceId }) => sourceId));
  return {
    issuer,
    book: world.book,
    judgements,
    deals: judged.deals,
    loose: [...loose.map(({ statement }) => statement).filter(isKnown), ...judged.split],
    statements,
    sources: [...texts].flatMap((id) => {
      const source = id === undefined ? undefined : world.sources.get(id);
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

/** A ledger read once under one set of decisions about parties; deals are gathered per issuer, when asked for. */
interface World {
  readonly book: PartyBook;
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  readonly sources: ReadonlyMap<string, Source>;
  groupingOf(issuer: string): Grouping;
  namesOf(issuer: string): ReadonlyMap<string, string>;
}

const worlds = new WeakMap<Ledger, Map<string, World>>();

function worldOf(ledger: Ledger, judgements: readonly Judgement[]): World {
  const aboutParties = [...decisionsOf(judgements, 'merge'), ...decisionsOf(judgements, 'split')].filter(
    ({ decision }) => decision.of === 'parties',
  );
  const key = aboutParties.map(({ id }) => id).join(' ');
  const known = worlds.get(ledger) ?? new Map<string, World>();
  worlds.set(ledger, known);
  const world = known.get(key) ?? newWorld(ledger, partyBook(judgements));
  known.set(key, world);
  return world;
}

function newWorld(ledger: Ledger, book: PartyBook): World {
  const statements = new Map<string, Statement[]>();
  for (const statement of allStatements(ledger)) {
    const issuer = issuerOf(statement, book);
    if (issuer === undefined) continue;
    const list = statements.get(issuer);
    if (list === undefined) statements.set(issuer, [statement]);
    else list.push(statement);
  }
  const groupings = new Map<string, Grouping>();
  const names = new Map<string, ReadonlyMap<string, string>>();
  return {
    book,
    statements,
    sources: new Map(ledger.sources.map((source) => [source.id, source])),
    groupingOf: (issuer) => {
      const known = groupings.get(issuer);
      if (known !== undefined) return known;
      const mentions = (statements.get(issuer) ?? []).flatMap((statement): readonly Mention[] => {
        const mention = mentionOf(statement, book);
        return mention === undefined ? [] : [mention];
      });
      const grouping = groupStatements(mentions);
      groupings.set(issuer, grouping);
      return grouping;
    },
    namesOf: (issuer) => {
      const known = names.get(issuer) ?? partyNames(statements.get(issuer) ?? [], book);
      names.set(issuer, known);
      return known;
    },
  };
}

function partyNames(statements: readonly Statement[], { partyOf }: PartyBook): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { body } of statements) {
    for (const said of namesIn(body)) {
      const { id, name } = partyOf(said);
      if (!names.has(id)) names.set(id, name);
    }
  }
  return names;
}

/** Every party that a statement names. */
function namesIn(body: Statement['body']): readonly string[] {
  switch (body.type) {
    case 'round':
      return [body.issuer, ...body.leads, ...body.participants];
    case 'investment':
    case 'syndication':
      return [body.issuer, body.investor];
    case 'tranche':
      return body.payer === undefined ? [body.issuer] : [body.issuer, body.payer];
    case 'stake':
    case 'control':
      return [body.entity, body.holder];
    case 'valuation':
    case 'no_external_funding':
      return [body.entity];
    default:
      return [];
  }
}

function issuerOf({ body }: Statement, { partyOf }: PartyBook): string | undefined {
  switch (body.type) {
    case 'round':
    case 'tranche':
    case 'investment':
    case 'syndication':
      return partyOf(body.issuer).id;
    case 'valuation':
    case 'stake':
    case 'control':
    case 'no_external_funding':
      return partyOf(body.entity).id;
    case 'commitment':
    case 'venture':
    case 'rank':
    case 'fx':
      return undefined;
  }
}
