export type { League, LeagueRow } from './league-on.ts';
export { leagueOn } from './league-on.ts';
export type { DatedAmount, LeagueEntry, LeagueRule } from './league-rule.ts';
