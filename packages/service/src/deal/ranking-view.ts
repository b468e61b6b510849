import type { InvestorRanking } from '@tranche/ledger/deal';
import { type EvidenceBook, graphView } from '../evidence/index.ts';
import type { RankingView } from '../views/index.ts';

/** The investors of an issuer in order, by the measure that was asked for. */
export function rankingViewOf(ranking: InvestorRanking, issuer: string, evidence: EvidenceBook): RankingView {
  const { figure, derivation } = graphView(ranking.graph, evidence);
  const { measure, basis, asOf, knownOn, answer, decided } = ranking;
  return {
    issuer,
    measure,
    basis,
    asOf,
    knownOn,
    answer,
    decided,
    rows: ranking.rows.map((row) => ({
      rank: row.rank,
      party: row.party,
      figure: figure(row.node),
      ...(row.withSecondary === undefined ? {} : { withSecondary: figure(row.withSecondary) }),
      group: row.group,
      ...(row.note === undefined ? {} : { note: row.note }),
      evidence: evidence.of(row.statements),
    })),
    assumptions: ranking.assumptions.map((assumption) => ({ ...assumption })),
    derivation,
  };
}
