import { formatQuantity } from '@tranche/core/display';
import type { PlainDate } from '@tranche/core/time';
import type { RankClaim } from '../claim/index.ts';
import type { InvestorRanking, Measure, RankingRow } from '../deal/index.ts';
import { type Bench, sameParty } from './bench.ts';
import { type Position, positionOf } from './position.ts';
import type { Finding } from './verdict.ts';

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

/**
 * The subject beside the named rival, or beside all others where none is named. Where bounds leave it open and the
 * measure is money committed, sums announced as "up to" are counted in full, and that is said.
 */
export function standing(
  bench: Bench,
  claim: RankClaim,
  issuer: string,
  measure: Measure,
  asOf: PlainDate,
): Standing {
  const ranking = rankingOf(bench, issuer, measure, asOf);
  if (ranking === undefined) return { measure, leads: undefined, findings: [] };
  const row = rowOf(bench, ranking, claim.subject);
  const mine = row === undefined ? undefined : positionOf(bench, ranking, row);
  const rivals = rivalsOf(bench, ranking, claim).map((rival) => positionOf(bench, ranking, rival));
  const findings = [...(mine?.findings ?? []), ...shownOf(claim, rivals).flatMap((rival) => rival.findings)];
  const certain = isAboveAll(mine, rivals);
  if (certain !== undefined || measure !== 'committed') return { measure, leads: certain, findings };
  const full = mine?.asAnnounced;
  const leads = rivals.every(
    ({ most }) => full !== undefined && most !== undefined && full.compare(most) > 0,
  );
  if (!leads || full === undefined || rivals.length === 0) return { measure, leads: undefined, findings };
  const text = `With sums announced as "up to" counted in full, ${claim.subject} has committed ${formatQuantity(full, ranking.unit)}.`;
  return { measure, leads, findings: [...findings, { text, evidence: row?.statements ?? [] }] };
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

/** A named rival; of all others the first few. */
const shownOf = ({ over }: RankClaim, rivals: readonly Position[]): readonly Position[] =>
  over === undefined ? rivals.slice(0, 3) : rivals;

/** True when the subject is certainly above all rivals, false when one is certainly above it or equal. */
function isAboveAll(mine: Position | undefined, rivals: readonly Position[]): boolean | undefined {
  if (rivals.length === 0) return undefined;
  const answers = rivals.map((rival): boolean | undefined => {
    if (mine?.least !== undefined && rival.most !== undefined && mine.least.compare(rival.most) > 0)
      return true;
    // An investor of whom nothing is reported is not above one of whom something is.
    const isBelow =
      mine === undefined ||
      (mine.most !== undefined && rival.least !== undefined && rival.least.compare(mine.most) >= 0);
    return isBelow && rival.least !== undefined ? false : undefined;
  });
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}
