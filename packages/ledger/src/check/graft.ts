import type { FormulaGraph, FormulaGraphNode, GraphBuilder } from '@tranche/core/formula';
import { operandsOf } from '@tranche/core/formula';
import { invariant } from '@tranche/core/result';

/**
 * Copies a node of another graph, with all it is made from, into a builder, and returns its id there. Equal nodes
 * are shared with those the builder holds already. Throws when the graph does not hold the node.
 */
export function graft(builder: GraphBuilder, graph: FormulaGraph, target: string): string {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const copied = new Map<string, string>();
  const idOf = (id: string): string => {
    const known = copied.get(id);
    if (known !== undefined) return known;
    const node = nodes.get(id);
    invariant(node !== undefined, `the graph holds the node ${id}`);
    for (const operand of operandsOf(node)) idOf(operand);
    const put = copyOf(builder, node, (operand) => copied.get(operand) ?? operand);
    copied.set(id, put);
    return put;
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
