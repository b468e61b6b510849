import { type Rule, rule } from './rule.ts';
import {
  acquisition,
  eachHolds,
  eachOwns,
  eachTheirs,
  goesOn,
  heldBefore,
  moved,
  type StakeOptions,
  stake,
} from './stake.ts';

const by =
  (make: typeof stake, options: StakeOptions = {}): Rule['apply'] =>
  (hit, reading) =>
    make(hit, reading, options);
const held = by(stake);
const bought = by(stake, { done: 'closed' });

/** Holders without a name that the texts name by what they are. */
const GROUPS =
  "(?<group>(?:the )?(?:\\b(?!while|and|but|that)[a-z][\\w'’]+ )?(?:founders|employees(?: and (?:other (?:investors|shareholders)|{S}))?|staff|lenders|management|other (?:investors|shareholders)))";
const SHARE = '(?:stake|holding|interest|share|shareholding|position|ownership|slice)(?: capital\\b)?';
const LIKE = '(?:(?!per)[\\w-]+ ){0,2}';
/** What the company is, before its name: "in the Tokyo-based robot maker P". */
const WHAT = '(?:(?!and |to |from |for |that |which |by |at |with )[\\w-]+ ){0,6}?';
const OF = `(?: (?:of|in) (?:the (?:equity|shares|capital|share capital) of )?${WHAT}{P:entity})?`;
const WHOSE = "(?:{P}['’]s? |the |his |her |their )?(?:[\\w-]+ ){0,2}?";
const BUY =
  '(?:(?:(?:finali[sz]|negotiat|sign|reach|strik|struck|clos|near|ink|complet|announc|conclud)\\w* |in |hold\\w* |close to |near )(?:an? |the )?(?:[\\w-]+ )?(?:deal|agreement|transaction|pact|contract|talks|discussions|negotiations) to )?(?:buy(?:s|ing)?|bought|claim(?:s|ed)?|get(?:s)?|acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)|tak(?:e|es|ing)|took|taken|pick(?:s|ed|ing)? up|snap(?:s|ped|ping)? up|secur(?:e|es|ed|ing)|obtain(?:s|ed|ing)?|gain(?:s|ed|ing)?|land(?:s|ed)?|grab(?:s|bed)?|subscrib(?:e|es|ed|ing) (?:to|for))';
const PAY =
  '(?:pay(?:s|ing)?|paid|spend(?:s|ing)?|spent|invest(?:s|ed|ing)?|put(?:s|ting)?|commit(?:s|ted|ting)?)';
const OWN =
  '(?:own|owns|owned|hold|holds|held|holding|owning|receive|receives|received|get|gets|keep|keeps|kept|retain|retains|retained|control|controls|controlled|comes out with|ends? up (?:with|owning|holding)|left with)';
const GIVE =
  '(?:giv(?:e|es|ing)|gave|hand(?:s|ed|ing)?|grant(?:s|ed|ing)?|leav(?:e|es|ing)|left|award(?:s|ed|ing)?|offer(?:s|ed|ing)?|issu(?:e|es|ed|ing)|allot(?:s|ted)?)';
const SELL =
  '(?:sell(?:s|ing)?|sold|giv(?:e|es|ing)|gave|offload(?:s|ed|ing)?|issu(?:e|es|ed|ing)|transfer(?:s|red)?)';
const HOLDER =
  '(?:shareholders?|stakeholders?|investors?|owners?|stockholders?|backers?)(?: (?:in|of) {P:entity})?';
const RAISE =
  '(?:rais|increas|lift|boost|cut|reduc|lower|trim|tak|took|bring|brought|hik|expand|up(?:p(?:ed|ing)|s\\b)|dilut|shr[iau]nk|doubl|tripl|pare|top)\\w*(?: up)?';
const CHANGE =
  '(?:ris|rose|increas|fall|fell|drop|grow|grew|climb|declin|go|went|shr[iau]nk|slip|come|came|edg|jump|decreas|stand|dilut|reduc|rais|cut|lift|boost|lower|brought|tak)\\w*(?: (?:down|up))?';
