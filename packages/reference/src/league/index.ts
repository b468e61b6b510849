export { leagueDeals } from './league-deals.ts';
