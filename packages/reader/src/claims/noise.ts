import { type Rule, rule } from './rule.ts';

/** Sums that are no financing: they are taken first, so that no other rule can mistake them. */
const SOURCES: readonly string[] = [
  // Business results and prices.
  '(?:revenues?|sales|turnover|profits?|loss(?:es)?|earnings|ebitda|dividends?|income|order intake|budget|costs?|fees?|fine[sd]?|bonus(?:es)?|compensation|salary|damages)\\b{~~40}{A:amount}',
  '{A:amount}{~~30}(?:in|of) (?:\\w+ ){0,3}(?:revenues?|sales|turnover|profits?|earnings|compensation|assets under management|fines?|damages|fees)\\b',
  '{A:amount} (?:a|per|an) (?:share|user|unit|month|seat|barrel|tonne|head|arm|licence|license)\\b',
  '(?:at|from|to|below|above) {A:amount} each\\b',
  '(?:fines?|fined|ordered to pay|overpaid|inflated|altered|damages)\\b{~~60}{A:amount}',
  '(?:buy back|repurchase|share buyback){~~40}{A:amount}',
  '(?:market value|market capitali[sz]ation|worth on the market){~~20}{A:amount}',
  // Money that was spent, managed or owed, and the prices of other things.
  '(?:managed|manages|managing|under management|spending on|spent on (?:hardware|research|training)|trained,? [^.]{0,20}for|price of an? \\w+|cost of){~~40}{A:amount}',
  '(?:takeover|acquisition) (?:bid|offer|approach|price){~~20}{A:amount}|bid of {A:other}',
  '(?:stands? to (?:collect|receive|gain|make)|pocket(?:s|ed)?){~~20}{A:amount}',
  // The value of a stake is not a valuation of the company.
  'stake (?:put|valued|worth|estimated|priced)(?: at)? ?{A:amount}',
  '{%}{~40},? (?:worth|valued at) {A:amount}',
  // A position sold to raise cash; totals since foundation; what a fund usually invests.
  '(?:sold|selling|sale of) (?:its|his|her|their|the)? ?(?:whole |entire |remaining )?{~~25}(?:position|holding|stake){~12} for {A:amount}',
  '(?:sold|selling|position){~~60}{A:other} and {A:amount} of {P} (?:\\w+ )?(?:shares|stock)',
  '(?:cumulative|accumulated|lifetime|in all its history|since (?:its |the company.s )?(?:foundation|establishment|inception)){~~60}{A:amount}',
  '(?:total (?:funding|raised) to date|total raised since){~~20}{A:amount}',
  '(?:before this round|to date|so far),? {P} (?:has |had )?raised {A:amount}',
  '(?:including [^․.;]{0,30}deal|altogether|in total|all told), {P} has (?:now )?raised {A:amount}',
  '{P} has (?:now )?raised (?:a total of )?{A:amount} (?:in total|to date|so far|since|altogether)',
  '{P} invests between {A:amount}',
  '{P} invests {A:amount} in (?:the first rounds|early|companies|start-?ups)',
  'shares of {A:amount}|position for {A:other}',
  '(?:allocation|(?:rescue|aid|relief|stimulus|support) package|subsidy|scheme|relief)\\b{~~40}{A:amount}',
  '{A:amount} (?:package|subsidy|scheme|budget|fine|penalty) (?:to|for|of)',
];

export const NOISE_RULES: readonly Rule[] = SOURCES.map((source) => rule('noise', source, () => true));
