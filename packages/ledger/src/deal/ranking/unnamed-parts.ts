import type { GraphBuilder } from '@tranche/core/formula';
import { headlineValue } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { PlainDate } from '@tranche/core/time';
import type { Statement } from '../../statement/index.ts';
import { amountSaid, hasAmount } from '../assembly/amount-said.ts';
import type { Assembly } from '../assembly/assemble.ts';
import { isBinding } from '../assembly/tranches.ts';
import type { SliceFigures } from '../figures/money-figures.ts';
import { amountNode, groundsOf } from '../figures/nodes.ts';
import type { IssuerKnowledge } from '../grouping/deals-of.ts';
import { isDone, type Mention } from '../grouping/mention.ts';
import { choose } from '../reconcile/index.ts';
import type { Assumption } from '../view.ts';
import type { Contribution } from './contribution.ts';
import { doneOnIn } from './days.ts';

/** Investors whose own amounts are named within the co-investors' money. */
export function withinSyndicate(
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
export function undisclosed(
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
