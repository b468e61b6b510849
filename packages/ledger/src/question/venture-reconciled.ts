import { type VentureKnowledge, type VentureView, viewVenture } from '../venture/index.ts';
import { type Answer, type AnswerRow, number, words } from './answer.ts';
import { remainderOf } from './deal-answer.ts';
import type { QuestionContext } from './question.ts';
import { ventureConflicts } from './venture-committed.ts';

/**
 * What of a venture's money adds up: the amounts that one account gives beside each stated total, and each stake
 * beside that party's part of the money. Fails: never.
 */
export function ventureReconciled(context: QuestionContext, venture: VentureKnowledge): Answer {
  const view = viewVenture(context.ledger, venture, context, context.rule);
  const { reconciliations } = view;
  const open = reconciliations.filter(({ agrees }) => !agrees).length;
  return {
    question: 'reconcile',
    subject: view.name,
    asOf: view.asOf,
    knownOn: view.knownOn,
    answer:
      reconciliations.length === 0
        ? `cannot tell: nothing that is said of the money of ${view.name} can be held against something else`
        : `${view.name}: ${reconciliations.length} ${reconciliations.length === 1 ? 'sum' : 'sums'}, ${open} of which ${open === 1 ? 'leaves' : 'leave'} a remainder`,
    decided: reconciliations.length > 0,
    ...(open > 0 ? { isNo: true } : {}),
    basis:
      'the amounts by party as one report has them, beside the totals and stakes that are stated; a part of the ' +
      'money is what a stake would be if stakes followed the money, which no report says',
    columns: [
      { key: 'account', title: 'account' },
      { key: 'party', title: 'party' },
      { key: 'amount', title: 'amount' },
      { key: 'share', title: 'part of the money' },
      { key: 'stake', title: 'stake said' },
    ],
    rows: view.accounts.flatMap(accountRows),
    conflicts: ventureConflicts(view),
    remainders: reconciliations.map(remainderOf),
    missing:
      reconciliations.length === 0
        ? [`amounts by party from one report, and a total or stakes of ${view.name}`]
        : view.missing,
    assumptions: view.assumptions,
    statements: view.statements,
    graph: view.graph,
  };
}

function accountRows({ texts, parts, sum }: VentureView['accounts'][number]): readonly AnswerRow[] {
  const account = words(texts.join(', '));
  return [
    ...parts.map(
      ({ name, node, text, share, stake, statements }): AnswerRow => ({
        cells: {
          account,
          party: words(name),
          amount: { node, text },
          share: number(share),
          ...(stake === undefined ? {} : { stake: number(stake) }),
        },
        statements,
      }),
    ),
    { kind: 'total', cells: { account, party: words('in all'), amount: number(sum) }, statements: [] },
  ];
}