const FROM_TO =
  '(?: by {%})?(?: (?:from|up from|down from) {~12}{%:before})? to {~25}{%:percent}(?:{~25}(?:,|,? up|,? down)? from {~12}{%:prior})?';
const PRESENT = '(?:present|existing|current|earlier|previous|prior|initial|original|pre-existing)';

/** Shares that move from one figure to another. */
const MOVES: readonly Rule[] = [
  rule('stake', `{P:holder}['’]s? ${LIKE}${SHARE}${OF}{aux} ${CHANGE}${FROM_TO}`, by(moved)),
  rule('stake', `${SHARE} of {P:holder}${OF}{aux} ${CHANGE}${FROM_TO}`, by(moved)),
  rule(
    'stake',
    `{P:holder},?(?: which| who)?{aux} ${RAISE} ${WHOSE}${SHARE}${OF}${FROM_TO}`,
    by(moved, { done: 'closed' }),
  ),
  rule('stake', `${RAISE} {P:holder}['’]s? ${LIKE}${SHARE}${OF}${FROM_TO}`, by(moved, { done: 'closed' })),
];

/** Several holders and their shares. */
const LISTS: readonly Rule[] = [
  rule(
    'stake',
    `{P:holder},?(?: which| who)?{aux} ${OWN} {~12}{%:percent} and {~12}{%:second}{~20}(?: of {P:entity})?,? respectively`,
    eachTheirs,
  ),
  rule(
    'stake',
    `{P:holder},?(?: which| who)?{aux} ${OWN} {~12}{%:percent}, {~12}{%:second},? and {~12}{%:third}{~20}(?: of {P:entity})?,? respectively`,
    eachTheirs,
  ),
  rule(
    'stake',
    `{P:holder}{aux} each(?: of them)?{aux} (?:${OWN}|have|has|take|bought|buy) {~12}{%:percent}(?: {~25}${SHARE})?${OF}`,
    by(eachHolds),
  ),
  rule(
    'stake',
    `{P:holder}{aux} (?:${OWN}|have|has|take|bought|buy) {~12}{%:percent}(?: {~25}${SHARE})?${OF} (?:each|apiece)\\b`,
    by(eachHolds),
  ),
  rule(
    'stake',
    '(?:shareholders?|owners?|owned|stakes?|held|stakeholders?|partners|investors)\\b[^․.;]{0,120}?{P:holder} ?\\((?:with |about |around )?{%:percent}\\)',
    held,
  ),
];

