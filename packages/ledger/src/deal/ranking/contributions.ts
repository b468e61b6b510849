import type { GraphBuilder } from '@tranche/core/formula';
import { headlineValue } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { PlainDate } from '@tranche/core/time';
import type { Statement } from '../../statement/index.ts';
import { amountSaid, hasAmount } from '../assembly/amount-said.ts';
import { type Assembly, assemble } from '../assembly/assemble.ts';
import { isBinding } from '../assembly/tranches.ts';
import { moneyFigures, type SliceFigures } from '../figures/money-figures.ts';
import { amountNode, groundsOf } from '../figures/nodes.ts';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import { isDone, type Mention } from '../grouping/mention.ts';
import { choose } from '../reconcile/index.ts';
import type { Assumption, Dates } from '../view.ts';

/** What one party brings to one deal. */
export interface Contribution {
  readonly party: string;
  readonly deal: string;
  /** Bought from other holders: no new money. */
  readonly isSecondary: boolean;
  readonly committed: string;
  readonly drawn: string;
  /** The day by which it was promised, and the day by which it was paid, if it was. */
  readonly boundOn: PlainDate | undefined;
  readonly paidOn: PlainDate | undefined;
  /** A text names the party and no amount: anything up to what nobody named accounts for. */
  readonly isUndisclosed: boolean;
  readonly statements: readonly string[];
}

/** Money of a deal that no single party is named for, in all its tranches. */
export interface GroupMoney {
  readonly label: string;
  /** Paid to other holders: no new money. */
  readonly isSecondary: boolean;
  readonly committed: string;
  readonly drawn: string;
  readonly statements: readonly string[];
}

export interface Contributions {
  readonly contributions: readonly Contribution[];
  readonly groups: readonly GroupMoney[];
  /** Parties that are said to plan a purchase from other holders, of which no report tells that it was made. */
  readonly mayHaveBought: ReadonlySet<string>;
}

/** What each party brings to the signed deals of an issuer; loans and grants buy no share and are left out. */
export function contributionsOf(
  builder: GraphBuilder,
  knowledge: IssuerKnowledge,
  dates: Dates,
): Contributions {
  const contributions: Contribution[] = [];
  const mayHaveBought = new Set<string>();
  const groups = new Map<string, GroupSlice[]>();
  for (const deal of knowledge.deals) {
    if (deal.money === 'debt' || deal.money === 'grant') continue;
    const assembly = assemble(deal, knowledge, dates);
    if (!isBinding(assembly.status)) {
      if (deal.money !== 'secondary' || assembly.status === 'abandoned') continue;
      for (const { parties } of assembly.mentions) for (const party of parties) mayHaveBought.add(party);
      continue;
    }
    const money = moneyFigures(builder, assembly, knowledge.nameOf);
    const slices = money.tranches.flatMap((tranche) => tranche.slices);
    const isSecondary = deal.money === 'secondary';
    const boundOn = boundOnIn(assembly);
    for (const slice of slices) {
      const { party, share, committed, drawn, statements } = slice;
      if (party === undefined || share === 'syndicated') {
        if (slice.slice?.isCommitted === false) continue;
        const label = `${slice.payer}, ${deal.id}`;
        groups.set(label, [...(groups.get(label) ?? []), { isSecondary, committed, drawn, statements }]);
      } else if (slice.slice?.isCommitted !== false) {
        contributions.push({
          party,
          deal: deal.id,
          isSecondary,
          committed,
          drawn,
          boundOn,
          paidOn: paidOnIn(slice, assembly),
          isUndisclosed: false,
          statements,
        });
      }
    }
    contributions.push(...withinSyndicate(builder, assembly, slices, knowledge, isSecondary, boundOn));
    contributions.push(
      ...undisclosed(builder, assembly, slices, knowledge, isSecondary, boundOn, money.unit),
    );
  }
  return {
    contributions,
    groups: [...groups].map(([label, parts]) => groupOf(builder, label, parts)),
    mayHaveBought,
  };
}

type GroupSlice = Omit<GroupMoney, 'label'>;

