import type { Bounds, Qualifier } from '../money/index.ts';
import { Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import { boundsOfNode } from './evaluate.ts';
import type {
  ChoiceNode,
  Condition,
  FormulaGraph,
  FormulaGraphNode,
  Grounds,
  NamedQuantity,
  Operator,
  RoundingPolicy,
} from './graph.ts';

type Described = Omit<NamedQuantity, 'id'>;

/** Operators with a fixed number of operands; the others take one or more. */
const OPERANDS: Readonly<Partial<Record<Operator, number>>> = { subtract: 2, divide: 2, power: 2, round: 1 };

/** Builds a graph in order; node ids are stable for the same sequence of calls, and equal nodes are shared. */
export class GraphBuilder {
  private readonly nodes: FormulaGraphNode[] = [];
  private readonly byContent = new Map<string, string>();
  private readonly byId = new Map<string, FormulaGraphNode>();
  private readonly values = new Map<string, Bounds>();
  private readonly conditions: Condition[] = [];

  input(
    node: Described & {
      readonly bounds: Bounds;
      readonly qualifier?: Qualifier;
      readonly unknownBecause?: string;
      readonly grounds: readonly Grounds[];
    },
  ): string {
    invariant(node.grounds.length > 0, `the input "${node.label}" stands on something`);
    return this.put({ ...node, kind: 'input', qualifier: node.qualifier ?? 'exact' });
  }

  /** An input with one exact value. */
  exact(node: Described & { readonly value: Rational; readonly grounds: readonly Grounds[] }): string {
    const { value, ...rest } = node;
    return this.input({ ...rest, bounds: { low: value, high: value, vague: false } });
  }

  /** An input about which nothing is known but that it exists; a sum of money is at least not below zero. */
  unknown(node: Described & { readonly because: string; readonly grounds: readonly Grounds[] }): string {
    const { because, ...rest } = node;
    const bounds = isCurrencyUnit(node.unit) ? { low: Rational.ZERO, vague: false } : { vague: false };
    return this.input({ ...rest, bounds, unknownBecause: because });
  }

  formula(
    node: Described & {
      readonly operator: Operator;
      readonly operands: readonly string[];
      readonly rounding?: RoundingPolicy;
    },
  ): string {
    const wanted = OPERANDS[node.operator];
    invariant(
      wanted === undefined ? node.operands.length > 0 : node.operands.length === wanted,
      `${node.operator} has its operands`,
    );
    invariant((node.operator === 'round') === (node.rounding !== undefined), 'only a rounding has a policy');
    for (const operand of node.operands) this.node(operand);
    return this.put({ ...node, kind: 'formula' });
  }

  choice(node: Described & Pick<ChoiceNode, 'chosen' | 'alternatives' | 'rule'>): string {
    this.node(node.chosen);
    for (const alternative of node.alternatives) this.node(alternative.node);
    return this.put({ ...node, kind: 'choice' });
  }

  condition(condition: Condition): void {
    this.node(condition.left);
    this.node(condition.right);
    this.conditions.push(condition);
  }

  node(id: string): FormulaGraphNode {
    const found = this.byId.get(id);
    invariant(found !== undefined, `the graph holds the node ${id}`);
    return found;
  }

  /** What is known of a node's value so far in the building, as `evaluate` will give it. */
  boundsOf(id: string): Bounds {
    for (const node of this.nodes.slice(this.values.size)) {
      this.values.set(node.id, boundsOfNode(node, this.byId, this.values));
    }
    const found = this.values.get(id);
    invariant(found !== undefined, `the graph holds the node ${id}`);
    return found;
  }

  build(): FormulaGraph {
    return {
      nodes: [...this.nodes],
      ...(this.conditions.length === 0 ? {} : { conditions: [...this.conditions] }),
    };
  }

  private put(node: FormulaGraphNodeWithoutId): string {
    const content = JSON.stringify(node);
    const known = this.byContent.get(content);
    if (known !== undefined) return known;
    const id = `n${this.nodes.length + 1}`;
    const named = { ...node, id };
    this.nodes.push(named);
    this.byContent.set(content, id);
    this.byId.set(id, named);
    return id;
  }
}

const isCurrencyUnit = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
type FormulaGraphNodeWithoutId = WithoutId<FormulaGraphNode>;
