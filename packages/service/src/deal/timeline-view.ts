import { Rational } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import type { Timeline } from '@tranche/ledger/deal';
import { type EvidenceBook, graphView } from '../evidence/index.ts';
import type { TimelineView } from '../views/index.ts';
import { eventViewOf } from './deal-view.ts';

/** How each figure evolved; the ends of a value are floating renderings, for charts only. */
export function timelineViewOf(timeline: Timeline, evidence: EvidenceBook): TimelineView {
  const { figure, derivation } = graphView(timeline.graph, evidence);
  return {
    deal: timeline.deal,
    series: timeline.series.map(({ field, label, unit, points }) => ({
      field,
      label,
      unit,
      points: points.map((point) => {
        const shown = point.node === undefined ? undefined : figure(point.node);
        return {
          knownOn: point.knownOn,
          text: point.text,
          ...(shown === undefined ? {} : { figure: shown }),
          ...(shown?.low === undefined ? {} : { low: approximately(shown.low) }),
          ...(shown?.high === undefined ? {} : { high: approximately(shown.high) }),
          ...(point.status === undefined ? {} : { status: point.status }),
          evidence: evidence.of(point.statements),
        };
      }),
    })),
    events: timeline.events.map((event) => eventViewOf(event, evidence)),
    derivation,
  };
}

const approximately = (exact: string): number => expectOk(Rational.parse(exact)).toApproximateNumber();