/** What a deal brings. */
const DEALS: readonly Rule[] = [
  rule(
    'stake',
    '{P:holder} (?:{invest}|bought|buys|took|takes) {A}{~40} and (?:will |now |would |{D} )?(?:hold|own)s? {~12}{%:percent}(?: of {P:entity})?',
    held,
  ),
  rule(
    'stake',
    `{P:holder},?(?: which| who| that)?(?:[^․.;\\ue000-\\ue3ff\\ue400-\\uebff]{0,60} [-–—])?{aux} ${BUY} (?:an? |{P}['’]s |another |a further |the )?(?:additional )?${LIKE}{%:percent} {~25}${SHARE}(?: for {A})?(?: (?:in|of) ${WHAT}{P:entity})?`,
    bought,
  ),
  rule(
    'stake',
    `{P:holder}{aux} ${BUY} (?:an? )?(?:further|additional|another|extra|more|the remaining|the other)(?: an? )? ?{%:percent}(?! (?:off|discount|more))(?: (?:of|in) {P:entity})?`,
    bought,
  ),
  rule(
    'stake',
    `{P:holder},?(?: which| who)?{aux} ${BUY} {~12}{%:percent} of (?:the (?:shares|equity|capital) (?:of|in) )?{P:entity}`,
    bought,
  ),
  rule('stake', '{P:holder}{aux} paying {A} for {%:percent} of {P:entity}', held),
  rule(
    'stake',
    `{P:holder}{aux} ${PAY} {A} (?:for|to (?:buy|acquire|take|get|pick up)) (?:an? )?${LIKE}{%:percent} {~25}(?:of|${SHARE} (?:in|of)) ${WHAT}{P:entity}`,
    bought,
  ),
  rule(
    'stake',
    `{P:holder}{aux} {invest} {A}(?: in(?:to)? {P:entity})?,? (?:in (?:exchange|return) )?for (?:an? )?${LIKE}{%:percent}`,
    bought,
  ),
  rule(
    'stake',
    `{P}{aux} ${SELL} (?:an? |the |{P}['’]s )?${LIKE}{%:percent} {~25}${SHARE} in {P:entity} to {P:holder}`,
    bought,
  ),
  rule('stake', `{P:entity}{aux} ${SELL} (?:an? )?${LIKE}{%:percent} {~30}to {P:holder}`, bought),
  rule(
    'stake',
    `{P:entity}{aux} ${SELL} {~30}(?:shares|stock|equity)[^․.;\\ue000-\\ue7ff\\ue800-\\uebff]{0,40}{%:percent} {~~40}to {P:holder}`,
    bought,
  ),
  rule(
    'stake',
    `{P:entity}{aux} ${GIVE} {P:holder} (?:with )?(?:an? )?${LIKE}{%:percent}(?: {~25}${SHARE})?`,
    held,
  ),
  rule('stake', `${GIVE} {P:holder} (?:with )?(?:an? )?${LIKE}{%:percent}(?: {~25}${SHARE})?${OF}`, held),
  rule(
    'stake',
    `(?:acquisition|purchase|buyout) of (?:an? |the )?${LIKE}{%:percent} {~25}${SHARE} in {P:entity}(?: by {P:holder})?`,
    acquisition,
  ),
  rule(
    'stake',
    `{%:percent} {~25}${SHARE}(?: (?:in|of) {P:entity})?{aux} (?:sold|bought|acquired|purchased|taken|transferred|issued|picked up|snapped up)(?: to| by) {P:holder}`,
    bought,
  ),
  rule(
    'stake',
    `(?:translat|convert|amount|correspond|equat|com|work)\\w* (?:in|out )?to (?:an? )?${LIKE}{%:percent} {~25}${SHARE} (?:in|of) {P:entity} for {P:holder}`,
    held,
  ),
];

