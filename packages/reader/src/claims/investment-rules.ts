import { draftInvestments } from './investment.ts';
import {
  againInvests,
  alsoInvests,
  byInvestor,
  invests,
  listed,
  mainInvests,
  partOfRound,
  raisedFrom,
  respectively,
  soleInvestor,
} from './investments-told.ts';
import { priceTalk } from './price-rules.ts';
import { type Rule, rule } from './rule.ts';

const DO = '(?:complet|finali[sz]|clos|sign|mak|announc|consider|plan)(?:es|ed|ing|e)?';

/** What an investor does to get a share of a company. */
const BUYS =
  '(?:buy|buys|buying|bought|acquir\\w+|purchas\\w+|tak(?:e|es|ing|en)|took|claim\\w*|pick\\w+ up|snap\\w+ up|scoop\\w* up|secur\\w+|gain\\w*|get|gets|getting|got|own|clinch\\w*|obtain\\w*)';
const SHARE = '(?:stakes?|holding|interest|shareholding|share|shares|equity|stock)';
/** Up to a party or sum; shares and dates may stand in it. */
const TO_PARTY = '[^․.;\\ue000-\\ue7ff\\uf000-\\uf3ff]';

export const INVESTMENT_RULES: readonly Rule[] = [
  rule(
    'investment',
    '{P:investor}{aux} (?:{invest}){~25} ?{A}(?:, {A}){0,4},? and {A},? respectively',
    respectively,
    [],
  ),
  rule(
    'investment',
    `{P:investor}{aux} (?:{invest}|spend|spends|spending|spent)${TO_PARTY}{0,25} ?{A:amount} (?:to|and|for|in order to) ${TO_PARTY}{0,40}?${SHARE}${TO_PARTY}{0,20}? (?:in|of) {P:issuer}`,
    invests(),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:led|leads|leading|co-led) {theDeal} (?:with|by (?:investing|putting in|contributing|pumping in)) (?:an? )?{~12}{A:amount}(?! (?:valuation|round))',
    invests(),
  ),
  rule(
    'investment',
    `{P:investor}{aux} (?:pay|pays|paying|paid|spend|spent) {~12}{A:amount} (?:for|on|to (?:buy|acquire|take|get)) (?:its |an? |the |{P}['’]s )?{P:issuer} ${SHARE}`,
    invests(),
  ),
  rule(
    'investment',
    `{P:investor}{aux} ${BUYS} ${TO_PARTY}{0,60}?(?:[\\ue800-\\uebff] |${SHARE} )(?:in|of) {P:issuer} (?:for|in exchange for|in return for|at|by (?:paying|investing)|through|via|with) {~30}{A:amount}(?! valuation)`,
    invests({ done: 'closed' }),
  ),
  rule(
    'investment',
    `{P:investor}{aux} ${BUYS} ${TO_PARTY}{0,60}?${SHARE} for {~12}{A:amount} (?:in|of) {~40}{P:issuer}`,
    invests({ done: 'closed' }),
  ),
  rule(
    'investment',
    `{P:investor}{aux} ${BUYS} (?:an? )?(?:further |additional |another )?{%} for {~12}{A:amount}`,
    invests({ done: 'closed' }),
  ),
  rule(
    'investment',
    '{P:investor}{aux} ma(?:de|kes?|king) an? (?:[\\w-]+ ){0,2}{A:amount} (?:[\\w-]+ ){0,3}(?:investment|injection|infusion|bet|commitment) (?:in|into|to|on) {P:issuer}',
    invests(),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:{invest})(?: money| funds)?(?: in| into)? {P:issuer} (?:through|via|by way of|by means of) {~25}{A:amount}(?! (?:[\\w-]+ ){0,3}(?:round|financing|raise))',
    soleInvestor({ asLead: false }),
  ),
  rule(
    'investment',
    "{P:investor}{aux} (?:{invest}){~25} ?{A:amount} (?:of|in|out of|towards?|as part of|into|as (?:an?|the|its) (?:\\w+ )?(?:investor|backer|participant) in) (?:the|its|an?|{P}['’]s) {A:whole} {round}(?:{~20}(?:in|into|for|of|by) {P:issuer})?",
    partOfRound,
    ['amount', 'whole'],
  ),
  rule(
    'investment',
    '{P:investor}{~70}stake in {P:issuer}[^․.;\\ue400-\\ue7ff]{0,80} (?:following|after|through|via|with|as part of|in return for|in exchange for) (?:an? )?{A:amount}(?: (?:[\\w-]+ ){0,2}(?:investment|injection|infusion))?',
    byInvestor,
  ),
  rule(
    'investment',
    '{P:investor}{aux} [^․.;\\ue000-\\uebff]{3,60}{P:issuer}[^․.;\\ue400-\\uebff]{0,90} (?:with|following|after|through|via) an? {A:amount} (?:[\\w-]+ ){0,2}investment',
    byInvestor,
  ),
  rule('investment', '(?:having|after) (?:{invest}) {A:amount}(?= (?:in|into|for|to)\\b)', (hit, reading) =>
    draftInvestments(hit, reading, hit.amount('amount'), reading.subjectOf(hit)),
  ),
  rule(
    'round',
    "{P:issuer}{aux} (?<verb>{raise}) (?:the |an? (?:additional |further |total of )?)?{A:amount}{~60} from (?:{~50} )?{P:investor}(?!['’]s)",
    raisedFrom,
  ),
  rule(
    'investment',
    '{P:issuer}{aux} (?:obtain|receive|get|secure|take)(?:s|ed|ing)? from {P:investor} an? (?:\\w+ ){0,2}investment of {A:amount}',
    soleInvestor(),
  ),
  rule(
    'investment',
    `{P:investor}{aux} complet(?:es|ed) (?:its|an?|{P}.s) (?:{A:amount} )?(?:\\w+ ){0,2}investment in {P:issuer}`,
    soleInvestor({ done: 'completed' }),
  ),
  rule(
    'investment',
    `{P:investor}{aux} ${DO} (?:its|an?|{P}.s) (?:\\w+ ){0,3}investment of {A:amount} in {P:issuer}`,
    soleInvestor(),
  ),
  rule(
    'investment',
    `{P:investor}{aux} ${DO} (?:{P}['’]s|its|an?) {A:amount} (?:\\w+ ){0,2}investment(?: in {P:issuer})?`,
    soleInvestor(),
  ),
  rule(
    'investment',
    'an? (?:\\w+ ){0,2}{A:amount} (?:[\\w-]+ ){0,2}(?:investment|injection|infusion|cheque|check) (?:from|by) {P:investor}',
    soleInvestor(),
  ),
  rule(
    'investment',
    "{P:investor}['’]s? (?:\\w+ ){0,2}{A:amount} (?:[\\w-]+ ){0,2}(?:investment|injection|infusion|bet|cheque|check) (?:in|into|on|for) {P:issuer}",
    invests(),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:back|bankroll|financ)(?:s|ed|ing|es)? {P:issuer} with {A:amount}',
    invests(),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:bet|bets|betting|splash\\w*|spend|spends|spending|spent|lavish\\w*|plough\\w*|plow\\w*|channel\\w*|funnel\\w*|pour\\w*|pump\\w*|infus\\w*|deploy\\w*|sink\\w*|sank|wager\\w*|risk\\w*) {~12}{A:amount} (?:in |more )?(?:on|in|into|behind) {P:issuer}',
    invests(),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:approached|talking to|held talks with|in talks with|discussing with) {P:issuer} (?:about|over|on) (?:{invest}) {A:amount}',
    invests({ status: 'in_talks' }),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:buy|buys|buying|bought|acquir\\w+|purchas\\w+|tak(?:e|es|ing)|took) an? {A:amount} (?:[\\w-]+ )?(?:stake|holding|interest) in {P:issuer}',
    invests(),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:inject|invest|put)(?:s|ed|ing)? {A:amount} into {P:issuer}',
    invests(),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:inject|invest|put)(?:s|ed|ing)? {A:amount} in {P:issuer}, [^.]{0,60}(?:reported|said)',
    soleInvestor({ asLead: false }),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:{invest}){~25} ?{A:amount}{~40}(?: in| into| to| on) {P:issuer}',
    invests(),
  ),
  rule('investment', 'by {invest} {A:amount} (?:to|in|into) {P:issuer}', (hit, reading) =>
    draftInvestments(hit, reading, hit.amount('amount'), reading.subjectOf(hit)),
  ),
  rule(
    'investment',
    '{P:investor}(?:{~60}){aux} (?:buy|buying|bought|acquir\\w+|purchas\\w+) {A:amount} (?:of|worth of|in) (?:\\w+ ){0,2}(?:stock|shares|tender)',
    invests(),
  ),
  rule(
    'investment',
    '{P:investor}{aux} bought {A:amount} in an? (?:\\w+ )?tender',
    invests({ secondary: true, done: 'completed' }),
  ),
  rule(
    'investment',
    '{A:amount}{aux}(?: would| will)?(?: come| coming| provided| supplied| contributed)? (?:from|by) {P:investor}',
    invests(),
  ),
  rule(
    'investment',
    "{P:investor}['’]s (?:own )?(?:\\w+ )?(?:cheque|check|share|contribution|outlay|total|part|portion)(?: (?:was|is|of|to|at|should|not|will|would|exceed|fall|drop|be|limited|worth|came))* ?{A:amount}",
    invests(),
  ),
  rule('investment', "nearly as much as {P:investor}['’]s {A:amount}", invests()),
  rule(
    'investment',
    '{P:investor}{~60}(?:commitment|contribution|investment|cheque|stake) of {~8}{A:amount}',
    invests(),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:limit|cap|reduce|cut)(?:s|ed)? (?:\\S+ ){1,2}total to {A:amount}',
    invests(),
  ),
  rule(
    'investment',
    '{P:investor}{~~60}, (?:handing over|paying|putting in|investing) {A:amount}(?: (?:in|into) {P:issuer})?',
    invests(),
  ),
  rule(
    'investment',
    '{P:investor} wrote (?:the|an?) (?:\\w+ ){0,2}cheque,? (?:of |for )?{A:amount}',
    invests(),
  ),
  rule('investment', '{P:investor}{aux} have {A:amount} in {P:issuer}', invests()),
  rule(
    'investment',
    '{P:investor}{~60}(?:loans?|debt|credit)(?: totalling| of| worth) {A:amount}',
    invests(),
  ),
  rule(
    'investment',
    '{P:investor},?{aux} (?:{invest}){~25} ?{A:amount}(?! (?:of|in) (?:seed|extra)| in (?:its|an?|their|{P}.s) (?:[\\w-]+ ){0,3}{round})',
    invests(),
  ),
  rule('investment', '{P:investor} (?:provided|gave|supplied) {A:amount} (?:of|in) seed capital', invests()),
  rule('investment', '{P:investor}{~70} and (?:added|put in|invested|contributed) {A:amount}', invests()),
  rule(
    'investment',
    '(?:,|,? and|,? while|;) {role}{P:investor},? {A:amount}(?= ?(?:[,.․;)]|and\\b|$))',
    alsoInvests,
  ),
  rule('investment', 'followed by an? (?:additional|further|second|subsequent) {A:amount}', againInvests),
  rule(
    'investment',
    'the {A:amount} {P:investor} (?:agreed|pledged|promised|committed) to invest in {P:issuer}',
    invests({ status: 'agreed' }),
  ),
  rule(
    'investment',
    'sell {A:amount} of (?:\\w+ ){0,3}(?:stock|shares) to {P:investor}',
    invests({ secondary: true }),
  ),
  rule('investment', '{P:investor} ?: ?{A:amount}(?<lead> \\(lead)?', listed),
  rule(
    'investment',
    '{closing}[^․.]{0,30}: {A:amount}, through {P}'.replace(
      '{closing}',
      '(?:first|second|third|final|initial|last) closing',
    ),
    mainInvests(),
  ),
  rule('investment', '(?:figure|amount|sum|contribution) under discussion is {A:amount}', mainInvests()),
  rule(
    'investment',
    '(?:the |its )?total (?:investment )?(?:amount )?(?:will|would|could) (?:be|fall to|drop to) {A:amount}',
    mainInvests(),
  ),
  rule('investment', 'total of {A:amount} net of syndication', mainInvests()),
  rule(
    'investment',
    'agreement (?:provided|provides) for (?:an? )?investment of {A:amount}',
    mainInvests({ status: 'agreed' }),
  ),
  rule('investment', '(?:price|deal|cheque) at {A:amount} and at {A:second}', priceTalk, [
    'amount',
    'second',
  ]),
];
