import { formatBounds } from '@tranche/core/display';
import { GraphBuilder } from '@tranche/core/formula';
import { ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { Ledger } from '../statement/index.ts';
import { withEffects } from './figures/effects.ts';
import { moneyFigures } from './figures/money-figures.ts';
import { reconciliationsOf } from './figures/reconciliations.ts';
import { type ChoiceRule, STATUS_THEN_TIER } from './reconcile/index.ts';
import { type DealState, statesOf } from './states.ts';
import type { Dates, DealView, ReconciliationView } from './view.ts';
import { findDeal, viewIn } from './view-deal.ts';

/** A sum as it stood from a day on, after a report had changed it. Nodes live in the graph of the view. */
export interface SumChange {
  readonly knownOn: PlainDate;
  readonly sum: ReconciliationView;
  /** What became known on that day and stands in it; empty where something else changed it. */
  readonly statements: readonly string[];
}

/**
 * A deal with all its sums, and how each of them came to be: one entry for each day on which its parts, its stated
 * whole or what they leave changed. Fails: UNKNOWN_DEAL.
 */
export function sumsOfDeal(
  ledger: Ledger,
  dealId: string,
  dates: Dates,
  rule: ChoiceRule = STATUS_THEN_TIER,
): Result<{ readonly view: DealView; readonly changes: readonly SumChange[] }> {
  const found = findDeal(ledger, dealId, dates.knownOn);
  if (!found.ok) return found;
  const { deal, knowledge } = found.value;
  const builder = new GraphBuilder();
  const { view, assembly } = viewIn(builder, ledger, found.value, dates, rule);
  const changes = changesIn(builder, statesOf(ledger, deal, dates, rule));
  const terms = withEffects({ deal, knowledge, dates, rule }, view.terms, assembly);
  return ok({ view: { ...view, terms, graph: builder.build() }, changes });
}

function changesIn(builder: GraphBuilder, states: readonly DealState[]): readonly SumChange[] {
  const last = new Map<string, string>();
  return states.flatMap((state) => {
    const { assembly, knowledge, day } = state;
    const sums = sumsIn(new GraphBuilder(), state);
    const changed = new Set(
      sums.flatMap(({ sum, text }) => (last.get(sum.label) === text ? [] : [sum.label])),
    );
    for (const { sum, text } of sums) last.set(sum.label, text);
    if (changed.size === 0) return [];
    const ofDay = new Set(
      knowledge.statements.filter(({ knownFrom }) => knownFrom === day).map(({ id }) => id),
    );
    const money = moneyFigures(builder, assembly, knowledge.nameOf);
    return reconciliationsOf(builder, assembly, money).flatMap((sum): readonly SumChange[] =>
      changed.has(sum.label)
        ? [{ knownOn: day, sum, statements: statementsOf(sum).filter((id) => ofDay.has(id)) }]
        : [],
    );
  });
}

function sumsIn(
  builder: GraphBuilder,
  { assembly, knowledge }: DealState,
): readonly { readonly sum: ReconciliationView; readonly text: string }[] {
  const money = moneyFigures(builder, assembly, knowledge.nameOf);
  return reconciliationsOf(builder, assembly, money).map((sum) => ({
    sum,
    text: [sum.sum, sum.stated, sum.remainder]
      .map((node) => formatBounds(builder.boundsOf(node), money.unit))
      .join(' '),
  }));
}

/** All that stands behind a sum: what gives its parts, and what states the whole. */
const statementsOf = ({ parts, statedBy }: ReconciliationView): readonly string[] => [
  ...new Set([...parts.flatMap(({ statements }) => statements), ...statedBy]),
];
