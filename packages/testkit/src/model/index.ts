export type { ModelTotals } from './commitment-model.ts';
export { modelTotals } from './commitment-model.ts';
export { applyAtPoint } from './point-model.ts';
