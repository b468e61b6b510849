import { headlineValue } from '@tranche/core/money';
import { type Rule, rule } from './rule.ts';
import {
  ACHIEVED,
  becomesUnicorn,
  EARLIER_PRICE,
  eachItsOwn,
  earlierPrice,
  ofNoInvestor,
  sincePriced,
  sought,
  valuation,
} from './valuation.ts';

const KIND =
  '(?:(?:(?:pre|post)-(?:money|allotment)|paper|enterprise|equity|implied|implicit|notional|headline|target|private|reported|estimated) )?';
const NOUN = `${KIND}(?:valuation|value|price tag|price talk|price)\\b`;
/** A noun that makes a sum before it a price of a company whatever else is said. */
const TAG = `${KIND}(?:valuation|price tag|price-tag)\\b`;
const DETERMINER = '(?:an? |the |its |their |at )?(?:[\\w-]+ ){0,3}';
/** What a company has or comes to when it stands before a price. */
const HAS =
  '(?:with|carr(?:y|ies|ied|ying)|command(?:s|ed|ing)?|fetch(?:es|ed|ing)?|boast(?:s|ed|ing)?|sport(?:s|ed|ing)?|bear(?:s|ing)?|reach(?:es|ed|ing)?|hit(?:s|ting)?|attain(?:s|ed|ing)?|achiev(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|earn(?:s|ed|ing)?|garner(?:s|ed|ing)?|notch(?:es|ed|ing)?|enjoy(?:s|ed|ing)?|has|have|having|had|touch(?:es|ed)?|cross(?:es|ed|ing)?|pass(?:es|ed)?|surpass(?:es|ed)?|topp?(?:s|ed)|clinch(?:es|ed)?|obtain(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|gets?|got|gain(?:s|ed|ing)?|w[io]n(?:s|ning)?|land(?:s|ed|ing)?|seek(?:s|ing)?|sought|wants?|wanted|target(?:s|ed|ing)?|ey(?:e|es|ed|ing|eing)|chas(?:e|es|ed|ing)|pursu(?:e|es|ed|ing)|assum(?:e|es|ed)|takes?|took|raised(?: money| funds| capital)? at|sees?|saw|seen)';
const GAVE =
  '(?:giv(?:e|es|en|ing)|gave|hand(?:s|ed|ing)?|secur(?:e|es|ed|ing)|earn(?:s|ed|ing)?|w[io]n(?:s|ning)?|assign(?:s|ed|ing)?|award(?:s|ed|ing)?|grant(?:s|ed|ing)?|land(?:s|ed)?|net(?:s|ted)?|lend(?:s|ing)?|lent|bring(?:s|ing)?|brought|buy(?:s|ing)?|bought|guarantee(?:s|d)?)';
const MOVED =
  '(?:push|bump|lift|boost|catapult|propel|bring|brought|tak|took|rais|driv|drove|send|sent|vault|pull|doubl|tripl|quadrupl|increas|hik|cut|slash|drag|shr[iau]nk|halv|inflat|swell|elevat|lower|reduc|mark|trim|jack|put)\\w*';
const COMPANY = '(?:company|start-?up|unicorn|decacorn|fintech|business|group|giant|scale-?up)';

/** Words that set a price beside an earlier one: "up from", "compared with", "more than double", "a premium to". */
const COMPARED =
  '(?:(?:up|down)(?: \\w+)? from|(?:sharply |well |far )?(?:above|below|over|under|higher than|lower than)|from|versus|against|(?:as )?compared (?:to|with)|(?:\\w+ ){0,2}(?:doubl|tripl|quadrupl|thrice|twice)\\w*|(?:\\w+ ){0,2}(?:times|fold|half(?: of)?|third of|fraction of)|(?:premium|discount|increase|jump|rise|step-up|cut|drop|decline) (?:to|on|from|over)|exceed(?:s|ing)|surpass(?:es|ing)?|than)';
const FROM =
  '(?:drop|fall|fell|ris|rose|jump|plung|sink|sank|slump|climb|soar|shr[iau]nk|tumbl|surg|slid|grew|grow|cut|slash|down|up|doubl|tripl|gone|went|increas|decreas|declin|mov|swell|balloon|leap|reduc|rais|lift|crash|halv|quadrupl)\\w*';

