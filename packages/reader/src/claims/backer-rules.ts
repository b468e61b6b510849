import {
  besideOthers,
  leads,
  namedInvestors,
  participants,
  pulledOut,
  signed,
  unnamedBackers,
} from './backers.ts';
import { type Rule, rule } from './rule.ts';

const DEAL =
  '(?:round|financing|raise|deal|investment|funding|syndicate|series [a-k](?:[- ]?\\d)?|cheque|check|facility|extension|seed|group|transaction|fundrais\\w+|that one)';
const THE_DEAL = `(?:the|its|that|this|an?|both|{P}['’]s) (?:{A} )?(?:[\\w-]+ ){0,3}${DEAL}`;
/** What a backer does in a round without leading it. */
const TAKES_PART =
  '(?:participat\\w+|tak(?:e|es|ing) part|took part|(?:joined|joins?|joining)\\b(?! (?:as|(?:the|its|our|{P}.s?) (?:[\\w-]+ ){0,2}(?:board|committee|team|management|company|firm)))|followed(?: on)?|bought in|put in more|came in|comes in|complete the syndicate|goes along|is new|are new|continued to add|subscribed|invested alongside|comes back|returned|re-upped|doubl(?:ed|ing) down|(?:chipp|pitch)(?:ed|ing) in|contribut(?:ed|ing)(?! {A})|invested(?= ?(?:[․.,]|too|as well|in the)|$)|investing(?= ?[․.,]|$)|rounded out)';
/** Unnamed company between the names and their verb. */
const AND_OTHERS =
  '(?: and (?:others|the|an?|two|three|several|some|other|existing|angel)\\b{~80}(?:, which [^,]{3,60},)?)?';

