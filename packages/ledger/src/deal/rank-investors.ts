import { formatBounds } from '@tranche/core/display';
import { GraphBuilder } from '@tranche/core/formula';
import type { Bounds } from '@tranche/core/money';
import { type Ranking, rankByBounds } from '@tranche/core/ranking';
import { fail, ok, type Result } from '@tranche/core/result';
import type { Ledger } from '../statement/index.ts';
import { knowledgeOf } from './grouping/deals-of.ts';
import { partiesOn } from './grouping/world.ts';
import { measureByAmount } from './ranking/by-amount.ts';
import { measureByStake } from './ranking/by-stake.ts';
import type { ContestedTotal, Measured, MeasuredParty } from './ranking/measured.ts';
import type { Dates, InvestorRanking, Measure, RankingConflict, RankingRow } from './view.ts';

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
  const rankings = rankingsOf(builder, single);
  return ok({
    issuer: party.id,
    measure,
    basis: BASIS[measure],
    asOf,
    knownOn,
    answer: answerOf(builder, single, rankings, measured.unit),
    decided: rankings.primary.leader !== undefined,
    rows: rowsOf(builder, measured.parties, rankings.primary),
    conflicts: (measured.contested ?? []).map((one) => conflictOf(builder, one, single, measured.unit)),
    missing: missingOf(single, rankings),
    assumptions: measured.assumptions,
    graph: builder.build(),
    unit: measured.unit,
  });
}

/** By new money, or by stake; and where anybody bought from other holders, with those purchases counted too. */
interface Rankings {
  readonly primary: Ranking;
  readonly withSecondary?: Ranking;
}

function rankingsOf(builder: GraphBuilder, rows: readonly MeasuredParty[]): Rankings {
  const primary = rank(builder, rows, ({ node }) => node);
  return rows.some((row) => row.withSecondary !== undefined)
    ? { primary, withSecondary: rank(builder, rows, inAll) }
    : { primary };
}

const inAll = (row: MeasuredParty): string => row.withSecondary ?? row.node;

/** The open amounts of those who may be first, by a way of counting that does not decide who is. */
function missingOf(rows: readonly MeasuredParty[], { primary, withSecondary }: Rankings): readonly string[] {
  const contenders = new Set(
    [primary, withSecondary].flatMap((ranking) =>
      ranking === undefined || ranking.leader !== undefined ? [] : ranking.contenders,
    ),
  );
  return [...new Set(rows.flatMap(({ party, missing = [] }) => (contenders.has(party) ? missing : [])))];
}

function conflictOf(
  builder: GraphBuilder,
  { label, chosen, rule, statements, options }: ContestedTotal,
  rows: readonly MeasuredParty[],
  unit: string,
): RankingConflict {
  const now = answerOf(builder, rows, rankingsOf(builder, rows), unit);
  return {
    label,
    chosen,
    rule,
    statements,
    options: options.map(({ total, because, measured, statements: saidBy }) => {
      const others = rows.map((row) => (row.party === measured.party ? measured : row));
      const then = answerOf(builder, others, rankingsOf(builder, others), unit);
      const amount = formatBounds(builder.boundsOf(measured.node), unit);
      return {
        node: total,
        because,
        effect: `${measured.party} would be at ${amount}; the answer would ${then === now ? 'be the same' : `be: ${then}`}`,
        statements: saidBy,
      };
    }),
  };
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
  const isNothing = (row: MeasuredParty | RankingRow): boolean =>
    [row.node, row.withSecondary ?? row.node].every((node) => isZero(builder.boundsOf(node)));
  const groups = parties
    .filter((row) => row.isGroup && !isNothing(row))
    .map((row) => {
      const { high } = builder.boundsOf(row.node);
      const above = ordered.filter(({ node }) => {
        const { low } = builder.boundsOf(node);
        return low !== undefined && high !== undefined && low.compare(high) > 0;
      });
      return rowOf(row, 1 + above.length);
    });
  return [...ordered.filter((row) => !isNothing(row)), ...groups];
}

const isZero = ({ low, high }: Bounds): boolean =>
  low !== undefined && high !== undefined && low.sign() === 0 && high.sign() === 0;

function answerOf(
  builder: GraphBuilder,
  rows: readonly MeasuredParty[],
  { primary, withSecondary }: Rankings,
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
  const first = told(primary, ({ node }) => node);
  if (withSecondary === undefined) return first;
  const isSame = withSecondary.leader === primary.leader && primary.leader !== undefined;
  const second = told(withSecondary, inAll);
  return isSame || second === first
    ? first
    : `${first}; counting purchases from other holders too: ${second}`;
}
