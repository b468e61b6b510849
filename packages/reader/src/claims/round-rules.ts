import { membersFrom } from './backer-lists.ts';
import type { Reading } from './reading.ts';
import { draftRound, NEXT_WORDS, round, TO_DATE } from './round.ts';
import { type Hit, type Rule, rule } from './rule.ts';
import { STOCK, secondary } from './secondary-sale.ts';

/** Verbs that only speak of a financing when a financing noun stands with the sum. */
const WEAK =
  /\b(?:tak|took|clos|complet|conclud|announc|sign|receiv|get|got|add|arrang|land|win|won|launch|discuss|issu|target|seek|look|bring|brought|drew|draw)/i;

/** "Mill raised $2m", "Mill closed a $2m seed round": weak verbs want a financing noun near the sum. */
function subjectRaises(hit: Hit, reading: Reading): boolean {
  const verb = hit.text('verb') ?? '';
  const around = `${hit.words}${NEXT_WORDS.exec(hit.after)?.[0] ?? ''}`;
  if (WEAK.test(verb) && !FINANCING.test(around)) return false;
  // What was raised since some day is a total over several deals.
  if (hit.dateNear()?.bound === 'since' && !FINANCING.test(NEXT_WORDS.exec(hit.after)?.[0] ?? ''))
    return true;
  if (TO_DATE.test(hit.after)) return true;
  const round = draftRound(hit, reading, hit.amount('amount'));
  if (round === undefined) return false;
  const subjects = reading.parties(hit, 'issuer');
  for (const { value, span } of subjects.length > 1 ? subjects : []) {
    if (value !== round.issuer.value)
      round.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  }
  return true;
}

const FINANCING =
  /\b(?:round|raise[sd]?|financing|funding|fundrais\w+|series [a-k]\b|seed|capital|placement|facility|loans?|grants?|notes?|SAFEs?|allotment|investments?|equity|debt|extension|stock|post-money|pre-money|talks over|look(?:s|ing)? for)\b/i;

/** The parties of a slot, with those its list names before and behind it. */
const membersOf = (hit: Hit, reading: Reading, slot: string) =>
  slot === 'backer' ? membersFrom(hit, reading, slot) : reading.parties(hit, slot);

/** Backers that stand with the sum. */
const withBackers =
  (...slots: readonly string[]) =>
  (hit: Hit, reading: Reading): boolean => {
    const round = draftRound(hit, reading, hit.amount('amount'));
    for (const { value, span } of slots.flatMap((slot) => membersOf(hit, reading, slot))) {
      if (value !== round?.issuer.value)
        round?.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
    }
    return round !== undefined;
  };

/** Who leads stands before the sum: "P led the A round", "P is leading an A investment in P". */
function ledBy(hit: Hit, reading: Reading): boolean {
  const round = draftRound(hit, reading, hit.amount('amount'));
  for (const { value, span } of reading.parties(hit, 'lead'))
    round?.leads.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  return round !== undefined;
}

/** "A financing by P, Q and R": those who give are several, or give by trade; a single company raises. */
const isOfGivers = (hit: Hit, reading: Reading): boolean => {
  const parties = reading.parties(hit, 'backer');
  return parties.length > 1 || parties.some(({ value }) => value.investor);
};

const LEDS = '(?:spearhead|spearheads|spearheading|spearheaded|led|leads|leading|lead|co-led|co-leads)';

/**
 * The one sum of a sentence that speaks of a financing and opens with a company which gives none: nothing else claims it,
 * so it is that company's round.
 */
function onlySum(hit: Hit, reading: Reading): boolean {
  const words = hit.frame.skeleton.text;
  if (hit.frame.amounts.length !== 1 || !CERTAIN_ROUND.test(words) || OTHER_MATTERS.test(words)) return false;
  const company = reading.ownCompany(hit.frame.skeleton.origin(hit.end, hit.end)[0]) ?? reading.topic();
  if (company === undefined || reading.isInvestor(company) || reading.namesVenture()) return false;
  return draftRound(hit, reading, hit.amount('amount')) !== undefined;
}
const CERTAIN_ROUND =
  /\b(?:(?:funding|financing|investment|equity|venture) round|round of (?:funding|financing|investment)|series [a-k]\b|seed (?:round|funding|financing)|fundrais(?:e|er|ing)|capital raise|(?:raised|raising|raises|raise|secured|secures|attracted|bagged|landed|nabbed)\b(?! (?:concerns|questions|prices|hopes|awareness|eyebrows))|venture (?:debt|funding)|convertible notes?|fresh (?:capital|funding|funds))\b/i;
