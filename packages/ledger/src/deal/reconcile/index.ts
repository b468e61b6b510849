export type { Choice, ChoiceContext, Option, Said } from './choose.ts';
export { choose, REJECTED } from './choose.ts';
export type { ChoiceRule, Standing } from './rule.ts';
export { CHOICE_RULES, LATEST_THEN_TIER, STATUS_THEN_TIER, TIER_THEN_LATEST } from './rule.ts';
