export { evaluate, exactValue } from './evaluate.ts';
export type { ExplainedStep } from './explain.ts';
export { explain, operandsOf } from './explain.ts';
export type {
  ChoiceNode,
  FormulaGraph,
  FormulaGraphNode,
  FormulaNode,
  Grounds,
  InputNode,
  NamedQuantity,
  Operator,
} from './graph.ts';
export { GraphBuilder } from './graph-builder.ts';
