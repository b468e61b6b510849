import { formatAmount, formatBounds } from '@tranche/core/display';
import { evaluate, type FormulaGraph, type FormulaGraphNode } from '@tranche/core/formula';
import { headlineOf } from '@tranche/core/money';
import type { Rational } from '@tranche/core/rational';
import { addDays, type PlainDate, rangeOf } from '@tranche/core/time';
import { isDone, isOpen, moneyOf, timeOf } from '../compare/index.ts';
import type { InvestorRanking, Measure, RankingRow } from '../deal/index.ts';
import { amountNode, type Bench, groundsOf, type StatementOf, sameParty, statementsOfType } from './bench.ts';
import { graft } from './graft.ts';
import { isPast, isRunningTotal } from './matching.ts';
import type { Finding } from './verdict.ts';
import { knownBy } from './words.ts';

/** A total stated for a day so soon after still tells of the day asked about, from above. */
const SOON_DAYS = 92;

const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  committed: 'money committed',
  paid: 'money paid',
  stake: 'stake',
};

/** Where an investor stands by one measure on a day: between its least and its most. */
export interface Position {
  readonly party: string;
  /** New money for certain. */
  readonly least: Rational | undefined;
  /** With purchases from holders, offers whose time has passed included. */
  readonly most: Rational | undefined;
  /** New money with sums announced as "up to" in full. */
  readonly asAnnounced: Rational | undefined;
  readonly findings: readonly Finding[];
}

/** The position of a row of the ledger's ranking, with what the ranking leaves out for want of a report. */
export function positionOf(bench: Bench, ranking: InvestorRanking, row: RankingRow): Position {
  const { builder } = bench;
  const { measure, asOf } = ranking;
  const unit = measure === 'stake' ? 'fraction' : ranking.unit;
  const node = graft(builder, ranking.graph, row.node);
  const counted = row.withSecondary === undefined ? node : graft(builder, ranking.graph, row.withSecondary);
  const offers = measure === 'stake' ? [] : offersTo(bench, ranking, row);
  const withOffers =
    offers.length === 0
      ? counted
      : builder.formula({
          label: `${row.party}, with purchases from holders that may have been made`,
          unit,
          date: asOf,
          operator: 'add',
          operands: [counted, ...offers.map((offer) => offer.node)],
        });
  const shown = formatBounds(builder.boundsOf(node), unit);
  const all = formatBounds(builder.boundsOf(withOffers), unit);
  const bought = counted === node && offers.length === 0 ? '' : `, with purchases from holders ${all}`;
  const note = row.note === undefined ? '' : ` (${row.note})`;
  return {
    party: row.party,
    least: builder.boundsOf(node).low,
    most: builder.boundsOf(withOffers).high,
    asAnnounced: headlineOf(evaluate(asAnnounced(ranking.graph)).get(row.node) ?? { vague: true }),
    findings: [
      {
        text: `By ${MEASURE_WORDS[measure]} as of ${asOf}: ${row.party} ${shown}${bought}${note}.`,
        node: withOffers,
        evidence: row.statements,
      },
      ...(measure === 'committed' ? offers : []),
      ...(measure === 'paid' ? totalsSoonAfter(bench, ranking, row) : []),
    ],
  };
}

/** The graph with each sum that was announced as "up to" so much counted in full. */
function asAnnounced({ nodes }: FormulaGraph): FormulaGraph {
  const inFull = (node: FormulaGraphNode): FormulaGraphNode => {
    if (node.kind !== 'input' || node.qualifier !== 'up_to' || node.bounds.high === undefined) return node;
    return { ...node, bounds: { low: node.bounds.high, high: node.bounds.high, vague: true } };
  };
  return { nodes: nodes.map(inFull) };
}

/** Purchases from holders that were on offer until before the day, of which nobody reports whether they were made. */
function offersTo(
  bench: Bench,
  { issuer, asOf, unit }: InvestorRanking,
  row: RankingRow,
): readonly (Finding & { readonly node: string })[] {
  const investments = statementsOfType(bench, 'investment').filter((one) =>
    isBy(bench, one, row.party, issuer),
  );
  // What was bought by the day of a total is in the total.
  const totals = investments
    .filter((one) => row.statements.includes(one.id) && isTotalPaid(one))
    .map(untilOf);
  return investments
    .filter((one) => moneyOf(one.body) === 'secondary' && isOpen(one.body.status) && isPast(one, asOf))
    .filter((one) => !row.statements.includes(one.id))
    .filter((one) => !totals.some((until) => until !== undefined && isPast(one, addDays(until, 1))))
    .flatMap((one) => {
      const { amount } = one.body;
      if (amount?.currency !== unit) return [];
      const node = amountNode(
        bench,
        `on offer to ${row.party}`,
        { ...amount, qualifier: 'up_to' },
        groundsOf(one),
        {
          basis: 'from holders, not reported as bought',
          date: timeOf(one.body) ?? asOf,
        },
      );
      const sum = `${formatAmount(amount)} was on offer to ${row.party} from holders`;
      const text = `${sum.charAt(0).toUpperCase()}${sum.slice(1)} (${timeOf(one.body)}), and may have been bought.`;
      return [{ text, node, evidence: [one.id] }];
    });
}

/** Totals stated for a day soon after: by the day asked about it was no more. */
function totalsSoonAfter(
  bench: Bench,
  { issuer, asOf, unit }: InvestorRanking,
  row: RankingRow,
): readonly Finding[] {
  return statementsOfType(bench, 'investment')
    .filter(
      (one) => isBy(bench, one, row.party, issuer) && isRunningTotal(one.body) && isDone(one.body.status),
    )
    .flatMap((one) => {
      const { amount } = one.body;
      const until = untilOf(one);
      const isSoon = until !== undefined && until > asOf && until <= addDays(asOf, SOON_DAYS);
      if (!isSoon || amount?.currency !== unit) return [];
      const node = amountNode(bench, `${row.party}, in all`, amount, groundsOf(one), { date: until });
      return [
        {
          text: `By ${until} ${row.party} had put in ${formatAmount(amount)} in all (${knownBy(one)}).`,
          node,
          evidence: [one.id],
        },
      ];
    });
}

const isTotalPaid = ({ body }: StatementOf<'investment'>): boolean =>
  isRunningTotal(body) && isDone(body.status);

const isBy = (bench: Bench, { body }: StatementOf<'investment'>, party: string, issuer: string): boolean =>
  sameParty(bench, body.investor, party) && sameParty(bench, body.issuer, issuer);

const untilOf = ({ body }: StatementOf<'investment'>): PlainDate | undefined => {
  const time = timeOf(body);
  return time === undefined ? undefined : rangeOf(time).to;
};
