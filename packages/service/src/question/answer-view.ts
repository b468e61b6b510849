import type { Answer, Cell } from '@tranche/ledger/question';
import { type EvidenceBook, graphView } from '../evidence/index.ts';
import type { AnswerView, CellView } from '../views/index.ts';

/** An answer as the faces show it: nodes become figures, ids become evidence, nothing is computed. */
export function answerViewOf(answer: Answer, book: EvidenceBook): AnswerView {
  const { figure, derivation } = graphView(answer.graph, book);
  const cellView = (cell: Cell): CellView =>
    'node' in cell
      ? { figure: figure(cell.node), ...(cell.text === undefined ? {} : { text: cell.text }) }
      : { text: cell.text };
  const named = new Set<string>();
  const idsOf = (ids: readonly string[]): string[] => {
    for (const id of ids) named.add(id);
    return [...ids];
  };
  idsOf(answer.statements);
  const rows = answer.rows.map(({ cells, kind, note, statements }) => ({
    cells: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cellView(cell)])),
    ...(kind === undefined ? {} : { kind }),
    ...(note === undefined ? {} : { note }),
    evidence: idsOf(statements),
  }));
  const conflicts = answer.conflicts.map(({ label, chosen, rule, origins, statements, options }) => ({
    label,
    ...(chosen === undefined ? {} : { chosen: cellView(chosen) }),
    rule,
    ...(origins === undefined ? {} : { origins }),
    evidence: idsOf(statements),
    options: options.map((option) => ({
      cell: cellView(option.cell),
      passedOverBecause: option.passedOverBecause,
      ...(option.effect === undefined ? {} : { effect: option.effect }),
      ...(option.origins === undefined ? {} : { origins: option.origins }),
      evidence: idsOf(option.statements),
    })),
  }));
  const remainders = answer.remainders.map((sum) => ({
    label: sum.label,
    sum: figure(sum.sum),
    stated: figure(sum.stated),
    remainder: figure(sum.remainder),
    agrees: sum.agrees,
    evidence: idsOf(sum.statements),
  }));
  return {
    question: answer.question,
    subject: answer.subject,
    asOf: answer.asOf,
    knownOn: answer.knownOn,
    answer: answer.answer,
    decided: answer.decided,
    isNo: answer.isNo ?? false,
    basis: answer.basis,
    ...(answer.value === undefined ? {} : { value: figure(answer.value) }),
    columns: answer.columns.map((column) => ({ ...column })),
    rows,
    conflicts,
    remainders,
    missing: [...answer.missing],
    assumptions: answer.assumptions.map((one) => ({ ...one })),
    evidence: book.of([...named]),
    derivation,
  };
}
