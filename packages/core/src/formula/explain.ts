import { formatBounds } from '../display/index.ts';
import type { Bounds } from '../money/index.ts';
import type { RoundingMode } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import { evaluate } from './evaluate.ts';
import type { FormulaGraph, FormulaGraphNode, Operator, Relation, RoundingPolicy } from './graph.ts';

/** One line of a derivation, in words and in numbers, with the nodes it rests on. */
export interface ExplainedStep {
  readonly node: FormulaGraphNode;
  readonly bounds: Bounds;
  /** The value as a person reads it. */
  readonly text: string;
  /** "committed ÷ post-money"; for an input, what it stands on; for a choice, the rule. */
  readonly words: string;
  /** "USD 40bn ÷ USD 300bn = 13.33 %". */
  readonly numbers: string;
}

const SIGNS: Readonly<Record<Operator, string>> = {
  add: ' + ',
  subtract: ' − ',
  multiply: ' × ',
  divide: ' ÷ ',
  minimum: ', ',
  maximum: ', ',
  round: '',
  power: ' to the power of ',
};

const ROUNDED: Readonly<Record<RoundingMode, string>> = {
  half_up: 'to the nearest, halves up',
  half_even: 'to the nearest, halves to the even neighbour',
  up: 'up',
  down: 'down',
};

const RELATIONS: Readonly<Record<Relation, string>> = {
  less_than: 'is less than',
  at_most: 'is at most',
  equal: 'equals',
  at_least: 'is at least',
  more_than: 'is more than',
};

/** The steps that lead to a node, inputs first, each node once; the last step is the node itself. */
export function explain(graph: FormulaGraph, target: string): readonly ExplainedStep[] {
  const wanted = basisOf(graph, target);
  return explainNodes(graph, (id) => wanted.has(id));
}

/** A node and all it rests on. */
function basisOf(graph: FormulaGraph, target: string): ReadonlySet<string> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const basis = new Set<string>();
  const stack = [target];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const node = nodes.get(id);
    invariant(node !== undefined, `the graph holds the node ${id}`);
    if (basis.has(id)) continue;
    basis.add(id);
    stack.push(...operandsOf(node));
  }
  return basis;
}

/** The steps of a whole graph, operands first. */
export const explainAll = (graph: FormulaGraph): readonly ExplainedStep[] => explainNodes(graph, () => true);

function explainNodes(graph: FormulaGraph, isWanted: (id: string) => boolean): readonly ExplainedStep[] {
  const values = evaluate(graph);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const texts = new Map<string, string>();
  const textOf = (id: string): string => {
    const known = texts.get(id);
    if (known !== undefined) return known;
    const node = nodes.get(id);
    const bounds = values.get(id);
    invariant(node !== undefined && bounds !== undefined, `the graph holds the node ${id}`);
    const text = formatBounds(bounds, node.unit, node.kind === 'input' ? node.qualifier : 'exact');
    texts.set(id, text);
    return text;
  };
  const labelOf = (id: string): string => nodes.get(id)?.label ?? id;
  return graph.nodes
    .filter(({ id }) => isWanted(id))
    .map((node) => ({
      node,
      bounds: values.get(node.id) ?? { vague: true },
      text: textOf(node.id),
      words: wordsOf(node, labelOf),
      numbers: numbersOf(node, textOf),
    }));
}

/** The nodes a node is made from, the passed-over alternatives of a choice included. */
export function operandsOf(node: FormulaGraphNode): readonly string[] {
  switch (node.kind) {
    case 'input':
      return [];
    case 'formula':
      return node.operands;
    case 'choice':
      return [node.chosen, ...node.alternatives.map((alternative) => alternative.node)];
  }
}

function wordsOf(node: FormulaGraphNode, labelOf: (id: string) => string): string {
  switch (node.kind) {
    case 'input':
      return node.unknownBecause ?? node.grounds.map((grounds) => grounds.note ?? grounds.kind).join('; ');
    case 'choice':
      return node.rule;
    case 'formula':
      return written(node.operator, node.operands.map(labelOf), node.rounding);
  }
}

function numbersOf(node: FormulaGraphNode, textOf: (id: string) => string): string {
  if (node.kind !== 'formula') return textOf(node.id);
  return `${written(node.operator, node.operands.map(textOf), node.rounding)} = ${textOf(node.id)}`;
}

function written(operator: Operator, operands: readonly string[], rounding?: RoundingPolicy): string {
  const joined = operands.join(SIGNS[operator]);
  if (operator === 'minimum') return `the least of ${joined}`;
  if (operator === 'maximum') return `the greatest of ${joined}`;
  if (rounding !== undefined) return `${joined} rounded ${roundingWords(rounding)}`;
  return joined;
}

function roundingWords({ decimals, mode }: RoundingPolicy): string {
  const places = decimals === 0 ? 'a whole number' : `${decimals} decimals`;
  return `${ROUNDED[mode]}${mode.startsWith('half') ? ',' : ''} to ${places}`;
}

/**
 * Each condition of a graph as a sentence with its numbers: what proves that the formulas are the right ones. With a
 * target, those that its own figures take part in: a side, or what that side is directly made of, is computed on the
 * way to the target.
 */
export function explainConditions(graph: FormulaGraph, target?: string): readonly string[] {
  const values = evaluate(graph);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const nodeAt = (id: string): FormulaGraphNode => {
    const node = nodes.get(id);
    invariant(node !== undefined, `the graph holds the node ${id}`);
    return node;
  };
  const side = (id: string): string => {
    const { label, unit } = nodeAt(id);
    return `${label} (${formatBounds(values.get(id) ?? { vague: true }, unit)})`;
  };
  const basis = target === undefined ? undefined : basisOf(graph, target);
  const takesPart = (id: string): boolean =>
    basis === undefined || (nodeAt(id).kind !== 'input' && basis.has(id));
  const concerns = (id: string): boolean => takesPart(id) || operandsOf(nodeAt(id)).some(takesPart);
  return (graph.conditions ?? [])
    .filter(({ left, right }) => concerns(left) || concerns(right))
    .map(
      ({ left, relation, right, because }) =>
        `${side(left)} ${RELATIONS[relation]} ${side(right)}: ${because}`,
    );
}
