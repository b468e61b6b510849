import { formatQuantity } from '@tranche/core/display';
import type { FormulaGraphNode } from '@tranche/core/formula';
import type { Rational } from '@tranche/core/rational';
import type { DealView } from '@tranche/ledger/deal';
import { type EvidenceBook, graphView } from '../evidence/index.ts';
import type { DealProceedsView } from '../views/index.ts';

/** What decides who gets what at an exit. No claim of a report has a field for any of it. */
const MISSING = [
  'the liquidation preference, participation and rank of each share class, and how each converts',
  'who holds the other shares, options and convertibles',
  'the debts and fees that are paid before the holders',
] as const;

const AS_COMMON = {
  id: 'all-convert',
  text: 'Each stake is shown as if every share converted to common and nothing were paid before the holders; any preference, debt or fee changes it.',
} as const;

/**
 * The proceeds of an exit as far as the evidence on a deal goes: it cannot tell who gets what, says what is missing,
 * and gives what each known stake would come to if every share converted. Exact over the bounds of the stakes.
 */
export function dealProceedsOf(
  view: DealView,
  values: readonly Rational[],
  evidence: EvidenceBook,
): DealProceedsView {
  const stakes = stakesOf(view);
  const nodes: FormulaGraphNode[] = [...view.graph.nodes];
  const exits = values.map((value, index) => {
    const exit = `exit${index + 1}`;
    nodes.push({
      kind: 'input',
      id: exit,
      label: 'exit value',
      unit: view.unit,
      bounds: { low: value, high: value, vague: false },
      qualifier: 'exact',
      grounds: [{ kind: 'given', id: 'at', note: 'the exit value that was asked for' }],
    });
    const amounts = stakes.map(({ label, node }, at) => {
      const id = `${exit}-${at + 1}`;
      nodes.push({
        kind: 'formula',
        id,
        label: `${label} of the exit value, if every share converts`,
        unit: view.unit,
        operator: 'multiply',
        operands: [node, exit],
      });
      return id;
    });
    return { exit, amounts };
  });
  const { figure, derivation } = graphView({ ...view.graph, nodes }, evidence);
  const shown = exits.map(({ exit, amounts }) => ({
    exitValue: figure(exit),
    stakes: stakes.map(({ label, basis, node }, at) => ({
      label,
      basis,
      stake: figure(node),
      amount: figure(amounts[at] ?? ''),
    })),
  }));
  return {
    deal: view.id,
    title: view.title,
    asOf: view.asOf,
    knownOn: view.knownOn,
    answer: answerOf(shown, values, view),
    decided: false,
    missing: [...MISSING],
    assumptions: stakes.length === 0 ? [] : [AS_COMMON],
    exits: shown,
    derivation,
  };
}

/** Stakes stated of the lead in all, and those implied by the valuation. */
function stakesOf(view: DealView): readonly { label: string; basis: string; node: string }[] {
  const stated = view.terms.flatMap(({ field, label, node }) =>
    field === 'stake' && node !== undefined ? [{ label, basis: 'as stated', node }] : [],
  );
  return [...stated, ...view.impliedStakes.map(({ label, basis, node }) => ({ label, basis, node }))];
}

function answerOf(exits: DealProceedsView['exits'], values: readonly Rational[], view: DealView): string {
  const asked = values.map((value) => formatQuantity(value, view.unit)).join(', ');
  const unknown = `cannot tell who gets what at ${asked}: no source states the preferences of the share classes, nor who holds the rest`;
  const [first] = exits;
  const [stake] = first?.stakes ?? [];
  if (first === undefined || stake === undefined) return unknown;
  return `${unknown}. If every share converted and nothing were paid before, ${stake.label} (${stake.stake.text}) would be ${stake.amount.text} of ${first.exitValue.text}`;
}
