import {
  betweenBoth,
  contractWith,
  eachAgain,
  goesOn,
  pledge,
  sameForBoth,
  toFund,
  toNamed,
  toVenture,
  ventureSpending,
} from './commitment.ts';
import { type Rule, rule } from './rule.ts';

const GIVE =
  '(?:commit|put|pledg|promis|contribut|invest|provid|set aside|earmark|allocat|chip|pour|inject|plough|sink)(?:s|e|es|ed|ing|ting|ted)?(?: in| up)?';

export const COMMITMENT_RULES: readonly Rule[] = [
  rule(
    'commitment',
    `{P:by}{aux} ${GIVE}(?: to)? {A:amount}(?: each| apiece)? (?:to|into|in|for|towards) (?:(?:the|their|its) (?:joint )?venture,? )?{P:to}`,
    toVenture(),
  ),
  rule(
    'commitment',
    `{P:by}{aux} ${GIVE}(?: to)? {A:amount}(?: each| apiece)?(?: of (?:its|{P}['’]s|their) own (?:money|cash|capital))? (?:to|into|in|for|towards) (?:(?:the|an?|its|{P}['’]s|their) )?(?:[\\w-]+ ){0,4}?(?:fund, |vehicle, )?{P:to}`,
    toFund(),
  ),
  rule(
    'commitment',
    `(?:fund|vehicle|pool|programme|initiative|project) (?:called|named|dubbed|known as) {P:to},? (?:with|to which) {P:by}{aux} ${GIVE} {A:amount}`,
    toNamed(),
  ),
  rule(
    'commitment',
    `{P:by}['’]s (?:\\w+ )?(?:commitment|pledge|contribution|promise|share)(?: of| is| was| at|:)? {A:amount} (?:to|for|of|in|towards) {P:to}`,
    toVenture(),
  ),
  rule(
    'commitment',
    `{P:by}['’]s {A:amount} (?:commitment|pledge|contribution|promise) (?:to|for|towards) {P:to}`,
    toVenture(),
  ),
  rule(
    'commitment',
    `{A:amount} {P:by} (?:has |have )?(?:already )?(?:pledged|promised|committed) to {P:to}`,
    toVenture({ status: 'agreed' }),
  ),
  rule('commitment', `{P:by}{aux} (?:each )?${GIVE}(?: to put in)? {A:amount} (?:each|apiece)`, toVenture()),
  rule('commitment', `{P:by}(?:,| -+| –| —)?{aux} each{aux} ${GIVE}(?: in)? {A:amount}`, toVenture()),
  rule(
    'commitment',
    `each(?: of (?:them|the \\w+(?: \\w+)?)| compan(?:y|ies)| partners?| side| party)?{aux} ${GIVE}(?: in)? {A:amount}`,
    eachAgain,
  ),
  rule(
    'commitment',
    '{A:amount} of (?:it|{P}) is (?:expected|due|set) to be spent on {P:to}',
    (hit, reading) => ventureSpending(hit, reading),
  ),
  rule(
    'commitment',
    '{P:by}{aux} (?:contracted|agreed|committed|signed up|pledged|promised|signed an? (?:\\w+ ){0,3}(?:deal|contract|agreement)) to (?:buy|purchase|spend|lease|rent|use) {~25}{A:amount}(?: worth)? (?:of|on|for|in|with|from) (?:\\w+ ){0,3}(?:from |with )?{P:to}',
    toNamed({ status: 'agreed' }),
  ),
  rule(
    'commitment',
    "{P:by}{aux} (?:spend|buy){~12} {A:amount}(?: a year| per year| annually)? (?:on|of) {P:to}(?!(?:['’]s?)? (?:\\w+ )?(?:shares?|stock|equity|stakes?|bonds?|notes|debt))",
    toNamed(),
  ),
  rule(
    'commitment',
    "{P:by}{aux} (?:fill|equip|stock) (?:{P}|\\w+) with {A:amount} of {P:to}['’]s",
    toNamed(),
  ),
  rule('commitment', "{P:by}{aux} spending {A:amount} on {P}['’]s partnership with {P:to}", toNamed()),
  rule(
    'commitment',
    `{P:by}{aux} ${GIVE} {A:amount}(?= and {P}|, {P}|, while|, with|\\.|$)`,
    (hit, reading) => reading.roles.ventures.size > 0 && toVenture()(hit, reading),
  ),
  rule('commitment', `(?:and|while|with|,) {P:by}{aux} (?:${GIVE} )?{A:amount}(?! (?:stake|in))`, goesOn),
  rule('commitment', '{P:by}{aux} secured ["“]?{A:amount}', toVenture({ status: 'rumoured' })),
  rule(
    'commitment',
    'source close to {P:by} mentioned an? (?:commitment|pledge|contribution) of {A:amount}',
    toVenture({ status: 'rumoured' }),
  ),
  rule('commitment', '(?:number|figure|sum|amount), {A:amount} each', eachAgain),
  rule(
    'commitment',
    '{P:both} (?:have |had )?(?:agreed|signed|struck|inked|entered)[^;.]{0,90}(?:contract|deal|agreement|order)s? (?:worth|valued at|of) {A:amount}',
    betweenBoth,
  ),
  rule(
    'commitment',
    '{P:by}{aux} (?:sign|ink|strik|struck|award|announc)\\w* an? (?:[\\w-]+, )?(?:{A:amount}|[\\w-]+) (?:[\\w-]+ ){0,3}(?:contract|supply deal|cloud deal|order|purchase agreement) with {P:to}(?:{~20}(?:worth|valued at) {A:worth})?',
    contractWith,
    ['amount', 'worth'],
  ),
  rule(
    'commitment',
    '{P:to}{aux} (?:won|wins|win|secured|secures|landed|lands|bagged|clinched|received) an? (?:[\\w-]+,? ){0,3}{A:amount} (?:[\\w-]+ ){0,3}(?:contract|order|supply deal|cloud deal|purchase agreement) (?:from|with) {P:by}',
    toNamed({ status: 'agreed' }),
  ),
  rule(
    'commitment',
    '{P:by}{~20} (?:start|begin) with an? {A:amount} commitment to (?<cause>[^,.;\ue000-\uf3ff]{3,80}?)(?= and to what|[,.;]|$)',
    toNamed({ status: 'planned' }),
  ),
  rule(
    'commitment',
    '{P:by}{~20}(?:is|was|puts? in|contributes?|pays?) {A:amount},? (?:and|with) {P:other}{~20}the same(?: amount| again| sum)?',
    sameForBoth,
  ),
];

