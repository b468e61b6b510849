import { formatBounds } from '@tranche/core/display';
import type { Bounds } from '@tranche/core/money';
import type { PlainDate } from '@tranche/core/time';
import type { RankClaim } from '../claim/index.ts';
import type { InvestorRanking, Measure, RankingRow } from '../deal/index.ts';
import { type Bench, sameParty } from './bench.ts';
import { graft } from './graft.ts';
import type { Finding } from './verdict.ts';

const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  committed: 'money committed',
  paid: 'money paid',
  stake: 'stake',
};

/** How the subject stands to those it is said to pass, by one measure. */
export interface Standing {
  readonly measure: Measure;
  /** True or false where bounds decide it. */
  readonly leads: boolean | undefined;
  readonly findings: readonly Finding[];
}

/** The ledger's ranking; undefined when nothing is known of the issuer's investors. */
export function rankingOf(
  { rankInvestors, knownOn }: Bench,
  issuer: string,
  measure: Measure,
  asOf: PlainDate,
): InvestorRanking | undefined {
  const ranked = rankInvestors?.({ issuer, measure, asOf, knownOn });
  return ranked?.ok ? ranked.value : undefined;
}

/** The subject beside the named rival, or beside all others where none is named. */
export function standing(
  bench: Bench,
  claim: RankClaim,
  issuer: string,
  measure: Measure,
  asOf: PlainDate,
): Standing {
  const ranking = rankingOf(bench, issuer, measure, asOf);
  if (ranking === undefined) return { measure, leads: undefined, findings: [] };
  const mine = rowOf(bench, ranking, claim.subject);
  const rivals = rivalsOf(bench, ranking, claim);
  const findings = [mine, ...rivals]
    .filter((row) => row !== undefined)
    .map((row) => rowFinding(bench, ranking, row, measure, asOf));
  const leads = rivals.length === 0 ? undefined : isAboveAll(bench, ranking, mine, rivals);
  return { measure, leads, findings };
}

export const rowOf = (bench: Bench, { rows }: InvestorRanking, name: string): RankingRow | undefined =>
  rows.find(({ party }) => sameParty(bench, party, name));

export function rivalsOf(
  bench: Bench,
  ranking: InvestorRanking,
  { subject, over }: RankClaim,
): readonly RankingRow[] {
  const others = ranking.rows.filter(({ party, group }) => !group && !sameParty(bench, party, subject));
  return over === undefined ? others : others.filter(({ party }) => sameParty(bench, party, over));
}

/** True when the subject is certainly above all rivals, false when one is certainly above it or equal. */
function isAboveAll(
  bench: Bench,
  ranking: InvestorRanking,
  mine: RankingRow | undefined,
  rivals: readonly RankingRow[],
): boolean | undefined {
  const own = mine === undefined ? undefined : boundsOfRow(bench, ranking, mine);
  const answers = rivals.map((rival): boolean | undefined => {
    const theirs = boundsOfRow(bench, ranking, rival);
    if (own?.low !== undefined && theirs.high !== undefined && own.low.compare(theirs.high) > 0) return true;
    const top = own === undefined ? undefined : own.high;
    // An investor of whom nothing is reported is not above one of whom something is.
    if (
      theirs.low !== undefined &&
      (own === undefined || (top !== undefined && theirs.low.compare(top) >= 0))
    ) {
      return false;
    }
    return undefined;
  });
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** The widest bounds of a row: with and without purchases from other holders. */
export function boundsOfRow(bench: Bench, ranking: InvestorRanking, row: RankingRow): Bounds {
  const primary = bench.builder.boundsOf(graft(bench.builder, ranking.graph, row.node));
  if (row.withSecondary === undefined) return primary;
  const { high } = bench.builder.boundsOf(graft(bench.builder, ranking.graph, row.withSecondary));
  return { ...primary, ...(high === undefined ? {} : { high }) };
}

function rowFinding(
  bench: Bench,
  ranking: InvestorRanking,
  row: RankingRow,
  measure: Measure,
  asOf: PlainDate,
): Finding {
  const node = graft(bench.builder, ranking.graph, row.node);
  const unit = measure === 'stake' ? 'fraction' : ranking.unit;
  const text = formatBounds(bench.builder.boundsOf(node), unit);
  const more =
    row.withSecondary === undefined ? undefined : graft(bench.builder, ranking.graph, row.withSecondary);
  const counted =
    more === undefined
      ? ''
      : `, with purchases from holders ${formatBounds(bench.builder.boundsOf(more), unit)}`;
  const note = row.note === undefined ? '' : ` (${row.note})`;
  return {
    text: `By ${MEASURE_WORDS[measure]} as of ${asOf}: ${row.party} ${text}${counted}${note}.`,
    node: more ?? node,
    evidence: row.statements,
  };
}
