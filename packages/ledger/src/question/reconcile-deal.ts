import { formatBounds } from '@tranche/core/display';
import { evaluate, exactValue } from '@tranche/core/formula';
import type { Bounds } from '@tranche/core/money';
import { ok, type Result } from '@tranche/core/result';
import { type DealView, type ReconciliationView, type SumChange, sumsOfDeal } from '../deal/index.ts';
import { statementIndex } from '../statement/index.ts';
import { type Answer, type AnswerRow, number, words } from './answer.ts';
import { conflictsOf, remaindersOf } from './deal-answer.ts';
import type { Asked, QuestionContext } from './question.ts';
import { ruledBy } from './rule.ts';
import { dealSubject } from './subject.ts';

/**
 * Every sum of a deal that should agree, with its parts; every field on which sources disagree; and which report
 * changed which sum. Fails: UNKNOWN_SUBJECT, AMBIGUOUS_SUBJECT.
 */
export function reconcileDeal(asked: QuestionContext, { of, by }: Asked): Result<Answer> {
  const context = ruledBy(asked, by);
  const subject = dealSubject(context, of);
  if (!subject.ok) return subject;
  const found = sumsOfDeal(context.ledger, subject.value.id, context, context.rule);
  if (!found.ok) return found;
  const { view, changes } = found.value;
  const values = evaluate(view.graph);
  const bounds = (node: string): Bounds => values.get(node) ?? { vague: true };
  const disagree = view.reconciliations.filter(({ agrees }) => !agrees);
  return ok({
    question: 'reconcile',
    subject: view.id,
    asOf: view.asOf,
    knownOn: view.knownOn,
    answer: `${view.title}: ${sentence(view, disagree, (node) => formatBounds(bounds(node), view.unit))}`,
    decided: view.reconciliations.length > 0,
    isNo: disagree.length > 0,
    basis:
      'parts as they are stated beside the whole as it is stated; relays of one origin count once; ' +
      'a part or a whole within bounds agrees as long as some values within them do',
    columns: [
      { key: 'part', title: 'parts and sum' },
      { key: 'value', title: 'value' },
      { key: 'stated', title: 'stated' },
      { key: 'remainder', title: 'remainder' },
      { key: 'agrees', title: 'agrees' },
      { key: 'known_on', title: 'since, by' },
    ],
    rows: [
      ...view.reconciliations.flatMap((sum) => sumRows(sum, bounds)),
      ...view.impliedStakes.map(
        ({ label, basis, node }): AnswerRow => ({
          cells: { part: words(`${label} (${basis})`), value: number(node) },
          statements: [],
        }),
      ),
      ...changes.map((change) => changeRow(change, bounds, reportsOf(context))),
    ],
    conflicts: conflictsOf(view),
    remainders: remaindersOf(view),
    missing:
      view.reconciliations.length > 0
        ? []
        : ['parts and a whole that are stated by themselves, to be added up'],
    assumptions: view.assumptions,
    statements: view.statements.map(({ id }) => id),
    graph: view.graph,
  });
}

function sentence(
  { reconciliations }: DealView,
  disagree: readonly ReconciliationView[],
  text: (node: string) => string,
): string {
  if (reconciliations.length === 0) return 'cannot tell: no parts are stated beside a stated whole';
  if (disagree.length === 0)
    return reconciliations.length === 1 ? 'the one sum agrees' : `all ${reconciliations.length} sums agree`;
  const left = disagree.map(({ label, remainder }) => `${label} (${text(remainder)})`);
  return `${disagree.length} of ${reconciliations.length} sums leave a remainder: ${left.join('; ')}`;
}

function sumRows(sum: ReconciliationView, bounds: (node: string) => Bounds): readonly AnswerRow[] {
  return [
    ...sum.parts.map(
      ({ label, node, statements }): AnswerRow => ({
        cells: { part: words(label), value: number(node) },
        statements,
      }),
    ),
    { ...totalRow(sum, bounds), kind: 'total', statements: sum.statedBy },
  ];
}

const totalRow = (
  { label, sum, stated, remainder, agrees }: ReconciliationView,
  bounds: (node: string) => Bounds,
): Pick<AnswerRow, 'cells'> => ({
  cells: {
    part: words(label),
    value: number(sum),
    stated: number(stated),
    remainder: number(remainder),
    agrees: words(!agrees ? 'no' : exactValue(bounds(remainder))?.sign() === 0 ? 'yes' : 'can'),
  },
});

const changeRow = (
  { knownOn, sum, statements }: SumChange,
  bounds: (node: string) => Bounds,
  reportOf: (id: string) => string,
): AnswerRow => ({
  cells: {
    ...totalRow(sum, bounds).cells,
    known_on: words([knownOn, ...new Set(statements.map(reportOf))].join(' ')),
  },
  statements,
});

/** The text that a claim stands in, by the name it was taken in under; a fact by its id. */
function reportsOf({ ledger }: QuestionContext): (id: string) => string {
  const index = statementIndex(ledger);
  return (id) => {
    const source = index.statement(id)?.sourceId;
    return source === undefined ? (id.split('#')[0] ?? id) : (index.source(source)?.name ?? source);
  };
}
