export type { ModelTotals } from './commitment-model.ts';
export { modelTotals } from './commitment-model.ts';
export { type Choices, choosers, equilibria, payoutsUnder, switched, wouldSwitch } from './exit-model.ts';
export { applyAtPoint } from './point-model.ts';
export { roundPriceByBisection } from './round-bisection.ts';
export { brokenRoundRules } from './round-model.ts';
export { type SlowRound, solveRoundSlowly } from './slow-round.ts';
export { countRoots } from './sturm-model.ts';
