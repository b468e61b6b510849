import { formatBounds } from '@tranche/core/display';
import { evaluate } from '@tranche/core/formula';
import { ok } from '@tranche/core/result';
import { type DealView, viewDealWithEffects } from '../deal/index.ts';
import { type AnswerRow, number, words } from './answer.ts';
import { conflictsOf, remaindersOf } from './deal-answer.ts';
import type { Question } from './question.ts';
import { RULE_NAMES, ruledBy } from './rule.ts';
import { dealSubject } from './subject.ts';
import { ventureCommitted } from './venture-committed.ts';
import { ventureSubject } from './venture-subject.ts';

/** What is committed, drawn and undrawn of a deal. Fails: UNKNOWN_SUBJECT, AMBIGUOUS_SUBJECT. */
export const committedDrawn: Question = {
  name: 'committed_drawn',
  about: 'what is committed, drawn and undrawn of a deal, per tranche and payer',
  of: 'the id of a deal, a company with one deal, or a venture',
  by: RULE_NAMES,
  answer: (asked, { of, by }) => {
    const context = ruledBy(asked, by);
    const venture = ventureSubject(context, of);
    if (venture !== undefined) return ok(ventureCommitted(context, venture));
    const subject = dealSubject(context, of);
    if (!subject.ok) return subject;
    const found = viewDealWithEffects(context.ledger, subject.value.id, context, context.rule);
    if (!found.ok) return found;
    const view = found.value;
    const values = evaluate(view.graph);
    const text = (node: string): string => formatBounds(values.get(node) ?? { vague: true }, view.unit);
    const { committed, drawn, undrawn } = view.totals;
    return ok({
      question: 'committed_drawn',
      subject: view.id,
      asOf: view.asOf,
      knownOn: view.knownOn,
      answer: `${view.title}: committed ${text(committed)}, drawn ${text(drawn)}, undrawn ${text(undrawn)}`,
      decided: true,
      basis:
        'committed is bound to be paid, drawn is paid, undrawn the difference; own money and syndicated money apart',
      columns: [
        { key: 'tranche', title: 'tranche' },
        { key: 'payer', title: 'payer' },
        { key: 'money', title: 'money' },
        { key: 'committed', title: 'committed' },
        { key: 'drawn', title: 'drawn' },
        { key: 'undrawn', title: 'undrawn' },
        { key: 'status', title: 'status' },
      ],
      rows: rowsOf(view, text),
      conflicts: conflictsOf(view, ({ field }) => isAboutMoney(field)),
      remainders: remaindersOf(view),
      missing: missingOf(view),
      assumptions: view.assumptions,
      statements: view.statements.map(({ id }) => id),
      graph: view.graph,
    });
  },
};

/** The fields on which it rests what is bound, by whom, and what is paid. */
const isAboutMoney = (field: string): boolean =>
  ['status', 'size', 'own', 'gross', 'syndicated'].includes(field) || field.startsWith('tranche-');

const missingOf = ({ tranches }: DealView): readonly string[] =>
  tranches.flatMap(({ label, slices }) =>
    slices.flatMap(({ payer, isDrawnKnown, drawnBecause }) =>
      isDrawnKnown ? [] : [`a report of what ${payer} paid for ${label}: ${drawnBecause}`],
    ),
  );

function rowsOf(view: DealView, text: (node: string) => string): readonly AnswerRow[] {
  const slices = view.tranches.flatMap((tranche) =>
    tranche.slices.map((slice): AnswerRow => {
      const { committed, planned } = slice;
      const [was, is] = [planned, committed].map((node) => (node === undefined ? undefined : text(node)));
      const isAmended = was !== undefined && was !== is && slice.drawn === committed;
      const status = slice.status.replaceAll('_', ' ');
      return {
        cells: {
          tranche: words(tranche.label),
          payer: words(slice.payer),
          money: words(slice.share),
          committed: number(committed),
          drawn: number(slice.drawn),
          undrawn: number(slice.undrawn),
          status: words(slice.isDrawnKnown ? status : `${status}, not yet reported as paid`),
        },
        note: [slice.drawnBecause, ...(isAmended ? [`amended from ${was} to ${is}`] : [])].join('; '),
        statements: slice.statements,
      };
    }),
  );
  const totals = [
    ...view.payers.map(({ payer, share, ...amounts }) => ({ payer, money: share as string, ...amounts })),
    { payer: 'in all', money: '', ...view.totals },
  ].map(
    ({ payer, money, committed, drawn, undrawn }): AnswerRow => ({
      kind: 'total',
      cells: {
        payer: words(payer),
        money: words(money),
        committed: number(committed),
        drawn: number(drawn),
        undrawn: number(undrawn),
      },
      statements: [],
    }),
  );
  return [...slices, ...totals];
}
