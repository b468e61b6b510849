export type { EnteredDeals, LeagueQuestion } from './enter-deals.ts';
export { enterDeals } from './enter-deals.ts';
export type { Aside, EnteredDeal } from './entered.ts';
export type { Financing, IssuerDeals, LeagueSources } from './financing.ts';
export { leagueSources } from './financing.ts';
export type { LeagueAmount, LeagueDeal, LeagueFlag, PublishedRate } from './league-deal.ts';
export type { LeagueTable, LeftOut } from './league-table.ts';
export { couldLead, firstOf, leagueTable } from './league-table.ts';
export type { Rerun, Reruns } from './rerun.ts';
export { amountText, firstText, rerun, rowText } from './rerun.ts';
export type { LeagueRuleName, Treatment } from './rules.ts';
export {
  flagWords,
  HEADLINE_RULE,
  LEAGUE_RULE_NAMES,
  LEAGUE_RULES,
  ruleWords,
  treatmentsOf,
} from './rules.ts';
export { isNear, isSameSum } from './same-deal.ts';
export type { ValuationRow, ValuationRule, ValuationTable } from './valuation-table.ts';
export { VALUATION_RULES, valuationTable } from './valuation-table.ts';