const SOURCES: readonly string[] = [
  `{A:amount} ${TAG}(?: of| for| on| to) {P:entity}`,
  `${TAG} (?:of|at) {A:amount} (?:for|on|to) {P:entity}`,
  `${GAVE} {P:entity} ${DETERMINER}{A:amount} ${TAG}`,
  `${GAVE} {P:entity} ${DETERMINER}${NOUN} (?:of|at) {A:amount}`,
  `(?:puts?|putting|places?|placing|slaps?|slapped|pins?|pinned|hangs?|hung|attach\\w*) an? {A:amount} ${TAG} (?:on|to) {P:entity}`,
  `(?:puts?|putting|pegs?|pegged|pegging|plac\\w+|estimat\\w+|mark\\w*) {P:entity}['’]s (?:[\\w-]+ ){0,3}(?:valuation|value|worth) {~25}{A:amount}`,
  `${MOVED} {P:entity} (?:in)?(?:to|past|above|beyond|over) ${DETERMINER}{A:amount} ${TAG}`,
  `${MOVED} {P:entity}['’]s (?:[\\w-]+ ){0,3}(?:valuation|value|price tag|worth) {~25}{A:amount}`,
  "{P:entity}['’]s {~20}{noun}{~~60}(?:of|at|is|was|to|:|about|be|been) ?{A:amount}",
  '(?:valu(?:es|ed|ing|e)|pric(?:es|ed|ing|e)) {P:entity}{~20}(?: at)? {A:amount}',
  '(?:valu(?:es|ed|ing|e)|pric(?:es|ed|ing)) (?:the|an?) {~60}, {P:entity},? at {~12}{A:amount}',
  '{P:entity}{aux} (?:once |then )?(?:valued|priced|marked|last valued|last priced|last marked|assessed) at (?:the )?{A:amount}',
  '{P:entity},? (?:last |recently )?(?:valued|priced|marked) at (?:the )?{A:amount}',
  '(?:valu(?:es|ed|ing|e)|pric(?:es|ed|ing)) (?:the|this) (?:[\\w-]+ ){1,5}at {~20}{A:amount}',
  '{P:entity}{aux} worth {~12}{A:amount}',
  '{noun}(?: (?:applied|after the (?:investment|round)|after tranche \\w+))?(?:{~~70} (?:of|at|is|was|to|be|set at|stands at|points to something)|{~~70} ?:|{~12})? ?{A:amount}',
  '(?:at|on) (?:an? |the )?{A:amount} (?:(?:pre|post)-money )?(?:valuation|price(?! of)|mark\\b|price tag)',
  'priced at (?:the )?{A:amount}',
  '{noun} of {P:entity}(?:,[^․.;\\ue400-\\uebff]{2,60},)?{~~40}(?:of|at|is|was|to|within|between){~20} {A:amount}',
  '^[^\\p{L}]{0,4}at {A:amount}, {P:entity} (?:is|was|would|will|remains|ranks|becomes|has|had)\\b',
  '{P:entity}{~~40} (?:was|is|been){~~30} valued at {~15}{A:amount}',
  '{noun}{aux} (?:drop|fall|fell|ris|rose|jump|plung|sink|sank|slump|climb|soar|shrink|shrank|tumbl|surg|slid|grew|grow|cut|slashed|down|up)\\w*(?: by)? {%}{~12} to {A:amount}',
  '(?:mention|nam|cit|float|quot)(?:s|es|ed|ing) (?:an? )?(?:figures?|prices?|valuations?)(?: of)? {A:amount}',
  '(?:that works out at|that would make it|that makes it|that compares with|this compares with) {A:amount}',
  '{fundNoun}{~~40}(?: at|,) (?:an? )?{A:amount} (?:pre|post)(?:-money)?\\b',
  '(?:,|with an?) {A:amount}(?= cap\\b| valuation)',
  '(?:at|: |^){A:amount},? (?:pre|post)-money',
];

/** A company called by its price: "is a A company", "the A start-up P". */
const CALLED: readonly string[] = [
  `{P:entity}(?:, (?:backed|led|owned|founded|based|headed|run) [^․.;,]{2,60})?,? (?:(?:is|was|has become|became|becomes|now|already|itself|today) ){0,3}(?:an?|the|now an?) (?:[\\w-]+ ){0,2}?{A:amount} (?:(?!invest|asset|fund|equity|hedge|venture|wealth|listed|public|revenue|market)[\\w-]+ ){0,2}${COMPANY}\\b(?! (?:fund|round|investment|deal|raise))`,
  `the {A:amount} (?:(?!invest|asset|fund|equity|hedge|venture|wealth|listed|public|revenue|market)[\\w-]+ ){0,2}${COMPANY},? {P:entity}`,
];

