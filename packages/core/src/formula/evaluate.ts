import type { Bounds } from '../money/index.ts';
import { Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import type { FormulaGraph, FormulaGraphNode, FormulaNode } from './graph.ts';
import { applyOperator, shareOfWhole } from './interval.ts';

/**
 * The bounds of every node, exact: equal ends where all inputs are exact. Outer bounds otherwise: an input used
 * twice is not correlated with itself, except in the quotient of a part by a sum that holds it, and in a difference
 * of sums that share a part. A quotient whose divisor may be zero is unbounded.
 */
export function evaluate(graph: FormulaGraph): ReadonlyMap<string, Bounds> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const values = new Map<string, Bounds>();
  for (const node of graph.nodes) values.set(node.id, boundsOfNode(node, nodes, values));
  return values;
}

/** The bounds of one node, from those of the nodes before it. */
export function boundsOfNode(
  node: FormulaGraphNode,
  nodes: ReadonlyMap<string, FormulaGraphNode>,
  values: ReadonlyMap<string, Bounds>,
): Bounds {
  const at = (id: string): Bounds => {
    const value = values.get(id);
    invariant(value !== undefined, `operands come before ${node.id}`);
    return value;
  };
  switch (node.kind) {
    case 'input':
      return node.bounds;
    case 'choice':
      return at(node.chosen);
    case 'formula':
      return (
        quotientByOwnSum(node, nodes, at) ??
        differenceOfSums(node, nodes, at) ??
        applyOperator(node.operator, node.operands.map(at), node.rounding)
      );
  }
}

/** The single value of bounds that leave no room; undefined when they do. */
export function exactValue(bounds: Bounds): Rational | undefined {
  const { low, high } = bounds;
  return low !== undefined && high !== undefined && low.equals(high) ? low : undefined;
}

/** For `part ÷ (… + part + …)`, the most frequent place where one quantity stands twice in a formula. */
function quotientByOwnSum(
  node: FormulaNode,
  nodes: ReadonlyMap<string, FormulaGraphNode>,
  at: (id: string) => Bounds,
): Bounds | undefined {
  const [part, divisor] = node.operands;
  if (node.operator !== 'divide' || part === undefined || divisor === undefined) return undefined;
  const whole = nodes.get(divisor);
  if (whole?.kind !== 'formula' || whole.operator !== 'add') return undefined;
  const rest = whole.operands.filter((operand) => operand !== part);
  if (rest.length !== whole.operands.length - 1 || rest.length === 0) return undefined;
  return shareOfWhole(at(part), applyOperator('add', rest.map(at)));
}

/** For `(a + b) − (a + c)`: what both sums hold leaves no trace, however little is known of it. */
function differenceOfSums(
  node: FormulaNode,
  nodes: ReadonlyMap<string, FormulaGraphNode>,
  at: (id: string) => Bounds,
): Bounds | undefined {
  const [whole, part] = node.operands;
  if (node.operator !== 'subtract' || whole === undefined || part === undefined) return undefined;
  const subtracted = termsOf(part, nodes);
  const kept = termsOf(whole, nodes).filter((term) => {
    const shared = subtracted.indexOf(term);
    if (shared >= 0) subtracted.splice(shared, 1);
    return shared < 0;
  });
  if (kept.length === termsOf(whole, nodes).length) return undefined;
  const sumOf = (terms: readonly string[]): Bounds =>
    terms.length === 0 ? NOTHING : applyOperator('add', terms.map(at));
  return applyOperator('subtract', [sumOf(kept), sumOf(subtracted)]);
}

const NOTHING: Bounds = { low: Rational.ZERO, high: Rational.ZERO, vague: false };

function termsOf(id: string, nodes: ReadonlyMap<string, FormulaGraphNode>): string[] {
  const node = nodes.get(id);
  return node?.kind === 'formula' && node.operator === 'add' ? [...node.operands] : [id];
}
