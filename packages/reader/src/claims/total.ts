import { draftInvestments } from './investment.ts';
import type { Reading } from './reading.ts';
import { draftRound } from './round.ts';
import { type Hit, type Rule, rule } from './rule.ts';

const BRINGS =
  '(?:bring(?:s|ing)?|brought|tak(?:e|es|ing)|took|push(?:es|ed|ing)?|lift(?:s|ed|ing)?|rais(?:e|es|ed|ing)|boost(?:s|ed|ing)?|increas(?:es|ed|ing)|expand(?:s|ed|ing)|upsiz(?:es|ed|ing)|extend(?:s|ed|ing))';
const WHOSE = "(?:the |its |their |our |{P}['’]s |{P}['’] )?";
const MONEY = '(?:funding|funds|raised|capital|equity|financing|fundrais\\w+|raise|haul|backing|money)';

/** What a company raised since it began, what many companies raised together, and what funds and listings took in. */
const SOURCES: readonly string[] = [
  `${BRINGS} ${WHOSE}(?:[\\w-]+ ){0,2}(?:total|overall|cumulative|aggregate|lifetime|all-time) (?:[\\w-]+ ){0,3}${MONEY}\\b{~~40}(?:to|past|above|over|at) (?:date to )?{A:amount}`,
  `${BRINGS} ${WHOSE}${MONEY} (?:raised )?to date to {A:amount}`,
  `(?:total|overall|cumulative) (?:[\\w-]+ ){0,3}(?:to date|so far|since){~~30}{A:amount}`,
  `{P}['’]s (?:total|overall) (?:[\\w-]+ ){0,2}${MONEY}(?: raised)? (?:is|stands at|now stands at|to|of|reached|has reached) {A:amount}`,
  `{P}{aux} (?:raised|secured|attracted|received|collected) (?:a (?:combined |cumulative )?total of )?{A:amount} (?:in|of) (?:(?:total|overall|cumulative) |[\\w-]+ ){0,3}${MONEY},? (?:to date|so far|in total|altogether|since)`,
  '{P}{aux} (?:altogether |in total |so far |to date )(?:raised|secured|attracted) {A:amount}',
  '{P}{aux} (?:raised|secured|attracted|received|collected) (?:a (?:combined |cumulative )?total of )?{A:amount},? (?:in (?:total|all|aggregate)|to date|so far|altogether|overall)',
  '(?:since (?:its|their|our|the company.s) (?:founding|launch|start|creation|beginnings)|to date){~~30},? {P}{aux} (?:raised|secured|attracted) {A:amount}',
  `(?:startups|start-ups|companies|firms|ventures|scale-ups|founders)(?: in {P})?{aux} (?:\\w+ly |together )?(?:raised|secured|attracted|received|netted|garnered|raise){~40}{A:amount}`,
  '(?:deals|rounds|transactions)["”]?,? (?:worth|totall?ing|valued at|of){~20}{A:amount}',
  '(?:tracked|counted|recorded) {~20}{A:amount}',
  '{A:amount} (?:worth )?(?:of|in) (?:[\\w-]+ ){0,3}(?:deals|rounds)\\b',
  '{A:amount} (?!in (?:new|fresh) funds\\b)(?:[\\w-]+ ){0,4}(?:fund|vehicle|funds|vehicles)\\b',
  '{A:amount} (?:across|for) (?:its |their |an? )?(?:[\\w-]+ ){0,2}(?:funds?|vehicles?)\\b',
  "(?:clos(?:e|es|ed|ing)|launch(?:es|ed|ing)?|debut\\w*|raised) (?:[\\w’'-]+ ){0,6}funds?\\b(?: \\w+)?{~12}(?:at|with|of|on|worth) {A:amount}",
  '{A:amount} (?:acquisition|takeover|buyout|merger|IPO|initial public offering)\\b',
  "(?:acquir(?:e|es|ed|ing)|acquisition of|takeover of|buyout of|merger with) (?:(?:(?!stake|shares|stock|interest)[\\w’'.-]+|{P}(?:['’]s)?) ){1,6}for {~12}{A:amount}",
  '(?:IPO|initial public offering|underwritten public offering)\\b{~~70}(?:raised|raising|proceeds of|worth|(?<!valuation )(?<!value )of) {A:amount}',
  '(?:raised|raising) {A:amount} in (?:an?|its|the) (?:[\\w-]+ ){0,2}(?:IPO|initial public offering|public offering)\\b',
];

/** "bringing its total investment to A": the running total of the investor the sentence just told of. */
function runningTotal(hit: Hit, reading: Reading): boolean {
  const last = reading.drafts.findLast(
    (draft) => draft.type === 'investment' && draft.sentence === reading.sentence,
  );
  if (last?.type !== 'investment') return false;
  const named = reading.parties(hit, 'issuer')[0]?.value;
  if (named !== undefined && named !== last.issuer.value) return false;
  const made = draftInvestments(hit, reading, hit.amount('amount'), [last.investor], { status: 'completed' });
  const total = reading.drafts.at(-1);
  if (made && total?.type === 'investment') total.when = undefined;
  return made;
}

/** "bringing the round to A": the size of the deal with all its closings. */
const roundSize = (hit: Hit, reading: Reading): boolean =>
  draftRound(hit, reading, hit.amount('amount'), { whole: true }) !== undefined;

export const TOTAL_RULES: readonly Rule[] = [
  rule(
    'round',
    `(?:tranche|closing|extension)[^․.;\\ue400-\\uebff]{0,80}${BRINGS} ${WHOSE}total(?: (?:amount|size|raised|proceeds|round))* to {A:amount}`,
    roundSize,
  ),
  rule(
    'round',
    `${BRINGS} ${WHOSE}(?:total )?(?:size |amount |take |haul )?(?:of |in |for )?(?:the |its |that )?(?:[\\w-]+ ){0,3}(?:round|(?:pre-)?series [a-k](?:[- ]?\\d)?|seed|fundraise)(?: (?:funding|financing|round|total|size|raise))*{~20} to (?:a total of |an even |a full )?{A:amount}`,
    roundSize,
  ),
  ...SOURCES.map((source) => rule('noise', source, () => true)),
];

/** Tried where the sums before them in the sentence have been read. */
export const RUNNING_TOTAL_RULES: readonly Rule[] = [
  rule(
    'investment',
    `${BRINGS} (?:its|{P}['’]s|their) (?:total |overall |cumulative )(?:investment|commitment|outlay|spending)(?: in {P:issuer})?(?: so far| to date)? to {A:amount}`,
    runningTotal,
  ),
];
