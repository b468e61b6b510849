export { dealProceedsOf } from './deal-proceeds.ts';
export { exitValues } from './exit-values.ts';
export { proceedsAnswer } from './proceeds-answer.ts';
