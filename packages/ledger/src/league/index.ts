export type { LeagueAmount, LeagueDeal, LeagueFlag, PublishedRate } from './league-deal.ts';
export type { LeagueQuestion, LeagueTable } from './league-table.ts';
export { HEADLINE_RULE, LEAGUE_RULES, leagueTable } from './league-table.ts';
