import { evaluate } from '@tranche/core/formula';
import { rankByBounds } from '@tranche/core/ranking';
import { ok } from '@tranche/core/result';
import { type InvestorRanking, type Measure, type RankingRow, rankInvestors } from '../deal/index.ts';
import { type AnswerColumn, type AnswerConflict, type AnswerRow, number, words } from './answer.ts';
import { largestByControl } from './largest-by-control.ts';
import type { Question } from './question.ts';
import { conflictOfShare, SHARE_COLUMNS, shareCells, shownIn } from './shares.ts';
import { partySubject } from './subject.ts';

/**
 * The investors of a company in order, by a measure; by control the one who has it.
 * Fails: UNKNOWN_ISSUER; by control UNKNOWN_SUBJECT.
 */
export const largestInvestor: Question = {
  name: 'largest_investor',
  about: 'who has put most into a company: by committed or paid money, by stake, or who controls it',
  of: 'a company by name',
  by: ['committed', 'paid', 'stake', 'control'],
  answer: (context, { of, by }) => {
    if (by === 'control') return largestByControl(context, of);
    const { ledger, asOf, knownOn } = context;
    const measure = by as Measure;
    const ranked = rankInvestors(ledger, { issuer: of, measure, asOf, knownOn });
    if (!ranked.ok) return ranked;
    const { issuer, answer, decided, basis, rows, assumptions, graph } = ranked.value;
    return ok({
      question: 'largest_investor',
      subject: issuer,
      asOf,
      knownOn,
      answer,
      decided,
      basis,
      ...(decided && rows[0] !== undefined ? { value: rows[0].node } : {}),
      columns: columnsOf(ranked.value),
      rows: rows.map((row) => rowOf(row, measure)),
      conflicts: conflictsOf(ranked.value),
      remainders: [],
      missing: missingOf(ranked.value, partySubject(context, of).name),
      assumptions,
      statements: [...new Set(rows.flatMap(({ statements }) => statements))],
      graph,
    });
  },
};

const columnsOf = ({ measure, rows }: InvestorRanking): readonly AnswerColumn[] => [
  { key: 'rank', title: 'rank', align: 'right' },
  { key: 'investor', title: 'investor' },
  ...(measure === 'stake' ? SHARE_COLUMNS : [{ key: 'amount', title: measure }]),
  ...(rows.some((row) => row.withSecondary !== undefined)
    ? [{ key: 'with_secondary', title: 'with purchases from holders' }]
    : []),
];

function rowOf(row: RankingRow, measure: Measure): AnswerRow {
  const { stake, note } = row;
  return {
    cells: {
      ...(row.group ? {} : { rank: words(String(row.rank)) }),
      investor: words(row.party),
      ...(stake === undefined
        ? { [measure === 'stake' ? 'share' : 'amount']: number(row.node) }
        : shareCells({ node: row.node, ...stake })),
      ...(row.withSecondary === undefined ? {} : { with_secondary: number(row.withSecondary) }),
    },
    ...(row.group ? { kind: 'group' as const } : {}),
    // The note of a stated share tells its basis and day, which have columns here, and what was passed over.
    ...(note === undefined || stake !== undefined ? {} : { note }),
    statements: row.statements,
  };
}

function conflictsOf({ rows, conflicts, graph }: InvestorRanking): readonly AnswerConflict[] {
  const shown = shownIn(graph);
  const leaderWith = (party: string, share: string): string | undefined =>
    rankByBounds(
      rows
        .filter(({ group }) => !group)
        .map((row) => ({ id: row.party, bounds: shown.boundsOf(row.party === party ? share : row.node) })),
    ).leader;
  const ofShares = rows.flatMap(({ party, node, stake, statements, group }) => {
    if (stake === undefined) return [];
    const chosen = { node, statements, ...stake };
    const first = leaderWith(party, node);
    return conflictOfShare(shown, `stake of ${party}`, chosen, stake.passedOver, (other) => {
      if (group) return undefined;
      const then = leaderWith(party, other.node);
      return `the answer would be ${then === first ? 'the same' : (then ?? 'that it cannot be told')}`;
    });
  });
  const ofTotals = conflicts.map(
    ({ chosen, options, ...conflict }): AnswerConflict => ({
      ...conflict,
      chosen: number(chosen),
      options: options.map(({ node, because, effect, statements }) => ({
        cell: number(node),
        passedOverBecause: because,
        effect,
        statements,
      })),
    }),
  );
  return [...ofShares, ...ofTotals];
}

/** What would decide between those who can be first. */
function missingOf(ranking: InvestorRanking, company: string): readonly string[] {
  const { decided, missing, rows, measure, asOf, graph } = ranking;
  if (missing.length > 0) return missing;
  if (decided) return [];
  const values = evaluate(graph);
  const open = rows.filter(({ rank, group, node }) => {
    const { low, high } = values.get(node) ?? { vague: true };
    return rank === 1 && !group && (low === undefined || high === undefined || !low.equals(high));
  });
  if (rows.length === 0) return [`what anybody had ${VERB[measure]} ${company} by ${asOf}`];
  return open.map(({ party }) => `what ${party} had ${VERB[measure]} ${company} by ${asOf}`);
}

const VERB: Readonly<Record<Measure, string>> = {
  committed: 'committed to',
  paid: 'paid for new shares of',
  stake: 'held of',
};