/** In a text about a venture, what is left of the sums is what the venture means to spend. */
export const VENTURE_SPENDING_RULES: readonly Rule[] = [
  rule(
    'commitment',
    '{A:amount}{~~60}(?:over|in|within|in the course of)(?: the)?(?: next| coming)? (?:\\w+ )?(?:years|months)',
    toVenture({ own: true, done: 'planned' }),
  ),
  rule(
    'commitment',
    '(?:within|over|in) (?:\\w+ ){1,3}(?:years|months){~12} {A:amount}',
    toVenture({ own: true, done: 'planned' }),
  ),
  rule(
    'commitment',
    '(?:the )?(?:first )?{A:amount}{~~60}(?:immediately|at once|straight away|{D})',
    toVenture({ own: true, done: 'planned' }),
  ),
  rule(
    'commitment',
    '(?:target|goal|planned investment|plans to (?:spend|invest)|come to|invest|put|poised to invest){~25} ?{A:amount}',
    toVenture({ own: true, done: 'planned' }),
  ),
  rule(
    'commitment',
    '{A:amount}',
    (hit, reading) =>
      reading.roles.ventureIsTopic &&
      reading.roles.mainIssuer === undefined &&
      pledge(hit, reading, { own: true, done: 'planned' }),
  ),
];
