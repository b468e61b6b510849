import type { Bounds, Qualifier } from '../money/index.ts';

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
}

/** One of several values for the same thing, picked by a written rule; the others stay in the graph. */
export interface ChoiceNode extends NamedQuantity {
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
