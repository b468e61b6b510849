import { headlineValue } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { type Rule, rule } from './rule.ts';

/** Sums that are no financing: they are taken first, so that no other rule can mistake them. */
const SOURCES: readonly string[] = [
  // What a sector, a week or a fund's portfolio raised together.
  '(?:start-?ups|companies|firms|ventures|businesses|scale-?ups|sector|ecosystem|industry|market) (?:\\w+ ){0,4}(?:have |has |had )?(?:collectively |together |jointly )?(?:raised|secured|attracted|received|garnered|bagged|pulled in|drew) (?:\\w+ ){0,4}{A:amount}',
  '{A:amount} (?:\\w+ ){0,2}(?:of|in) (?:\\w+ ){0,3}(?:investments?|funding|deals) (?:in|into|across|to|for) (?:\\w+ ){0,3}(?:start-?ups|companies|sector|cleantech|fintech|firms)',
  '(?:funding|financing|investment|deal) gap{~~20}{A:amount}',
  '{A:amount} (?:across|in|from|over) (?:\\d+|\\w+) (?:deals|rounds|transactions|start-?ups|companies)\\b',
  '{A:amount} {~20}(?:the|in the) (?:previous|prior|preceding|same) (?:week|month|quarter|year|period)',
  // Business results and prices.
  '(?:revenues?|sales|turnover|profits?|loss(?:es)?|earnings|ebitda|dividends?|income|order intake|budget|costs?|fees?|fine[sd]?|bonus(?:es)?|compensation|salary|damages)\\b(?:(?!valuation|valu(?:es|ed|ing) |rais(?:ed|es|ing) )[^\\ue400-\\uebff.;:!?]){0,40}?{A:amount}',
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
  '(?:acquir(?:ed|es|ing|e)|buys|bought|merg(?:ed|es|ing)|takeover|acquisition|buyout)(?:(?!stake|shares|minority|interest|invest)[^․.;]){3,90} in an? {A:amount} (?:[\\w-]+ ){0,3}(?:deal|transaction|acquisition|buyout)\\b',
  '(?:acquir(?:ed|es|ing|e)|buys|bought|merg(?:ed|es|ing)|takeover|acquisition|buyout)(?:(?!stake|shares|minority|interest|invest)[^․.;]){3,90} (?:deal|transaction)(?: \\w+)? (?:valued at|worth|of|for) {~12}{A:amount}',
  '(?:companies|start-?ups|businesses) [^․.;\\ue000-\\ue3ff\\ue400-\\uebff]{3,80} (?:have |has )?(?:collectively |together )?(?:raised|secured|attracted|received) {~20}{A:amount}',
  '(?:issue|offer|offering|share|subscription|conversion|exercise|strike) price (?:of|at|is|was) {~12}{A:amount}',
  'stakes? in {P}{aux} (?:valued|worth|estimated|priced)(?: at)? {~20}{A:amount}',
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
  '{P}{aux} now (?:raised|attracted|secured|received) {A:amount}(?: in (?:funding|financing|capital|equity|investment|venture capital))?(?= ?(?:[․.,]| to | from | and )| in total|$)',
  '{A:amount} {~30}(?:flowed|flowing|poured|pouring|went|streamed|funnel\\w*|channel\\w*) (?:in)?to (?:[\\w-]+ |{P} ){0,3}(?:start-?ups|companies|firms|sector|industry)',
  '{A:amount} of (?:the|this|its|that|these) (?:new |fresh )?(?:funding|funds|money|proceeds|cash|capital|round|total|investment)(?: \\w+)? (?:going|goes|will go|would go|is to go|earmarked|set aside|allocated|reserved)',
  '{P} invests between {A:amount}',
  '{P} invests {A:amount} in (?:the first rounds|early|companies|start-?ups)',
  'shares of {A:amount}|position for {A:other}',
  '(?:allocation|(?:rescue|aid|relief|stimulus|support) package|subsidy|scheme|relief)\\b{~~40}{A:amount}',
  '{A:amount} (?:package|subsidy|scheme|budget|fine|penalty) (?:to|for|of)',
];

/** Less than this is the price of a share or of a thing. */
const LEAST = Rational.of(1_000);

export const NOISE_RULES: readonly Rule[] = [
  rule('noise', '{A:amount}', (hit) => {
    const amount = hit.amount('amount')?.amount;
    return amount !== undefined && headlineValue(amount).compare(LEAST) < 0;
  }),
  ...SOURCES.map((source) => rule('noise', source, () => true)),
];
