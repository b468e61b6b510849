import type { Bounds, Qualifier } from '../money/index.ts';
import type { Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';

/** What an input stands on. `id` is opaque here: the caller knows its claims, facts, judgements and rules. */
export interface Grounds {
  readonly kind: 'claim' | 'fact' | 'judgement' | 'assumption' | 'rule';
  readonly id: string;
  readonly note?: string;
}

/**
 * The closed list of operators. Few on purpose: each is evaluated exactly and over bounds, explained in words,
 * and can be written as a spreadsheet formula. `add`, `multiply`, `minimum`, `maximum` take one or more operands.
 */
export type Operator = 'add' | 'subtract' | 'multiply' | 'divide' | 'minimum' | 'maximum';

interface Named {
  readonly id: string;
  /** In the field's words, as a heading: "committed by SoftBank". */
  readonly label: string;
  /** An ISO 4217 code, `fraction` (0 to 1), `shares`, `count`, or a ratio such as `CNY per USD`. */
  readonly unit: string;
  /** What kind of amount or share it is: "committed", "post-money", "as converted". */
  readonly basis?: string;
  /** The day or partial date it holds for. */
  readonly date?: string;
}

/** A number from outside. An absent value is unknown, with its reason; never zero. */
export interface InputNode extends Named {
  readonly kind: 'input';
  readonly bounds: Bounds;
  readonly qualifier: Qualifier;
  readonly unknownBecause?: string;
  readonly grounds: readonly Grounds[];
}

export interface FormulaNode extends Named {
  readonly kind: 'formula';
  readonly operator: Operator;
  readonly operands: readonly string[];
}

/** One of several values for the same thing, picked by a written rule; the others stay in the graph. */
export interface ChoiceNode extends Named {
  readonly kind: 'choice';
  readonly chosen: string;
  readonly alternatives: readonly { readonly node: string; readonly passedOverBecause: string }[];
  readonly rule: string;
}

export type FormulaGraphNode = InputNode | FormulaNode | ChoiceNode;

/** Named quantities and the formulas over them; operands always come before what is built from them. */
export interface FormulaGraph {
  readonly nodes: readonly FormulaGraphNode[];
}

type Described = Omit<Named, 'id'>;

/** Builds a graph in order; node ids are stable for the same sequence of calls, and equal nodes are shared. */
export class GraphBuilder {
  private readonly nodes: FormulaGraphNode[] = [];
  private readonly byContent = new Map<string, string>();
  private readonly byId = new Map<string, FormulaGraphNode>();

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

  /** An input about which nothing is known but that it exists. */
  unknown(node: Described & { readonly because: string; readonly grounds: readonly Grounds[] }): string {
    const { because, ...rest } = node;
    return this.input({ ...rest, bounds: { vague: true }, unknownBecause: because });
  }

  formula(node: Described & { readonly operator: Operator; readonly operands: readonly string[] }): string {
    const pair = node.operator === 'subtract' || node.operator === 'divide';
    invariant(pair ? node.operands.length === 2 : node.operands.length > 0, `${node.operator} has its operands`);
    for (const operand of node.operands) this.node(operand);
    return this.put({ ...node, kind: 'formula' });
  }

  choice(node: Described & Pick<ChoiceNode, 'chosen' | 'alternatives' | 'rule'>): string {
    this.node(node.chosen);
    for (const alternative of node.alternatives) this.node(alternative.node);
    return this.put({ ...node, kind: 'choice' });
  }

  node(id: string): FormulaGraphNode {
    const found = this.byId.get(id);
    invariant(found !== undefined, `the graph holds the node ${id}`);
    return found;
  }

  build(): FormulaGraph {
    return { nodes: [...this.nodes] };
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

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
type FormulaGraphNodeWithoutId = WithoutId<FormulaGraphNode>;
