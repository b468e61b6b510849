import type { Bounds, Qualifier } from '../money/index.ts';
import type { RoundingMode } from '../rational/index.ts';

/**
 * What an input stands on. `id` is opaque here: the caller knows its claims, facts, judgements and rules; of a number
 * given to a calculator it is the path of the field, `classes[0].shares`.
 */
export interface Grounds {
  readonly kind: 'given' | 'claim' | 'fact' | 'judgement' | 'assumption' | 'rule';
  readonly id: string;
  readonly note?: string;
}

/**
 * The closed list of operators. Few on purpose: each is evaluated exactly and over bounds, explained in words,
 * and can be written as a spreadsheet formula. `add`, `multiply`, `minimum`, `maximum` take one or more operands;
 * `round` takes one, with the node's policy; `power` a base of at least zero and an exact whole exponent of at least
 * zero.
 */
export type Operator = 'add' | 'subtract' | 'multiply' | 'divide' | 'minimum' | 'maximum' | 'round' | 'power';

/** To how many places, and which way. */
export interface RoundingPolicy {
  readonly decimals: number;
  readonly mode: RoundingMode;
}

/** What every node bears. */
export interface NamedQuantity {
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
export interface InputNode extends NamedQuantity {
  readonly kind: 'input';
  readonly bounds: Bounds;
  readonly qualifier: Qualifier;
  readonly unknownBecause?: string;
  readonly grounds: readonly Grounds[];
}

export interface FormulaNode extends NamedQuantity {
  readonly kind: 'formula';
  readonly operator: Operator;
  readonly operands: readonly string[];
  /** Of `round`, and only of it. */
  readonly rounding?: RoundingPolicy;
}

/** One of several values for the same thing, picked by a written rule; the others stay in the graph. */
export interface ChoiceNode extends NamedQuantity {
  readonly kind: 'choice';
  readonly chosen: string;
  readonly alternatives: readonly { readonly node: string; readonly passedOverBecause: string }[];
  readonly rule: string;
}

export type FormulaGraphNode = InputNode | FormulaNode | ChoiceNode;

export type Relation = 'less_than' | 'at_most' | 'equal' | 'at_least' | 'more_than';

/**
 * An inequality between two nodes that proves a choice made outside the graph: which segment holds, who converts.
 * `because` says what follows from it: "A converts, since its shares are worth more than its preference".
 */
export interface Condition {
  readonly left: string;
  readonly relation: Relation;
  readonly right: string;
  readonly because: string;
}

/**
 * Named quantities and the formulas over them; operands always come before what is built from them. The conditions
 * are what must hold for the formulas to be the right ones.
 */
export interface FormulaGraph {
  readonly nodes: readonly FormulaGraphNode[];
  readonly conditions?: readonly Condition[];
}
