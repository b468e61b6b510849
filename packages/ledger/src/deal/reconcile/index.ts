export type { Choice, ChoiceContext, Option, Said } from './choose.ts';
export { choose } from './choose.ts';
export type { ChoiceRule, Standing } from './rule.ts';
export { STATUS_THEN_TIER } from './rule.ts';
