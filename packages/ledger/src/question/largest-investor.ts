import { ok } from '@tranche/core/result';
import { type InvestorRanking, type Measure, rankInvestors } from '../deal/index.ts';
import { type AnswerRow, number, words } from './answer.ts';
import type { Question } from './question.ts';

/** The investors of a company in order, by a measure. Fails: UNKNOWN_ISSUER. */
export const largestInvestor: Question = {
  name: 'largest_investor',
  about: 'who has put most into a company: by committed or paid money, or by stake',
  of: 'a company by name',
  by: ['committed', 'paid', 'stake'],
  answer: ({ ledger, asOf, knownOn }, { of, by }) => {
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
      columns: [
        { key: 'rank', title: 'rank', align: 'right' },
        { key: 'investor', title: 'investor' },
        { key: 'amount', title: measure },
        ...(rows.some((row) => row.withSecondary !== undefined)
          ? [{ key: 'with_secondary', title: 'with purchases from holders' }]
          : []),
      ],
      rows: rows.map(rowOf),
      conflicts: [],
      remainders: [],
      missing: [],
      assumptions,
      statements: [...new Set(rows.flatMap(({ statements }) => statements))],
      graph,
    });
  },
};

const rowOf = (row: InvestorRanking['rows'][number]): AnswerRow => ({
  cells: {
    ...(row.group ? {} : { rank: words(String(row.rank)) }),
    investor: words(row.party),
    amount: number(row.node),
    ...(row.withSecondary === undefined ? {} : { with_secondary: number(row.withSecondary) }),
  },
  ...(row.group ? { kind: 'group' as const } : {}),
  ...(row.note === undefined ? {} : { note: row.note }),
  statements: row.statements,
});
