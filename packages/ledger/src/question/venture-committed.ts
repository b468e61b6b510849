import { formatBounds } from '@tranche/core/display';
import { evaluate } from '@tranche/core/formula';
import {
  type VentureKnowledge,
  type VenturePartyView,
  type VentureView,
  viewVenture,
} from '../venture/index.ts';
import { type Answer, type AnswerConflict, type AnswerRow, type Cell, number, words } from './answer.ts';
import { conflictOf, remainderOf } from './deal-answer.ts';
import type { QuestionContext } from './question.ts';

/**
 * What is said to be put into a venture, by party, and what of it is reported as paid. An intention to spend is no
 * commitment, and stands in a row of its own. Fails: never.
 */
export function ventureCommitted(context: QuestionContext, venture: VentureKnowledge): Answer {
  const view = viewVenture(context.ledger, venture, context, context.rule);
  const text = textIn(view);
  const funders = view.parties.flatMap(({ name, money }) => (money === undefined ? [] : [{ name, money }]));
  const said = funders.map(
    ({ name, money }) => `${name} ${text(money.node)} (${money.status.replaceAll('_', ' ')})`,
  );
  const nothingPaid = view.drawn !== undefined && text(view.drawn) === 'unknown';
  return {
    question: 'committed_drawn',
    subject: view.name,
    asOf: view.asOf,
    knownOn: view.knownOn,
    answer:
      view.total === undefined
        ? `cannot tell: no party is said to put a stated amount into ${view.name}`
        : `${view.name}: ${said.join(', ')}: ${text(view.total)} in all; drawn: ${
            nothingPaid ? 'cannot tell, nothing is reported as paid' : text(view.drawn ?? '')
          }`,
    decided: view.total !== undefined,
    basis:
      'each amount as picked by the rule among what is said; agreed is bound, planned is an intention; paid only ' +
      'where it is reported; what the venture means to spend is nobody’s commitment',
    ...(view.total === undefined ? {} : { value: view.total }),
    columns: [
      { key: 'party', title: 'party' },
      { key: 'role', title: 'role' },
      { key: 'said', title: 'said to put in' },
      { key: 'status', title: 'status' },
      { key: 'money', title: 'money' },
      { key: 'drawn', title: 'drawn' },
      { key: 'undrawn', title: 'undrawn' },
      { key: 'stake', title: 'stake said' },
    ],
    rows: [...partyRows(view), ...totalRows(view), ...intentionRows(view)],
    conflicts: [...ventureConflicts(view), ...denials(view)],
    remainders: view.uncovered.map(remainderOf),
    missing: view.missing,
    assumptions: view.assumptions,
    statements: view.statements,
    graph: view.graph,
  };
}

const textIn = ({ graph }: VentureView): ((node: string) => string) => {
  const values = evaluate(graph);
  const units = new Map(graph.nodes.map(({ id, unit }) => [id, unit]));
  return (node) => formatBounds(values.get(node) ?? { vague: true }, units.get(node) ?? '');
};

const partyRows = (view: VentureView): readonly AnswerRow[] =>
  view.parties.map(
    ({ name, roles, money, stake, note }): AnswerRow => ({
      cells: {
        party: words(name),
        role: words(roles.map(({ role }) => role).join(', ')),
        ...(money === undefined
          ? { said: words('no amount') }
          : {
              said: number(money.node),
              status: words(money.status.replaceAll('_', ' ')),
              money: words(money.kind),
              drawn: number(money.drawn),
              undrawn: number(money.undrawn),
            }),
        ...(stake === undefined ? {} : { stake: stakeCell(stake) }),
      },
      // Those without money of their own are not compared with those who have.
      ...(money === undefined ? { kind: 'group' as const } : {}),
      ...(note === undefined ? {} : { note }),
      statements: [
        ...new Set([
          ...(money?.said.statements ?? []),
          ...(stake?.statements ?? []),
          ...roles.flatMap(({ statements }) => statements),
        ]),
      ],
    }),
  );

const stakeCell = ({ node, text, status }: NonNullable<VenturePartyView['stake']>): Cell => ({
  ...(node === undefined ? {} : { node }),
  text: `${text}, ${status.replaceAll('_', ' ')}`,
});

function totalRows({ total, agreed, drawn, kinds }: VentureView): readonly AnswerRow[] {
  const row = (party: string, cells: AnswerRow['cells']): AnswerRow => ({
    kind: 'total',
    cells: { party: words(party), ...cells },
    statements: [],
  });
  return [
    ...(total === undefined
      ? []
      : [row('in all', { said: number(total), ...(drawn === undefined ? {} : { drawn: number(drawn) }) })]),
    ...(agreed === undefined ? [] : [row('of it agreed', { said: number(agreed) })]),
    ...kinds.map(({ kind, node }) =>
      row(kind === 'not stated' ? 'of it, kind of money not stated' : `of it stated as ${kind}`, {
        said: number(node),
        money: words(kind),
      }),
    ),
  ];
}

const intentionRows = ({ intentions }: VentureView): readonly AnswerRow[] =>
  intentions.map(
    ({ label, node, term }): AnswerRow => ({
      kind: 'group',
      cells: {
        party: words(label),
        said: number(node),
        status: words('intended'),
        money: words('not stated'),
      },
      statements: term.statements,
    }),
  );

/** Where reports disagree: amounts, stakes and what is meant to be spent. */
export const ventureConflicts = ({ parties, intentions }: VentureView): readonly AnswerConflict[] =>
  [
    ...parties.flatMap(({ money, stake }) => [
      ...(money === undefined ? [] : [money.said]),
      ...(stake === undefined ? [] : [stake]),
    ]),
    ...intentions.map(({ term }) => term),
  ]
    .filter(({ alternatives }) => alternatives.length > 0)
    .map(conflictOf);

/** What somebody denies, beside what everybody else says of it. */
const denials = ({ denials: denied, name }: VentureView): readonly AnswerConflict[] =>
  denied.map(({ text, statements }) => ({
    label: `${name}, denied`,
    rule: 'a denial stands beside what it denies; nothing is chosen between them',
    statements,
    options: [{ cell: words(text), passedOverBecause: 'it changes no amount', statements }],
  }));
