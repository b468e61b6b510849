export {
  byId,
  type Calculation,
  type Calculator,
  type Computed,
  defineCalculator,
  figure,
  figureOrNull,
} from './calculator.ts';
export { type CalculatorDescription, describeCalculator } from './describe.ts';
export { explainFigure, type FigureExplanation } from './explanation.ts';
export { failureOf, pathOf } from './failure.ts';
export { type Json, keyPath, type Rendered, render } from './render.ts';
export {
  accrual,
  amount,
  anyNumber,
  currency,
  date,
  flag,
  fraction,
  id,
  integer,
  list,
  object,
  oneOf,
  openFraction,
  positive,
  properFraction,
} from './scalars.ts';
export { type Respelt, respell } from './spelling.ts';
