import type { Judgement } from '../../judgement/index.ts';
import type { PartyBook } from '../../party/index.ts';
import { apartDealId } from './deal-id.ts';
import { canOpen } from './group-statements.ts';
import type { DealMember, GroupedDeal } from './grouped-deal.ts';
import { mentionOf } from './mention.ts';

/** The deals of one issuer after what people decided about them. */
export interface JudgedDeals {
  readonly deals: readonly GroupedDeal[];
  /** The id under which a deal is found: its own, or that of the deal it has become part of. */
  idNow(deal: string): string;
}

/**
 * Applies merges and splits to the deals that the rule found, in the order in which they were judged; the rule's own
 * grouping stays what it was. What is taken out of a deal is a deal of its own, if it could have opened one, and can
 * be merged into another; else it belongs to none.
 */
export function judgedDeals(
  found: readonly GroupedDeal[],
  judgements: readonly Judgement[],
  book: PartyBook,
): JudgedDeals {
  const deals = new Map(found.map((deal) => [deal.id, deal]));
  const partOf = new Map<string, string>();
  const idNow = (id: string): string => {
    const whole = partOf.get(id);
    return whole === undefined ? id : idNow(whole);
  };
  for (const { decision, by, why } of judgements) {
    if (decision.kind === 'merge' && decision.of === 'deals') {
      const [into, other] = [deals.get(idNow(decision.into)), deals.get(idNow(decision.other))];
      if (into === undefined || other === undefined || into === other) continue;
      const moved = other.members.map(({ statement }) => ({
        statement,
        joined: { id: statement.id, joinedBecause: `${by} merged ${other.id} into this deal: ${why}` },
      }));
      deals.set(into.id, { ...into, members: [...into.members, ...moved].sort(inOrderKnown) });
      deals.delete(other.id);
      partOf.set(other.id, into.id);
    }
    if (decision.kind === 'split' && decision.of === 'deals') {
      const from = deals.get(idNow(decision.from));
      const taken = from?.members.find(({ statement }) => statement.id === decision.statement);
      if (from === undefined || taken === undefined) continue;
      deals.set(from.id, { ...from, members: from.members.filter((member) => member !== taken) });
      const own = openedBy(taken, from, `${by} took it out of ${from.id}: ${why}`, book);
      if (own === undefined) continue;
      // It may have been taken out before, and merged into this deal.
      partOf.delete(own.id);
      for (const [part, whole] of partOf) if (whole === own.id) partOf.set(part, from.id);
      deals.set(own.id, own);
    }
  }
  return { deals: [...deals.values()].filter(({ members }) => members.length > 0), idNow };
}

function openedBy(
  { statement }: DealMember,
  { issuer, issuerName, money }: GroupedDeal,
  joinedBecause: string,
  book: PartyBook,
): GroupedDeal | undefined {
  const mention = mentionOf(statement, book);
  if (mention === undefined || !canOpen(mention)) return undefined;
  return {
    id: apartDealId(issuer, statement.id),
    issuer,
    issuerName,
    money: mention.money ?? money,
    members: [{ statement, joined: { id: statement.id, joinedBecause } }],
  };
}

const inOrderKnown = (one: DealMember, other: DealMember): number =>
  one.statement.knownFrom < other.statement.knownFrom
    ? -1
    : one.statement.knownFrom > other.statement.knownFrom
      ? 1
      : 0;