const OTHER_MATTERS =
  /\b(?:revenues?|sales|profits?|loss(?:es)?|market|IPO|public offering|listing|acqui\w+|merg\w+|valu\w+|total\w*|to date|so far|since|combined|collectively|cumulative\w*|companies|start-?ups|founders|sector|industry|deals|funds?\b(?! (?:from|to))|net worth|wealth|tax|fines?|budget|stolen|customers|users|per share|price|cost\w*|spend\w*|worth|owe[sd]?|repay\w*|assets|stake|each|average|usually|typically|minimum|up to \d+%)\b/i;

export const ROUND_RULES: readonly Rule[] = [
  rule(
    'round',
    `{P:lead},?{aux} ${LEDS} (?:an?|the|its|{P}['’]s) {A:amount} (?:[\\w-]+ ){0,3}(?:investment|{round})(?: (?:in|for|of|into) {role}{P:issuer})?`,
    ledBy,
  ),
  rule(
    'round',
    `{P:lead},?{aux} ${LEDS} (?:an?|the|its|{P}['’]s) {A:amount} in(?:to)? {role}{P:issuer}`,
    ledBy,
  ),
  rule(
    'round',
    `{P:backer} (?:joined|joins|joining) {P:second} in an? {A:amount} (?:[\\w-]+ ){0,3}(?:investment|round|financing|funding) (?:in|for|of) {noDeal}{~60}{P:issuer}`,
    withBackers('backer', 'second'),
  ),
  rule(
    'round',
    '{P:backer}{aux} (?:part of|(?:took|taking|takes) part in|participat\\w+ in|invest\\w+ in|joined|joining|back\\w*|support\\w*|bankroll\\w*|financ\\w*|contribut\\w+ to|anchor\\w*) an? {~40}{A:amount} (?:[\\w-]+ ){0,3}(?:investment|round|financing|funding) (?:in|for|of) {noDeal}{~60}{P:issuer}',
    withBackers('backer'),
  ),
  rule(
    'round',
    '(?:consortium|group|syndicate|club|trio|clutch|pair) (?:of|led|including|compris\\w+|made up|consisting|that|which)[^․;\\ue400-\\ue7ff]{0,140} (?:{invest}) {~12}{A:amount}(?: (?:in|into) {noDeal}{~60}{P:issuer})?',
    round(),
  ),
  rule(
    'round',
    '{A:amount} (?:[\\w-]+ ){0,3}(?:investment|{round}) (?:in|into) {noDeal}{~60}{P:issuer}(?! (?:loans|debt))',
    round(),
  ),
  rule(
    'round',
    '{A:amount} (?:[\\w-]+ ){0,3}(?:investment|{round}) from (?:[a-z-]+ ){0,3}(?:investors|backers|firms|funds|angels)(?:,? (?:including|such as|like))? {P:backer}',
    withBackers('backer'),
  ),
  rule('round', '{A:amount} {round} from (?:both )?{role}{P:backer}', withBackers('backer')),
  rule(
    'round',
    '{P:backer}{aux} (?:back|support|bankroll|financ|fund)(?:s|es|ed|ing)? {role}{P:issuer} (?:in|with|through|via|to the tune of) (?:(?:an?|its|the|another|fresh|new) )?(?:[\\w-]+ ){0,2}{A:amount}(?! (?:valuation|post-money|pre-money))',
    withBackers('backer'),
  ),
  rule(
    'round',
    '(?:{who})(?: [\\w-]+){0,2}{aux} (?:{invest}) {~12}{A:amount} in(?:to)? {role}{P:issuer}',
    round(),
  ),
  rule(
    'round',
    '{P:backer}{aux} (?:{invest}|participated) {~12}{A:amount}(?:{~40}(?: in| into) {P:issuer})?',
    (hit, reading) =>
      hit.refs('backer').length > 1 &&
      (hit.has('issuer') || !reading.namesVenture()) &&
      withBackers('backer')(hit, reading),
  ),
  rule(
    'round',
    '{P:issuer},? ?\\((?:[^()\\ue000-\\ue7ff]{0,40}[,;:] ?)?{A:amount}(?:[,;:]? ?(?:in |an? )?(?:{stage}|{round})|[^()]{0,40}(?:series|seed|round|led by|funding))',
    round(),
  ),
  rule(
    'round',
    '^[^\\p{L}\\ue000-\\ue3ff]{0,8}{P:issuer}(?: \\([^()]{2,60}\\))?,? ?(?:[-–—:|,]|in)? ?{A:amount}(?:[,;:|]? ?(?:in |an? |[-–—|] ?)?(?:{stage}|{round})|[^․.]{0,40}(?:series|seed|round|led by))',
    round(),
  ),
  rule(
    'round',
    '(?:raising|raised|raises|raise|rounds?|deals?|financings?|fundraises?){~~80}(?:,|and|are|were|was|by|include|included|to|:) {P:issuer} (?:with|at|on|for) {A:amount}(?! (?:fund|vehicle|valuation|in (?:revenue|sales|annual)))',
    round(),
  ),
  rule(
    'round',
    '{P:issuer}[^․.;]{0,40} (?:with|after|following|on the back of) (?:an?|its|the) (?:[\\w-]+ ){0,2}{A:amount} {round}',
    round(),
  ),
  rule(
    'round',
    '(?:stock|shares|notes|debentures|placement|warrants|units)\\b{~~70}(?:{A} (?:per|a|each)\\b{~~40})?(?:gross |net |aggregate |total |cash )*(?:proceeds|purchase price|consideration) of {~20}{A:amount}',
    round(),
  ),
  rule(
    'round',
    '{P:issuer}{aux} (?:extend|expand|increas|upsiz|enlarg|top)\\w*(?: up)? (?:its|the|an?|{P}.s) (?:[\\w-]+ ){0,3}{round},? (?:by|with) (?:an? )?(?:additional |further |extra |new )?{A:amount}',
    round(),
  ),
  rule(
    'round',
    '(?:extend|expand|increas|upsiz|enlarg|top|boost|lift|bump|grow|grew|rais)\\w*(?: up)? (?:its|the|an?|{P}.s) (?:(?!valuation)[\\w-]+ ){0,3}{round}[^․.;\\ue400-\\ue7ff]{0,120} (?:from {A} )?to {A:amount}',
    round({ whole: true }),
  ),
  rule(
    'round',
    '{round}(?:{~20}){aux} (?:earn|net|land|bring|hand|garner|secure|yield)(?:s|ed|ing)? {P:issuer} {A:amount}(?! (?:valuation|post|pre))',
    round(),
  ),
  rule(
    'round',
    'secondary (?:share |stock )?sales?(?: {~12})? (?:worth|of|totall?ing) {A:amount}',
    secondary(),
  ),
  rule('round', `employees sold {A:amount}(?: of ${STOCK})?`, secondary()),
  rule('round', `authori[sz]ed {A:amount} of ${STOCK} for sale`, secondary({ status: 'planned' })),
  rule('round', '(?<!equity |debt |bond )sale of {A:amount}(?! loan)', secondary()),
  rule('round', '{P:issuer}{aux} (?<verb>{raise}){~~60}{A:amount}', subjectRaises),
  rule(
    'round',
    "{P:issuer}['’]s {~30}{round},?{~~30}(?:of|totals|totalling|worth|brought in|was|is) {A:amount}",
    round(),
  ),
  rule('round', '{P:issuer}[\'’]s? (?:\\w+ ){0,2}["“]?{A:amount} {round}', round()),
  rule('round', '{P:issuer} has an agreement for {A:amount}', round({ status: 'agreed' })),
  rule('round', 'the {A:amount} {P:issuer} announced', round({ status: 'agreed', background: true })),
  rule(
    'round',
    '{A:amount} {round} by (?:both )?{role}{P:backer}',
    (hit, reading) => isOfGivers(hit, reading) && withBackers('backer')(hit, reading),
  ),
  rule('round', '{A:amount} {round}(?: in| for| of| by)? {P:issuer}', round()),
  rule('round', '{A:amount} {round} (?:of|for|at) {role}{P:issuer}', round()),
  rule('round', '{D} {A:amount} {round}', round({ background: true })),
  rule(
    'round',
    '{round}{~20}(?:would|will|could) (?:shrink|fall|drop|be cut|be reduced) from {A} to {A:amount}',
    round(),
  ),
  rule(
    'round',
    '(?:the|an?|its|their|this|another) (?:(?!pre|post|own|stake)[\\w-]+ ){0,3}{A:amount} {round}',
    round(),
  ),
  rule(
    'round',
    '{round}{~~30}(?:of|totals|totall?ing|totall?ed|reached|came to|stood at|worth|brought in|was|at|ranging from|range from|between) {A:amount}',
    round(),
  ),
  rule(
    'round',
    '{A:amount} (?:in|of) (?:(?!revenue|sales|seed capital)\\w+ ){0,3}(?:funding|capital|financing|equity|debt|notes|SAFEs|grants|loans)(?! for \\d)',
    round(),
  ),
  rule(
    'round',
    '(?:raise|raising|raised|take|took|taking|bring in|look for|hunting for) {A:amount}',
    (hit, reading) => TO_DATE.test(hit.after) || round()(hit, reading),
  ),
  rule(
    'round',
    '(?:taking|bringing|brings?|would bring) (?:the )?(?:total|round){~20} to {A:amount}',
    round({ total: true }),
  ),
  rule(
    'round',
    '(?:amount|total|capital)(?: capital)? (?:raised|funded|secured){~~40}(?:comes to|is|was|:|totals|of) ?{A:amount}',
    round(),
  ),
  rule('round', 'that (?:makes|brings it to) {A:amount}', round({ status: 'completed' })),
  rule('round', 'against the {A:amount} announced', round({ status: 'agreed' })),
  rule('round', '(?:financing|funding|investment) package of {A:amount}', round({ status: 'agreed' })),
  rule('round', 'with {A:amount} pencilled in', round({ status: 'planned' })),
  rule('round', '(?:says|said) ["“]{A:amount}["”]', round({ status: 'rumoured' })),
  rule(
    'round',
    '(?:talk|whispers?|word|gossip|rumou?rs?|speculation) (?:was|were|is|of|put it at) {A:amount}',
    round({ status: 'rumoured' }),
  ),
  rule('round', 'aggregating to {A:amount}', round()),
  rule('round', 'was said to be {A:amount}', round()),
  rule('round', '(?:said|says) (?:it|the (?:sum|figure|amount|round)) (?:was|is) {A:amount}', round()),
  rule('round', '(?:another|a separate) {A:amount}, (?:now )?as {~20}(?:notes|SAFEs)', round()),
  rule('round', '(?:a )?(?:separate |further )?{A:amount} came in as', round()),
  rule(
    'round',
    'put the (?:equity|debt) (?:component|part|portion) at {A:amount}',
    round({ status: 'rumoured' }),
  ),
  rule('round', 'on top of {A:amount} {D}', round({ background: true })),
  rule(
    'round',
    '(?:rounds|raises|deals|fundings?|financings|fundraises|investments)\\b[^․.;\\ue400-\\ue7ff]{0,60}(?::|included?|including|were|are|from|by|for){~~90}{P:issuer} \\({A:amount}\\)',
    round(),
  ),
  rule(
    'round',
    '(?:rounds|raises|deals|fundings?|financings|fundraises)\\b[^;]{0,160}(?:,|,? and) {P:issuer} \\({A:amount}\\)',
    round(),
  ),
  rule(
    'round',
    '{P:issuer},? ?(?:now |is |has |sits |with |, )+(?:on )?{~12}{A:amount} (?:in hand|in the bank|in its (?:coffers|pocket|war chest)|under its belt|richer)(?: from {role}{P:backer})?',
    withBackers('backer'),
  ),
  rule('round', '{A:amount}', onlySum),
];
