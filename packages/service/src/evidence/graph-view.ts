import { type ExplainedStep, explainAll, type FormulaGraph, operandsOf } from '@tranche/core/formula';
import { invariant } from '@tranche/core/result';
import type { DerivationNodeView, DerivationView, FigureView } from '../views/index.ts';
import type { EvidenceBook } from './evidence-book.ts';

/** The numbers of one answer as faces show them: every figure names the node that its derivation opens. */
export interface GraphView {
  figure(node: string): FigureView;
  readonly derivation: DerivationView;
}

export function graphView(graph: FormulaGraph, evidence: EvidenceBook): GraphView {
  const steps = new Map(explainAll(graph).map((step) => [step.node.id, step]));
  return {
    figure: (node) => {
      const step = steps.get(node);
      invariant(step !== undefined, `the graph holds the node ${node}`);
      return figureOf(step);
    },
    derivation: { nodes: graph.nodes.flatMap(({ id }) => nodeView(steps.get(id), evidence) ?? []) },
  };
}

function figureOf({ node, bounds, text }: ExplainedStep): FigureView {
  const { low, high, vague } = bounds;
  const end = high ?? low;
  return {
    node: node.id,
    text,
    unit: node.unit,
    ...(low === undefined ? {} : { low: low.toString() }),
    ...(high === undefined ? {} : { high: high.toString() }),
    vague,
    ...(end === undefined ? {} : { approximate: end.toApproximateNumber() }),
  };
}

function nodeView(step: ExplainedStep | undefined, evidence: EvidenceBook): DerivationNodeView | undefined {
  if (step === undefined) return undefined;
  const { node, text, words, numbers } = step;
  const { id, kind, label, unit, basis, date } = node;
  return {
    id,
    kind,
    label,
    unit,
    ...(basis === undefined ? {} : { basis }),
    ...(date === undefined ? {} : { date }),
    text,
    words,
    numbers,
    operands: [...operandsOf(node)],
    ...(node.kind === 'choice'
      ? { rule: node.rule, alternatives: node.alternatives.map((one) => ({ ...one })) }
      : {}),
    grounds:
      node.kind !== 'input'
        ? []
        : node.grounds.map((ground) => {
            const [found] = evidence.of([ground.id]);
            return {
              kind: ground.kind,
              id: ground.id,
              ...(ground.note === undefined ? {} : { note: ground.note }),
              ...(found === undefined ? {} : { evidence: found }),
            };
          }),
  };
}