export const BACKER_RULES: readonly Rule[] = [
  rule(
    'backers',
    "(?:led|co-led|headed|anchored|spearheaded)(?: jointly)? by (?:[\\p{L}’'-]+ ){0,5}{P:lead}",
    leads,
    [],
  ),
  rule(
    'backers',
    `{P:lead},?{aux} (?:led|leads|lead|co-led|co-lead|to lead|leading|spearhead\\w*|anchor(?:ed|ing))(?: ${THE_DEAL}|(?= ?[․.,;]| that one| the round| with |$))`,
    leads,
    [],
  ),
  rule('backers', '{P:lead}-led', leads, []),
  rule(
    'backers',
    '(?:lead(?:ing)? (?:investors?|financers?|backers?)|lead) (?:is|was|are|were) {role}{P:lead}',
    leads,
    [],
  ),
  rule(
    'backers',
    '{P:lead} (?:is|was|are|were) the (?:co-)?lead(?:ing)?(?: (?:investors?|financers?|backers?))?\\b',
    leads,
    [],
  ),
  rule('backers', '(?<!which |who )(?<!by )(?:co-)?lead investors?,? {P:lead}', leads, []),
  rule('backers', '{P:lead}[^․.;]{0,40} as (?:the |an? |its )?(?:co-)?lead(?:s| investors?)?\\b', leads, []),
  rule('backers', 'with {P:lead} in front', leads, []),
  rule('backers', "{P:lead} is {P}['’]s partner in this (?:financing|round)", leads, []),
  rule('backers', `{P:backer}${AND_OTHERS},?{aux} ${TAKES_PART}`, participants, []),
  rule(
    'backers',
    `{P:backer}${AND_OTHERS}{aux} (?:among|part of|in) (?:the )?(?:[\\w-]+ ){0,2}(?:backers|investors|participants|round|syndicate)\\b(?! (?:of|in) {P})`,
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:participation|contributions?|(?<!raise )money|backing|support|commitments?) (?:also )?(?:from|by|of) (?:both )?{role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:(?:investors|backers|participants|buyers)(?: in the (?:\\w+ ){0,3}(?:round|deal|financing|raise|funding))?,? (?:included|were|:)|(?:investors|backers|participants) (?:in|of) the (?:{A} )?(?:\\w+ ){0,3}(?:round|deal|financing|raise|funding)(?: for {P})?,? (?:include|are|were|included)) {role}{P:backer}',
    namedInvestors,
    [],
  ),
  rule(
    'backers',
    `${DEAL}(?: also)? (?:included|includes|include|drew|attracted|featured|(?:was |is )?(?:also )?(?:supported|backed|joined) by|saw participation (?:from|by)|comprised|brought in) {role}{P:backer}`,
    participants,
    [],
  ),
  rule(
    'backers',
    `(?:financing|loan|facility|funding|round|money|capital|investment) (?:was|is|were|comes|came)(?: being)? (?:provided|supplied|funded|arranged|made|extended)? ?(?:by|from) {role}(?:\\d+ [a-z ]{3,30}, as well as (?:the )?)?{P:backer}`,
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:investors that included|among the (?:backers|investors)|(?:was|were|is|,|and|later)? ?joined by|joined the round:?|together with|along with|as did|(?:from|with) (?:{P}.s )?(?:[a-z-]+ ){0,3}(?:investors|backers|angels|firms|funds),? (?:including|such as|like|which includes?|that includes?)|buyers ?:) {role}{P:backer}',
    participants,
    [],
  ),
  rule('backers', `(?:alongside|besides|in addition to|addition to) {role}{P:backer}`, besideOthers, []),
  rule(
    'backers',
    `(?:led|co-led) by {~40}{P}(?:,| and) (?:along )?with {role}{P:backer}(?!['’]s)(?!{aux} (?:co-)?lead)`,
    participants,
    [],
  ),
  rule('backers', `(?:{A}|${DEAL})[^․.;\\ue000-\\ue3ff]{0,60} backed by {role}{P:backer}`, participants, []),
  rule('backers', `with {role}{P:backer} among the (?:backers|investors)`, participants, []),
  rule(
    'backers',
    '(?:facility|loan|notes|placement|agreement)[^․;]{0,40} (?:with|from) {P:backer}',
    participants,
    [],
  ),
  rule('backers', 'named {P:backer} as (?:members|part|one)', participants, []),
  rule(
    'backers',
    '(?:money|capital|funding)? ?from {P:backer}(?:, plus| and two| and others)',
    participants,
    [],
  ),
  rule('backers', 'raised {A}{~40} from {role}{P:backer}', participants, []),
  rule(
    'backers',
    '{round} (?:that |which )?{P}{aux} (?:raised|secured|closed) (?:\\w+ )?from (?:the )?{role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    `{role}{P:backer}{aux} (?:buy|buying|acquire|acquiring|purchase) (?:the|these|those) (?:[\\w-]+ ){0,2}(?:shares|stock)`,
    participants,
    [],
  ),
  rule(
    'backers',
    'from (?:new|existing|returning|current)(?: and (?:new|existing))? (?:investors?|backers?|shareholders?)(?:,? (?:including|such as|like))?,? {P:backer}',
    participants,
    [],
  ),
  rule('backers', '(?:negotiating|in talks|talks|discussions) with {role}{P:backer}', participants, []),
  rule(
    'backers',
    'from (?<who>friends and family|friends, family and \\w+|angel investors|business angels)',
    unnamedBackers,
    [],
  ),
  rule('backers', '{P:issuer} has signed, but', signed, []),
  rule('backers', '{P:investor} (?:pulled out|walked away|withdrew)', pulledOut, []),
  rule('backers', '{P:lead}, lead investor in', leads, []),
  rule(
    'backers',
    '{P:backer}, (?:which|who) [^․.;]{3,90}, is (?:understood|said|expected|believed) to (?:be )?(?:participat|tak|join)',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:investments?|(?:as well as|and) (?:new investors?|existing investors?|angel investors?)) (?:from |including |such as )?{P:backer}',
    participants,
    [],
  ),
  rule('backers', 'new names include {P:backer}', participants, []),
  rule(
    'backers',
    '(?:snagg|attract|add|welcom|gain)(?:ed|es|s|ing) (?:[a-z]+ ){0,2}(?:backers|investors|shareholders)(?: such as| including)? {P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:participation|backing|support) (?:from|by|of) [^․.;\\ue400-\\ue7ff]{0,80},? (?:as well as|along with|plus) {role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    'joined {P:backer}(?: and [^․.;]{0,60})? in (?:the|its|this|that) (?:[\\w-]+ ){0,3}(?:round|close|closing|series [a-k]|financing|deal)',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:led|co-led) by {~40}{P}[^․.;]{0,40}(?: and|,) (?:it |which |also )*(?:included|includes|including|featured|featuring|saw|drew|attracted|brought in|joined by|supported by|backed by|followed by|(?:with )?(?:participation|support|backing|contributions?|involvement) (?:from|by|of)) {role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:among|also) (?:[\\w-]+ ){0,4}(?:invest\\w*|participat\\w*|back\\w*|putting|join\\w*|contribut\\w*|taking part)[^․.;\\ue000-\\ue3ff]{0,50} (?:are|were|is|was|include|included) {role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:join|joins|joined|joining)(?: by)? (?:existing|current|returning|earlier|previous|prior|new) {role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    "(?:rais\\w+|secur\\w+|clos\\w+|bagg\\w+|pick\\w+ up|receiv\\w+|attract\\w+|land\\w+|collect\\w+|obtain\\w+|garner\\w+) [^․.;]{0,20}{A}[^․.;\\ue000-\\ue3ff]{0,90} from (?:both )?{role}{P:backer}(?![’'](?:s))",
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:investors|backers|shareholders)(?: (?:from|in|of) (?:the )?(?:[\\w-]+ ){0,3}(?:round|rounds|series [a-k]|seed|financing))?,? ?(?:[-–—(]|including|such as|like|namely) ?{role}{P:backer}(?: ?[-–—)])?{aux} (?:also )?(?:joined|participat\\w+|took part|invested|contributed|returned|followed|re-?invested|chipped in|doubled down|re-?upped|came (?:in|on|back)|supported|backed)',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:investors|backers|participants)(?: (?:in|of) the (?:{A} )?(?:[\\w-]+ ){0,4})?,? (?:include|includes|including|included)d? (?:[a-z]+ ){0,4}(?:like |such as )?{P:backer}',
    namedInvestors,
    [],
  ),
  rule(
    'backers',
    '{P:backer}(?:{~30})? (?:came on board|comes on board|got on board|signed on|bought into|piled in|weighed in|stepped in|jumped in|tagged along|re-?invested|provided (?:additional|further|the rest)|rounded out)',
    participants,
    [],
  ),
  rule(
    'backers',
    "(?:welcom\\w+|add\\w*|bring\\w*|brought|onboard\\w*) (?:in |on )?(?:our |its |the |{P}['’]s )?(?:new|newest|latest) (?:[a-z]+ ){0,2}(?:investors?|backers?|shareholders?),? {P:backer}",
    participants,
    [],
  ),
  rule(
    'backers',
    'add(?:s|ed|ing) {P:backer} (?:to|among) (?:its|the|an?|{P}.s)[^․.;]{0,30} (?:investors|backers|shareholders|cap table)',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:inflow|injection|infusion|investment|funds|capital|money|cheque|check)s? (?:came |comes |coming )?(?:in )?from {role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    "{P:backer}(?:['’]s? [^․.;\\ue000-\\uebff]{3,40})?{aux} (?:the |an? )?(?:single )?(?:largest|biggest|main|key|major|sole|only|new|newest|anchor|principal|second-largest)(?: \\w+)? (?:investor|backer|buyer|participant|contributor|cheque|check)s? in ",
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:sold|sell|selling|issued|issue|issuing|placed) {A} (?:of|in|worth of) [^․.;\\ue000-\\uebff]{0,50}(?:notes|stock|shares|units|debentures) to {role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:,|and) {role}{P:backer} (?:also )?(?:on board|in tow|pitching in|chipping in|joining in|taking part|tagging along|following on)',
    participants,
    [],
  ),
  rule('backers', 'sit next to {P:backer}', participants, []),
  rule('backers', '{P:backer} (?:will )?buy the (?:shares|stock)', participants, []),
];