function groupOf(builder: GraphBuilder, label: string, parts: readonly GroupSlice[]): GroupMoney {
  const sum = (nodes: readonly string[]): string => {
    const [first = '', second] = nodes;
    const { unit, basis } = builder.node(first);
    const described = { label, unit, ...(basis === undefined ? {} : { basis }) };
    const all =
      second === undefined ? first : builder.formula({ ...described, operator: 'add', operands: nodes });
    const { low } = builder.boundsOf(all);
    if (low === undefined || low.sign() >= 0) return all;
    // What is left of a whole after parts that are worded as bounds is never below nothing.
    return builder.formula({ ...described, operator: 'maximum', operands: [all, nothing(builder, unit)] });
  };
  return {
    label,
    isSecondary: parts.some(({ isSecondary }) => isSecondary),
    committed: sum(parts.map(({ committed }) => committed)),
    drawn: sum(parts.map(({ drawn }) => drawn)),
    statements: [...new Set(parts.flatMap(({ statements }) => statements))],
  };
}

const nothing = (builder: GraphBuilder, unit: string): string =>
  builder.exact({
    label: 'nothing',
    unit,
    value: Rational.ZERO,
    grounds: [{ kind: 'rule', id: 'no-negative-payment', note: 'nobody pays less than nothing' }],
  });

/** The day by which someone was bound to pay some of it. */
export function boundOnIn({ mentions }: Assembly): PlainDate | undefined {
  return mentions
    .filter(({ type, status }) => type !== 'valuation' && isBinding(status))
    .map(({ at }) => at.to)
    .sort()[0];
}

function paidOnIn({ slice }: SliceFigures, { mentions }: Assembly): PlainDate | undefined {
  const statements = new Set(slice?.paid?.chosen.statements.map(({ id }) => id));
  const paid = mentions.filter(({ statement }) => statements.has(statement.id)).map(({ at }) => at.to);
  if (paid.length > 0) return paid.sort()[0];
  return slice?.drawn === 'with_deal' ? doneOnIn({ mentions }) : undefined;
}

/** The day by which something of the deal was done. */
const doneOnIn = ({ mentions }: Pick<Assembly, 'mentions'>): PlainDate | undefined =>
  mentions
    .filter(({ status }) => isDone(status))
    .map(({ at }) => at.to)
    .sort()[0];

/** Investors whose own amounts are named within the co-investors' money. */
function withinSyndicate(
  builder: GraphBuilder,
  assembly: Assembly,
  slices: readonly SliceFigures[],
  { nameOf }: IssuerKnowledge,
  isSecondary: boolean,
  boundOn: PlainDate | undefined,
): readonly Contribution[] {
  const inSlices = new Set(slices.map(({ party, share }) => (share === 'own' ? party : undefined)));
  const named = new Map<string, (Mention & { readonly amount: NonNullable<Mention['amount']> })[]>();
  for (const mention of assembly.mentions.filter(hasAmount)) {
    const [party] = mention.parties;
    const counts = mention.type === 'investment' && isBinding(mention.status) && !mention.statement.denied;
    if (!counts || mention.fallback || party === undefined || inSlices.has(party)) continue;
    named.set(party, [...(named.get(party) ?? []), mention]);
  }
  return [...named].flatMap(([party, mentions]): readonly Contribution[] => {
    const choice = choose(`within.${party}`, mentions.map(amountSaid), {
      deal: assembly.deal.id,
      judgements: [],
    });
    if (choice === undefined) return [];
    const node = amountNode(builder, choice.chosen, {
      label: `${nameOf(party)}, ${assembly.deal.id}`,
      basis: 'paid',
    });
    const paid = mentions.filter(({ status }) => isDone(status)).map(({ at }) => at.to);
    const isPaid = isDone(choice.chosen.standing.status);
    return [
      {
        party,
        deal: assembly.deal.id,
        isSecondary,
        committed: node,
        drawn: isPaid ? node : upTo(builder, node, assembly),
        boundOn,
        paidOn: paid.sort()[0],
        isUndisclosed: false,
        statements: mentions.map(({ statement }) => statement.id),
      },
    ];
  });
}

