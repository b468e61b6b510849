import { GraphBuilder, subgraph } from '@tranche/core/formula';
import { judgementsInForce } from '../judgement/index.ts';
import { rowText, VALUATION_RULES, type ValuationTable, valuationTable } from '../league/index.ts';
import { partyBook } from '../party/index.ts';
import { statementsOf } from '../statement/index.ts';
import { type Answer, type ConflictOption, number, words } from './answer.ts';
import type { QuestionContext } from './question.ts';

const MOST_ROWS = 20;

/** Companies by their last valuation: the dated table that claims of "the most valuable" are held against. */
export function valuationAnswer(context: QuestionContext, unit: string): Answer {
  const { ledger, rates, asOf, knownOn } = context;
  const builder = new GraphBuilder();
  const parties = partyBook(judgementsInForce(ledger.judgements, knownOn));
  const question = { statements: statementsOf(ledger, knownOn), parties, rates, asOf, knownOn, unit };
  const [rule, ...others] = VALUATION_RULES;
  const table = valuationTable(builder, question, rule);
  const { rows, ranking, notCompared } = table;
  const shown = rows.slice(0, MOST_ROWS);
  const firstOf = ({ rows: all }: ValuationTable): readonly string[] =>
    all.filter(({ rank }) => rank === 1).map(({ name, node }) => rowText(builder, { label: name, node }));
  const told = firstOf(table).join(' and ');
  const options = others.map((changed): ConflictOption => {
    const again = valuationTable(builder, question, changed);
    const first = firstOf(again).join(' and ');
    return {
      cell: words(`${changed.words}: ${first === '' ? 'nobody' : first}`),
      passedOverBecause: 'another rule',
      effect: first === told ? 'the first stays' : 'the first is another, or at another value',
      statements: again.rows.filter(({ rank }) => rank === 1).flatMap(({ statements }) => statements),
    };
  });
  return {
    question: 'league',
    subject: `companies by their last valuation, in ${unit}`,
    asOf,
    knownOn,
    answer: ranking.decided
      ? `of the companies with a valuation known, ${told} stands first as of ${asOf}`
      : `cannot tell: ${rows.length === 0 ? 'no valuation is known' : ranking.contenders.slice(0, 3).join(' or ')}`,
    decided: ranking.decided,
    basis: `${rule.words}, in ${unit}; each on its own day and basis`,
    ...(ranking.decided && rows[0] !== undefined ? { value: rows[0].node } : {}),
    columns: [
      { key: 'rank', title: 'rank', align: 'right' },
      { key: 'company', title: 'company' },
      { key: 'valuation', title: 'valuation' },
      { key: 'basis', title: 'basis' },
      { key: 'on', title: 'on' },
    ],
    rows: shown.map(({ rank, name, node, basis, from, statements }) => ({
      cells: {
        rank: words(String(rank)),
        company: words(name),
        valuation: number(node),
        basis: words(basis),
        on: words(from),
      },
      statements,
    })),
    conflicts: [{ label: 'the rule', chosen: words(told), rule: rule.words, statements: [], options }],
    remainders: [],
    missing: [
      'Valuations of companies of which nothing here tells: the table is not complete, and says of nobody that no other is higher.',
      ...(notCompared.length === 0
        ? []
        : [`Rates that lead to ${unit} from the valuations of ${notCompared.join(', ')}.`]),
    ],
    assumptions: [],
    statements: [...new Set([...shown, ...options].flatMap(({ statements }) => statements))],
    graph: subgraph(
      builder.build(),
      shown.map(({ node }) => node),
    ),
  };
}
