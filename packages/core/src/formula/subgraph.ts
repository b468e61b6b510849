import { operandsOf } from './explain.ts';
import type { FormulaGraph } from './graph.ts';

/**
 * The part of a graph that some of its nodes are made from, ids and order kept, with the conditions between the
 * nodes that are left. Linear. Fails: never; a node that the graph does not hold is passed over.
 */
export function subgraph(graph: FormulaGraph, targets: Iterable<string>): FormulaGraph {
  const kept = new Set(targets);
  const nodes = graph.nodes
    .toReversed()
    .filter((node) => {
      if (!kept.has(node.id)) return false;
      for (const operand of operandsOf(node)) kept.add(operand);
      return true;
    })
    .toReversed();
  const conditions = (graph.conditions ?? []).filter(({ left, right }) => kept.has(left) && kept.has(right));
  return { nodes, ...(conditions.length === 0 ? {} : { conditions }) };
}
