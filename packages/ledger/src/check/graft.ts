import type { FormulaGraph, FormulaGraphNode, GraphBuilder } from '@tranche/core/formula';
import { operandsOf } from '@tranche/core/formula';
import { invariant } from '@tranche/core/result';

/**
 * Copies a node of another graph, with all it is made from, into a builder, and returns its id there. Equal nodes
 * are shared with those the builder holds already. Where `inPlaceOf` names a node of the builder for one of the
 * graph, that one is taken. Throws when the graph does not hold the node.
 */
export function graft(
  builder: GraphBuilder,
  graph: FormulaGraph,
  target: string,
  inPlaceOf: (node: FormulaGraphNode) => string | undefined = () => undefined,
): string {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const copied = new Map<string, string>();
  const idOf = (id: string): string => {
    const known = copied.get(id);
    if (known !== undefined) return known;
    const node = nodes.get(id);
    invariant(node !== undefined, `the graph holds the node ${id}`);
    const put = inPlaceOf(node) ?? copy(node);
    copied.set(id, put);
    return put;
  };
  const copy = (node: FormulaGraphNode): string => {
    for (const operand of operandsOf(node)) idOf(operand);
    return copyOf(builder, node, (operand) => copied.get(operand) ?? operand);
  };
  return idOf(target);
}

function copyOf(builder: GraphBuilder, node: FormulaGraphNode, renamed: (id: string) => string): string {
  const { id, ...rest } = node;
  switch (rest.kind) {
    case 'input': {
      const { kind, ...input } = rest;
      return builder.input(input);
    }
    case 'formula': {
      const { kind, ...formula } = rest;
      return builder.formula({ ...formula, operands: formula.operands.map(renamed) });
    }
    case 'choice': {
      const { kind, ...choice } = rest;
      const alternatives = choice.alternatives.map((one) => ({ ...one, node: renamed(one.node) }));
      return builder.choice({ ...choice, chosen: renamed(choice.chosen), alternatives });
    }
  }
}