export const VALUATION_RULES: readonly Rule[] = [
  // What a price fell or rose by, or differs by, is no price.
  rule(
    'noise',
    `(?:cut|cuts|slash|slashed|slashes|lower|lowered|rais|raised|increas|increased|reduc|reduced|fell|rose|drop|dropped|gr[eo]w|swell|swelled|jump|jumped|climb|climbed){~~30}(?:valuation|value) by {A:amount}`,
    () => true,
  ),
  rule(
    'noise',
    '{A:amount} (?:(?:higher|lower|cheaper|above|below) (?:than )?(?:the|its|what|{P}|in)|(?:more|less) than (?:in|at|the (?:price|valuation|previous|last)|its (?:last|previous)|{D}))',
    () => true,
  ),
  // The price of a company that is only described.
  rule(
    'noise',
    `the (?:[\\w-]+ ){1,4}(?:reaching|hitting|attaining|achieving|commanding|fetching) (?:an? |the )?{A:amount} ${TAG}`,
    () => true,
  ),
  rule(
    'valuation',
    `(?:higher|bigger|richer|loftier|larger) (?:valuation|price(?: tag)?) than (?:the )?(?:\\w+ )?{A:amount}`,
    sought,
  ),
  rule(
    'valuation',
    '(?:below|down from|instead of) the {A:amount} (?:discussed|talked about|sought|floated)(?: at first| earlier)?',
    valuation({ status: 'abandoned' }),
  ),
  rule(
    'valuation',
    '(?:another|one|a separate) report{~40} valuation of {A:amount}',
    valuation({ status: 'rumoured' }),
  ),
  rule(
    'valuation',
    'the {A:amount} (?:valuation )?at which {P:entity} (?:had |has )?(?:been |was )?(?:raised|sold|took|last|valued|closed|priced)',
    valuation({ status: 'closed' }),
  ),
  rule(
    'valuation',
    `the (?:\\w+ ){0,2}{A:amount} (?:(?:${EARLIER_PRICE}) )?(?:that |which )?{P:entity} (?:had |has |was |last )*${ACHIEVED}\\b`,
    valuation({ status: 'closed' }),
  ),
  rule(
    'valuation',
    `the (?:\\w+ ){0,2}{A:amount} (?:${EARLIER_PRICE}) (?:that |which )?(?:had |has )?${ACHIEVED}\\b`,
    valuation({ status: 'closed' }),
  ),
  rule(
    'valuation',
    '(?:last|previously|most recently) (?:valued|priced) (?:{~12})?(?:at )?{A:amount}',
    valuation({ status: 'closed' }),
  ),
  rule(
    'valuation',
    '{P:entity}{aux} (?:valued|priced|worth|put)(?: at)? {A:amount} and {A:second},? respectively',
    eachItsOwn,
    ['amount', 'second'],
  ),
  rule(
    'valuation',
    `{noun}{~~40}{aux} ${FROM} from {A:before} (?:{D} )?to {~12}{A:amount}`.replace('{noun}', NOUN),
    (hit, reading) => valuation()(hit, reading) && earlierPrice(hit, reading, 'before'),
    ['before', 'amount'],
  ),
  rule(
    'valuation',
    `${MOVED} {P:entity}['’]s (?:[\\w-]+ ){0,3}(?:valuation|value|price tag|worth){~12}(?: by {~12}{%})?,? from {A:before} (?:{D} )?to {~12}{A:amount}`,
    (hit, reading) => valuation()(hit, reading) && earlierPrice(hit, reading, 'before'),
    ['before', 'amount'],
  ),
  rule(
    'valuation',
    "^[^\\p{L}\\ue000-\\ue3ff]{0,4}(?:that|this|{P})(?:['’]s| is| was| would be|,){~12} (?:(?:\\w+ )?(?:up|down) from|(?:up|down) on|(?:\\w+ ){0,3}(?:the|than|with|to)){~12} {A:amount}",
    sincePriced,
  ),
  rule(
    'noise',
    `(?:companies|start-?ups|firms|unicorns|fintechs|businesses)\\b[^․.;\\ue000-\\ue3ff\\ue400-\\uebff]{0,60}{A:amount} ${TAG}`,
    () => true,
  ),
  ...[
    `{P:entity},?{aux} ${HAS} ${DETERMINER}{A:amount} ${TAG}`,
    `{P:entity},?{aux} ${HAS} ${DETERMINER}${TAG} (?:of|at) {~12}{A:amount}`,
    ...CALLED,
  ].map((source) => rule('valuation', source, ofNoInvestor)),
  ...SOURCES.map((source) => rule('valuation', source.replaceAll('{noun}', NOUN), valuation())),
  rule('valuation', '{A:raised}{~~45} at (?:the )?{A:amount}(?! each)', (hit, reading) => {
    const [raised, price] = [hit.amount('raised')?.amount, hit.amount('amount')?.amount];
    if (raised === undefined || price === undefined) return false;
    return headlineValue(price).compare(headlineValue(raised)) > 0 && valuation()(hit, reading);
  }),
  rule(
    'valuation',
    `${COMPARED}{~~30}{A:amount}(?! (?:(?:in|of) (?:\\w+ ){0,2}(?:revenue|sales|funding|capital|financing|cash|debt|equity)|{round}))`,
    (hit, reading) => earlierPrice(hit, reading),
  ),
  rule('valuation', `(?:the|{P:entity}['’]s) (?:[\\w-]+ ){0,2}{A:amount} ${TAG}`, valuation()),
  rule('valuation', `{A:amount} ${TAG}`, valuation()),
  rule('valuation', '{A:amount}', becomesUnicorn),
];
