import { formatAmount, formatBounds } from '@tranche/core/display';
import { evaluate, GraphBuilder } from '@tranche/core/formula';
import { ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { Ledger } from '../statement/index.ts';
import { eventsOf } from './events.ts';
import { moneyFigures } from './figures/money-figures.ts';
import { chosenAmountNode } from './figures/nodes.ts';
import { BASIS_WORDS, valuationAmounts } from './figures/terms.ts';
import { type ChoiceRule, STATUS_THEN_TIER } from './reconcile/index.ts';
import { type DealState, statesOf } from './states.ts';
import type { Timeline, TimelinePoint, TimelineSeries } from './view.ts';
import { findDeal } from './view-deal.ts';

/**
 * How each figure of a deal evolved up to a day: its size, valuation, the lead's own part, what is committed and
 * what is paid, recomputed on each day on which something was published or judged; one point per change.
 * Fails: UNKNOWN_DEAL.
 */
export function timelineOf(
  ledger: Ledger,
  dealId: string,
  { knownOn }: { readonly knownOn: PlainDate },
  rule: ChoiceRule = STATUS_THEN_TIER,
): Result<Timeline> {
  const found = findDeal(ledger, dealId, knownOn);
  if (!found.ok) return found;
  const { deal } = found.value;
  const dates = { asOf: knownOn, knownOn };
  const builder = new GraphBuilder();
  const states = statesOf(ledger, deal, dates, rule);
  const days = states.map((state) => pointsOf(builder, state));
  const graph = builder.build();
  const values = evaluate(graph);
  const textOf = (point: RawPoint): string => {
    if (point.node === undefined || point.text !== undefined) return point.text ?? '';
    return formatBounds(values.get(point.node) ?? { vague: true }, point.unit);
  };
  const series = FIELDS.flatMap(({ field, label }): readonly TimelineSeries[] => {
    const points: TimelinePoint[] = [];
    let unit = 'XXX';
    for (const [index, day] of days.entries()) {
      const point = day[field];
      const state = states[index];
      if (point === undefined || state === undefined) continue;
      unit = point.unit;
      const text = textOf(point);
      if (points.at(-1)?.text === text && points.at(-1)?.status === state.assembly.status) continue;
      points.push({
        knownOn: state.day,
        text,
        ...(point.node === undefined ? {} : { node: point.node }),
        status: state.assembly.status,
        statements: point.statements,
      });
    }
    const lead = states.at(-1)?.assembly.lead?.name;
    return points.length === 0 ? [] : [{ field, label: label(lead ?? 'the lead'), unit, points }];
  });
  return ok({ deal: deal.id, series, events: eventsOf(ledger, deal, dates, rule), graph });
}

interface RawPoint {
  readonly node?: string;
  /** Already in words, with the hedge of its source. */
  readonly text?: string;
  readonly unit: string;
  readonly statements: readonly string[];
}

type Field = 'size' | 'valuation' | 'own' | 'syndicated' | 'committed' | 'paid';

const FIELDS: readonly { readonly field: Field; readonly label: (lead: string) => string }[] = [
  { field: 'size', label: () => 'size' },
  { field: 'valuation', label: () => 'valuation' },
  { field: 'own', label: (lead) => `${lead}'s own part` },
  { field: 'syndicated', label: () => 'placed with co-investors' },
  { field: 'committed', label: () => 'committed in all' },
  { field: 'paid', label: () => 'paid in all' },
];

function pointsOf(
  builder: GraphBuilder,
  { assembly, knowledge }: DealState,
): { readonly [F in Field]?: RawPoint | undefined } {
  const { size, valuation, own, syndicated } = assembly;
  const money = moneyFigures(builder, assembly, knowledge.nameOf);
  const { unit, tranches } = money;
  const ofSlices = [
    ...new Set(tranches.flatMap(({ slices }) => slices.flatMap(({ statements }) => statements))),
  ];
  const amount = (choice: typeof size, label: string, basis: string): RawPoint | undefined =>
    choice === undefined
      ? undefined
      : {
          node: chosenAmountNode(builder, choice, { label, basis }),
          text: formatAmount(choice.chosen.value),
          unit: choice.chosen.value.currency,
          statements: choice.chosen.statements.map(({ id }) => id),
        };
  const valued = valuation === undefined ? undefined : valuationAmounts(valuation);
  const basis = valuation === undefined ? '' : BASIS_WORDS[valuation.chosen.value.basis];
  return {
    size: amount(size, 'size of the deal', 'announced'),
    valuation: amount(valued, 'valuation', basis),
    own: amount(own, 'own part of the lead', 'own money'),
    syndicated: amount(syndicated, 'placed with co-investors', 'syndicated money'),
    committed: { node: money.totals.total.committed, unit, statements: ofSlices },
    paid: { node: money.totals.total.drawn, unit, statements: ofSlices },
  };
}
