import { formatBounds } from '@tranche/core/display';
import { GraphBuilder } from '@tranche/core/formula';
import type { Bounds } from '@tranche/core/money';
import { type Ranking, rankByBounds } from '@tranche/core/ranking';
import { fail, ok, type Result } from '@tranche/core/result';
import type { Ledger } from '../statement/index.ts';
import { knowledgeOf } from './grouping/deals-of.ts';
import { partiesOn } from './grouping/world.ts';
import { type Measured, type MeasuredParty, measureByAmount } from './ranking/by-amount.ts';
import { measureByStake } from './ranking/by-stake.ts';
import type { Dates, InvestorRanking, Measure, RankingRow } from './view.ts';

const BASIS: Readonly<Record<Measure, string>> = {
  committed:
    'money bound to be paid for new shares, paid or not; purchases from other holders beside it; syndicated money ' +
    'counts for the co-investors and not for the lead',
  paid: 'money paid for new shares; purchases from other holders beside it; syndicated money counts for the co-investors',
  stake: 'share of the issuer as stated, each on its own day and basis; no share is worked out from money',
};

/**
 * The investors of an issuer in order of what they have promised, paid or hold, as far as what is known by the
 * date decides it. Undisclosed parts are bounds, groups of holders are shown and never ranked as one.
 * Fails: UNKNOWN_ISSUER when nothing known by the date speaks of its financing.
 */
export function rankInvestors(
  ledger: Ledger,
  query: Dates & { readonly issuer: string; readonly measure: Measure },
): Result<InvestorRanking> {
  const { issuer, measure, asOf, knownOn } = query;
  const party = partiesOn(ledger, knownOn).partyOf(issuer);
  const knowledge = knowledgeOf(ledger, party.id, knownOn);
  if (knowledge.statements.length === 0) {
    return fail(
      'UNKNOWN_ISSUER',
      'issuer',
      `nothing known on ${knownOn} speaks of the financing of "${issuer.slice(0, 80)}"`,
    );
  }
  const builder = new GraphBuilder();
  const dates = { asOf, knownOn };
  const measured: Measured =
    measure === 'stake'
      ? measureByStake(builder, knowledge, dates)
      : measureByAmount(builder, knowledge, dates, measure);
  const single = measured.parties.filter(({ isGroup }) => !isGroup);
  const ranked = rank(builder, single, ({ node }) => node);
  const withSecondary = single.some((row) => row.withSecondary !== undefined)
    ? rank(builder, single, (row) => row.withSecondary ?? row.node)
    : undefined;
  const rows = rowsOf(builder, measured.parties, ranked);
  return ok({
    issuer: party.id,
    measure,
    basis: BASIS[measure],
    asOf,
    knownOn,
    answer: answerOf(builder, single, ranked, withSecondary, measured.unit),
    decided: ranked.leader !== undefined,
    rows,
    assumptions: measured.assumptions,
    graph: builder.build(),
    unit: measured.unit,
  });
}

const rank = (
  builder: GraphBuilder,
  rows: readonly MeasuredParty[],
  nodeOf: (row: MeasuredParty) => string,
): Ranking => rankByBounds(rows.map((row) => ({ id: row.party, bounds: builder.boundsOf(nodeOf(row)) })));

function rowsOf(
  builder: GraphBuilder,
  parties: readonly MeasuredParty[],
  ranking: Ranking,
): readonly RankingRow[] {
  const byName = new Map(parties.map((row) => [row.party, row]));
  const rowOf = (row: MeasuredParty, place: number): RankingRow => ({
    rank: place,
    party: row.party,
    node: row.node,
    ...(row.withSecondary === undefined ? {} : { withSecondary: row.withSecondary }),
    group: row.isGroup,
    ...(row.note === undefined ? {} : { note: row.note }),
    ...(row.stake === undefined ? {} : { stake: row.stake }),
    statements: row.statements,
  });
  const ordered = ranking.order.flatMap(({ id, rank: place }) => {
    const row = byName.get(id);
    return row === undefined ? [] : [rowOf(row, place)];
  });
  const groups = parties
    .filter(({ isGroup, node }) => isGroup && !isNothing(builder.boundsOf(node)))
    .map((row) => {
      const { high } = builder.boundsOf(row.node);
      const above = ordered.filter(({ node }) => {
        const { low } = builder.boundsOf(node);
        return low !== undefined && high !== undefined && low.compare(high) > 0;
      });
      return rowOf(row, 1 + above.length);
    });
  return [...ordered.filter(({ node }) => !isNothing(builder.boundsOf(node))), ...groups];
}

const isNothing = ({ low, high }: Bounds): boolean =>
  low !== undefined && high !== undefined && low.sign() === 0 && high.sign() === 0;

function answerOf(
  builder: GraphBuilder,
  rows: readonly MeasuredParty[],
  ranked: Ranking,
  withSecondary: Ranking | undefined,
  unit: string,
): string {
  const shown = (name: string, nodeOf: (row: MeasuredParty) => string): string => {
    const row = rows.find(({ party }) => party === name);
    if (row === undefined) return name;
    const { stake } = row;
    // A share says nothing without its basis and day.
    const about = stake === undefined ? '' : `: ${stake.basis ?? 'basis not stated'}, as of ${stake.on}`;
    return `${name} (${formatBounds(builder.boundsOf(nodeOf(row)), unit)})${about}`;
  };
  const told = (ranking: Ranking, nodeOf: (row: MeasuredParty) => string): string => {
    if (rows.length === 0) return 'cannot tell: no investor is reported with an amount or a share';
    if (ranking.leader !== undefined) return shown(ranking.leader, nodeOf);
    return `cannot tell: ${ranking.contenders
      .slice(0, 3)
      .map((name) => shown(name, nodeOf))
      .join(unit === 'fraction' ? '; or ' : ' or ')}`;
  };
  const first = told(ranked, ({ node }) => node);
  if (withSecondary === undefined || withSecondary.leader === ranked.leader) return first;
  return `${first}; counting purchases from other holders too: ${told(withSecondary, (row) => row.withSecondary ?? row.node)}`;
}