/** Parties that are named with the deal and whose amount no text gives. */
function undisclosed(
  builder: GraphBuilder,
  assembly: Assembly,
  slices: readonly SliceFigures[],
  { book, nameOf }: IssuerKnowledge,
  isSecondary: boolean,
  boundOn: PlainDate | undefined,
  unit: string,
): readonly Contribution[] {
  const open = slices.filter(
    ({ party, share, slice }) =>
      (party === undefined || share === 'syndicated') && slice?.isCommitted !== false,
  );
  if (open.length === 0) return [];
  const withAmount = new Set(
    assembly.mentions
      .filter(({ type, amount }) => type === 'investment' && amount !== undefined)
      .flatMap(({ parties }) => parties),
  );
  const named = new Map<string, Statement[]>();
  for (const { statement, fallback, status, type } of assembly.mentions) {
    const { body } = statement;
    if (type !== 'round' || body.type !== 'round' || fallback || statement.denied || status === 'abandoned')
      continue;
    for (const name of [...body.leads, ...body.participants]) {
      const { id } = book.partyOf(name);
      if (!withAmount.has(id)) named.set(id, [...(named.get(id) ?? []), statement]);
    }
  }
  const largest = largestNamed(builder, assembly, slices);
  const most = (pick: (slice: SliceFigures) => string): string | undefined => {
    const highs = open.map((slice) => builder.boundsOf(pick(slice)).high);
    if (highs.some((high) => high === undefined)) return undefined;
    const nodes = open.map(pick);
    const [only, second] = nodes;
    return second === undefined
      ? only
      : builder.formula({
          label: `not accounted for by name, ${assembly.deal.id}`,
          unit,
          operator: 'add',
          operands: nodes,
        });
  };
  const atMost = (limit: string | undefined): string | undefined =>
    limit === undefined || largest === undefined
      ? (limit ?? largest)
      : builder.formula({
          label: `at most, of one investor not named with an amount, ${assembly.deal.id}`,
          unit,
          operator: 'minimum',
          operands: [limit, largest],
        });
  const [committed, drawn] = [atMost(most((slice) => slice.committed)), atMost(most((slice) => slice.drawn))];
  return [...named].map(([party, statements]): Contribution => {
    const share = (limit: string | undefined, basis: string): string =>
      builder.input({
        label: `${nameOf(party)}, ${assembly.deal.id}`,
        basis,
        unit,
        bounds: rangeTo(builder, limit),
        unknownBecause: 'its own amount is not disclosed: at most what is not accounted for by name',
        grounds: groundsOf(statements),
      });
    return {
      party,
      deal: assembly.deal.id,
      isSecondary,
      committed: share(committed, 'committed'),
      drawn: share(drawn, 'paid'),
      boundOn,
      paidOn: isDone(assembly.status) ? doneOnIn(assembly) : undefined,
      isUndisclosed: true,
      statements: statements.map(({ id }) => id),
    };
  });
}

/** The largest amount that a text names for one investor, among those who are not the lead of a syndicate. */
function largestNamed(
  builder: GraphBuilder,
  { mentions, lead }: Assembly,
  slices: readonly SliceFigures[],
): string | undefined {
  const isSyndicated = slices.some(({ share }) => share === 'syndicated');
  const named = mentions
    .filter(hasAmount)
    .filter(
      ({ type, status, statement, fallback, parties }) =>
        type === 'investment' &&
        isDone(status) &&
        !statement.denied &&
        !fallback &&
        !(isSyndicated && lead !== undefined && parties.includes(lead.id)),
    )
    .toSorted((one, other) => headlineValue(other.amount).compare(headlineValue(one.amount)));
  const [first] = named;
  if (first === undefined) return undefined;
  return builder.exact({
    label: 'largest part named for one investor',
    unit: first.amount.currency,
    value: headlineValue(first.amount),
    grounds: [...groundsOf([first.statement]), { kind: 'assumption', id: UNNAMED_NOT_LARGEST.id }],
  });
}

export const UNNAMED_NOT_LARGEST: Assumption = {
  id: 'unnamed-not-largest',
  text: 'An investor that is named with a deal and without an amount is taken to have brought no more than the largest one named with an amount.',
};

const upTo = (builder: GraphBuilder, node: string, { deal }: Assembly): string =>
  builder.input({
    label: `paid of it, ${deal.id}`,
    basis: 'paid',
    unit: builder.node(node).unit,
    bounds: rangeTo(builder, node),
    unknownBecause: 'no payment is reported',
    grounds: [{ kind: 'rule', id: 'unknown-is-not-zero' }],
  });

function rangeTo(builder: GraphBuilder, limit: string | undefined) {
  const high = limit === undefined ? undefined : builder.boundsOf(limit).high;
  return { low: Rational.ZERO, ...(high === undefined ? {} : { high }), vague: false };
}
