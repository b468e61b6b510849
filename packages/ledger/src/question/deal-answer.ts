import { formatBounds } from '@tranche/core/display';
import { evaluate } from '@tranche/core/formula';
import type { DealView, FallbackChoice, ReconciliationView, Term } from '../deal/index.ts';
import type { AnswerConflict, Cell, Remainder } from './answer.ts';

export const cellOf = ({ text, node }: { readonly text: string; readonly node?: string }): Cell =>
  node === undefined ? { text } : { node, text };

/** Where sources disagree about a deal, of the fields that `counts`, with what each other value would change. */
export const conflictsOf = (
  view: DealView,
  counts: (term: Term) => boolean = () => true,
): readonly AnswerConflict[] => [
  ...view.terms.filter((term) => term.alternatives.length > 0 && counts(term)).map(conflictOf),
  ...fallbackConflicts(view),
];

/** A field with what was chosen of it, what was passed over, and what each other value would change. */
export const conflictOf = (term: Term): AnswerConflict => ({
  label: term.label,
  chosen: cellOf(term),
  rule: term.rule,
  ...(term.origins === undefined ? {} : { origins: term.origins }),
  statements: term.statements,
  options: term.alternatives.map((other) => ({
    cell: cellOf(other),
    passedOverBecause: other.passedOverBecause,
    ...(other.origins === undefined ? {} : { origins: other.origins }),
    ...(other.effect === undefined ? {} : { effect: other.effect }),
    statements: other.statements,
  })),
});

/** What would hold if a condition fails: open as long as it can, and nothing chosen among the readings. */
function fallbackConflicts(view: DealView): readonly AnswerConflict[] {
  if (view.fallbacks.length === 0) return [];
  const values = evaluate(view.graph);
  const text = (node: string): string => formatBounds(values.get(node) ?? { vague: true }, view.unit);
  const effect = (before: string, { committed, payers }: FallbackChoice['readings'][number]): string =>
    committed === undefined
      ? 'what it leaves committed cannot be told'
      : [
          `committed in all ${text(before)} → ${text(committed)}`,
          ...payers.map((row) => `${row.payer} ${text(row.before)} → ${text(row.after)}`),
        ].join('; ');
  return view.fallbacks.map(({ label, condition, closedBecause, committed, readings }) => ({
    label: `${label} (${condition})`,
    ...(closedBecause === undefined ? {} : { chosen: { text: 'no longer open' } }),
    rule:
      closedBecause ?? 'the condition is open, and the reports do not settle what would hold: none is chosen',
    statements: [],
    options: readings.map((reading) => ({
      cell:
        reading.committed === undefined
          ? { text: reading.text }
          : { node: reading.committed, text: reading.text },
      passedOverBecause: closedBecause === undefined ? 'one of several readings' : 'no longer open',
      ...(closedBecause === undefined ? { effect: effect(committed, reading) } : {}),
      statements: reading.statements,
    })),
  }));
}

/** Sums of parts beside the stated whole, with all that stands behind both. */
export const remaindersOf = (view: DealView): readonly Remainder[] => view.reconciliations.map(remainderOf);

export const remainderOf = ({
  label,
  sum,
  stated,
  remainder,
  agrees,
  parts,
  statedBy,
}: ReconciliationView): Remainder => ({
  label,
  sum,
  stated,
  remainder,
  agrees,
  statements: [...new Set([...parts.flatMap(({ statements }) => statements), ...statedBy])],
});
