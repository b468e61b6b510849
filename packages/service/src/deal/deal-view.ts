import type * as deal from '@tranche/ledger/deal';
import { type EvidenceBook, type GraphView, graphView } from '../evidence/index.ts';
import type {
  DealSummaryView,
  DealView,
  EventView,
  JudgementView,
  TermView,
  TrancheView,
} from '../views/index.ts';

/** The deal as the faces show it: the ledger's view with every node as a figure and every id as evidence. */
export function dealViewOf(
  view: deal.DealView,
  evidence: EvidenceBook,
  judgements: readonly JudgementView[],
): DealView {
  const graph = graphView(view.graph, evidence);
  const { figure } = graph;
  const terms = view.terms.map((term) => termView(term, graph, evidence));
  return {
    ...dealSummaryOf(view),
    asOf: view.asOf,
    knownOn: view.knownOn,
    terms,
    tranches: view.tranches.map((tranche) => trancheView(tranche, graph, evidence)),
    payers: view.payers.map(({ payer, share, committed, drawn, undrawn }) => ({
      payer,
      share,
      committed: figure(committed),
      drawn: figure(drawn),
      undrawn: figure(undrawn),
    })),
    totals: {
      committed: figure(view.totals.committed),
      drawn: figure(view.totals.drawn),
      undrawn: figure(view.totals.undrawn),
    },
    impliedStakes: view.impliedStakes.map(({ label, basis, node }) => ({
      label,
      basis,
      figure: figure(node),
    })),
    reconciliations: view.reconciliations.map((sum) => ({
      label: sum.label,
      parts: sum.parts.map(({ label, node }) => ({ ...figure(node), label })),
      sum: figure(sum.sum),
      stated: figure(sum.stated),
      remainder: figure(sum.remainder),
      agrees: sum.agrees,
    })),
    members: view.statements.flatMap(({ id, runnerUp, ...why }) =>
      evidence
        .of([id])
        .map((one) => ({ evidence: one, ...why, ...(runnerUp && { runnerUp: { ...runnerUp } }) })),
    ),
    notJoined: view.notJoined.flatMap(({ id, nearest, ...why }) =>
      evidence
        .of([id])
        .map((one) => ({ evidence: one, ...why, ...(nearest && { nearest: { ...nearest } }) })),
    ),
    conflictsPassedOver: terms.filter((term) => term.alternatives.length > 0),
    assumptions: view.assumptions.map((assumption) => ({ ...assumption })),
    events: view.events.map((event) => eventViewOf(event, evidence)),
    judgements: [...judgements],
    derivation: graph.derivation,
  };
}

export function dealSummaryOf(summary: deal.DealSummary): DealSummaryView {
  const { id, title, issuerName, money, status, size, valuation, firstKnown, lastKnown, sources, conflicts } =
    summary;
  return {
    id,
    title,
    issuer: issuerName,
    money,
    status,
    size,
    ...(valuation === undefined ? {} : { valuation }),
    firstKnown,
    lastKnown,
    sources,
    statements: summary.statements.length,
    conflicts,
  };
}

export function eventViewOf(event: deal.DealEvent, evidence: EvidenceBook): EventView {
  return {
    knownFrom: event.knownFrom,
    ...(event.happened === undefined ? {} : { happened: event.happened }),
    kind: event.kind,
    text: event.text,
    evidence: evidence.of(event.statements),
  };
}

function termView(term: deal.Term, { figure }: GraphView, evidence: EvidenceBook): TermView {
  return {
    field: term.field,
    label: term.label,
    text: term.text,
    ...(term.node === undefined ? {} : { figure: figure(term.node) }),
    rule: term.rule,
    evidence: evidence.of(term.statements),
    alternatives: term.alternatives.map((other) => ({
      text: other.text,
      ...(other.node === undefined ? {} : { figure: figure(other.node) }),
      passedOverBecause: other.passedOverBecause,
      ...(other.effect === undefined ? {} : { effect: other.effect }),
      evidence: evidence.of(other.statements),
    })),
  };
}

function trancheView(tranche: deal.TrancheView, { figure }: GraphView, evidence: EvidenceBook): TrancheView {
  const { id, label, money, status, planned, paid, condition, conditionState } = tranche;
  return {
    id,
    label,
    amount: figure(tranche.amount),
    money,
    status,
    ...(planned === undefined ? {} : { planned }),
    ...(paid === undefined ? {} : { paid }),
    ...(condition === undefined ? {} : { condition }),
    conditionState,
    fallback: tranche.fallback.map((fallback) => ({
      text: fallback.text,
      ...(fallback.node === undefined ? {} : { figure: figure(fallback.node) }),
      evidence: evidence.of(fallback.statements),
    })),
    slices: tranche.slices.map((slice) => ({
      payer: slice.payer,
      share: slice.share,
      ...(slice.planned === undefined ? {} : { planned: figure(slice.planned) }),
      committed: figure(slice.committed),
      drawn: figure(slice.drawn),
      undrawn: figure(slice.undrawn),
      status: slice.status,
      evidence: evidence.of(slice.statements),
    })),
    joins: [...tranche.joins],
    evidence: evidence.of(tranche.statements),
  };
}
