export { type About, Derivation, holds, Quantity } from './derivation.ts';
export { evaluate, exactValue } from './evaluate.ts';
export type { ExplainedStep } from './explain.ts';
export { explain, explainAll, explainConditions, operandsOf } from './explain.ts';
export type {
  ChoiceNode,
  Condition,
  FormulaGraph,
  FormulaGraphNode,
  FormulaNode,
  Grounds,
  InputNode,
  NamedQuantity,
  Operator,
  Relation,
  RoundingPolicy,
} from './graph.ts';
export { GraphBuilder } from './graph-builder.ts';
export { subgraph } from './subgraph.ts';
export { WholeNumber } from './whole-number.ts';