/** What is held. */
const HELD: readonly Rule[] = [
  rule(
    'stake',
    `{P:entity}['’]s {~25}(?:shareholder|stakeholder|investor|owner|stockholder|backer) (?:is|was|remains) {P:holder},? (?:with|holding|at) {~12}{%:percent}`,
    held,
  ),
  rule(
    'stake',
    `{P:holder}, {P:entity}['’]s {~25}(?:shareholder|stakeholder|investor|owner|stockholder|backer),? (?:with|holding|at) {~12}{%:percent}`,
    held,
  ),
  rule(
    'stake',
    `{P:holder},? {P:entity}['’]s {~25}(?:shareholder|stakeholder|investor|owner),{aux} (?:have|has|hold|own)\\w* {~12}{%:percent}`,
    held,
  ),
  rule(
    'stake',
    `{P:holder},? (?:an?|the|its|which is an?) {~20}{%:percent} {~12}(?:share|stake|stock)?(?:holder|owner|investor)(?: (?:of|in) {P:entity})?`,
    held,
  ),
  rule('stake', `{P:holder}{~50}${HOLDER},? (?:with|holding|owning) (?:an? )?{~15}{%:percent}`, held),
  rule(
    'stake',
    `{P:holder}{~30},?{aux} (?:own|owns|owned|hold|holds|held|holding|receive|receives|get|gets|keep|keeps|retain|retains|control|controls|comes out with|ends? up (?:with|owning|holding)|left with){~30} ?(?:another )?{%:percent}(?: (?:of|{~25}${SHARE} (?:in|of)|of the [\\w ]{3,20} (?:in|of)) (?:the equity of )?{P:entity})?`,
    held,
  ),
  rule(
    'stake',
    `{P:holder}{aux} (?:have|has|had|having) {~12}{%:percent} (?:(?:{~25}${SHARE} )?(?:of|in) {P:entity}|{~25}${SHARE}\\b|of the (?:company|shares|equity|business))`,
    held,
  ),
  rule(
    'stake',
    `${GROUPS}{~30}{aux}(?: still)? (?:own|hold|held|keep|have|retain|control){~20} ?{%:percent}(?: of {P:entity})?`,
    held,
  ),
  rule('stake', `{%:percent} is in the hands of ${GROUPS}`, held),
  rule(
    'stake',
    `{%:percent} {~25}${SHARE}(?: in {P:entity})?,? (?:which )?(?:is |was )?(?:held|owned|controlled) by {P:holder}`,
    held,
  ),
  rule('stake', '{%:percent} of {P:entity}(?: is| was)? (?:held|owned|controlled) by {P:holder}', held),
  rule('stake', '{P:entity},?{aux} ?{%:percent}[- ]?(?:owned|held|controlled) by {P:holder}', held),
  rule('stake', '{P:entity}{aux} (?:owned|held|controlled) {%:percent} by {P:holder}', held),
  rule(
    'stake',
    `(?:doubl|tripl|increas|rais|boost|lift|keep|kept|maintain|trim|cut|reduc|add to|defend|exit|of)\\w* {P:holder}['’]s? (?:\\w+ )?{%:percent} {~25}${SHARE}(?: for {A})?(?: (?:in|of) ${WHAT}{P:entity})?`,
    by(stake, { status: 'completed' }),
  ),
  rule(
    'stake',
    `{P:holder}['’]s? (?:\\w+ )?{%:percent} {~25}${SHARE}(?: for {A})?(?: (?:in|of) ${WHAT}{P:entity})?`,
    held,
  ),
  rule(
    'stake',
    `{P:holder}['’]s? (?:share|stake|holding|interest){~20}(?:is|was|climbs to|rises to|of|to|stands at|falls to){~12} ?{%:percent}`,
    held,
  ),
  rule(
    'stake',
    `{P:holder}{~60},? (?:with|having|for) (?:an? |the )?(?:remaining )?${LIKE}{%:percent} {~12}(?:ownership|stake|holding|interest|shareholding)\\b${OF}`,
    held,
  ),
  rule('stake', `${PRESENT} (?:${SHARE} )?(?:of )?{%:percent}`, heldBefore),
  rule(
    'stake',
    `(?:{P} (?:which |that )?(?:already |currently )(?:owns?|holds?|owned|held)|already own(?:s|ed)?|already h(?:olds?|eld)) {~12}{%:percent}`,
    heldBefore,
  ),
  rule(
    'stake',
    `each(?: (?:of (?:them|the \\w+(?: \\w+)?)|compan(?:y|ies)|partners?|party|side|firm|shareholder))?{aux} (?:own|hold|have|take|get|control)(?:s|ing)? {~12}{%:percent}`,
    eachOwns,
  ),
  rule(
    'stake',
    `(?:own|hold|have|take|get|control)(?:s|ing)? {~12}{%:percent}(?: {~25}${SHARE})? (?:each|apiece)\\b`,
    eachOwns,
  ),
  rule(
    'stake',
    'warrants (?:over|for|on){~12} ?{%:percent} of',
    by(stake, { done: 'agreed', holderName: 'lenders' }),
  ),
];

/** What goes on from a share just told. */
const ONWARD: readonly Rule[] = [
  rule('stake', `${RAISE} (?:it|{P}|that)(?: further)? to {~12}{%:percent}`, goesOn),
  rule(
    'stake',
    '(?:,|;)? ?(?:and |while |with )?{P:holder},? ?\\(?(?:which )?(?:has |have |had |holds? |owns? |gets? |takes? |keeps? |retains? |will (?:have|hold|own) |would (?:have|hold|own) |with |at )?(?:the )?(?:remaining |other |rest, |a |an |about |another )*{%:percent}(?! (?:of (?:the )?(?:sales|revenue|profit|market)))',
    goesOn,
  ),
];

export const STAKE_RULES: readonly Rule[] = [...LISTS, ...MOVES, ...DEALS, ...HELD, ...ONWARD];
