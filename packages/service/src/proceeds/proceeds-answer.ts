import type { DealView } from '@tranche/ledger/deal';
import type { EvidenceBook } from '../evidence/index.ts';
import type { AnswerView, DealProceedsView } from '../views/index.ts';

/** The proceeds of a reported deal in the shape of every answer. */
export function proceedsAnswer(proceeds: DealProceedsView, view: DealView, book: EvidenceBook): AnswerView {
  const { deal, asOf, knownOn, answer, decided, missing, assumptions, exits, derivation } = proceeds;
  const statements = view.statements.map(({ id }) => id);
  return {
    question: 'proceeds',
    subject: deal,
    asOf,
    knownOn,
    answer,
    decided,
    isNo: false,
    basis: 'the stakes that are stated or implied, times the exit value',
    columns: [
      { key: 'exit_value', title: 'exit value', align: 'right' },
      { key: 'stake', title: 'stake' },
      { key: 'basis', title: 'basis' },
      { key: 'share', title: 'share', align: 'right' },
      { key: 'amount', title: 'if all convert', align: 'right' },
    ],
    rows: exits.flatMap(({ exitValue, stakes }) =>
      stakes.map(({ label, basis, stake, amount }) => ({
        cells: {
          exit_value: { figure: exitValue },
          stake: { text: label },
          basis: { text: basis },
          share: { figure: stake },
          amount: { figure: amount },
        },
        evidence: [],
      })),
    ),
    conflicts: [],
    remainders: [],
    missing,
    assumptions,
    evidence: book.of(statements),
    derivation,
  };
}
