import {
  besideOthers,
  itIncludes,
  leads,
  namedInvestors,
  onlyLead,
  opensBackers,
  participants,
  pulledOut,
  signed,
  sumFrom,
  unnamedBackers,
} from './backers.ts';
import { type Rule, rule } from './rule.ts';

const LEAD =
  '(?:spearhead\\w*|lead|leads|leading|led|co-lead\\w*|co-led|to lead|anchor(?:s|ed|ing)|head(?:s|ed|ing))';
/** What a backer does in a round without leading it. */
const TAKES_PART =
  '(?:participat\\w+|tak(?:e|es|ing) part|took part|(?:joined|joins?|joining)\\b(?! (?:as(?! (?:an? )?(?:new |strategic |fellow |further |additional )*(?:investor|backer|shareholder|participant|co-investor)s?\\b)|by|forces|(?:the|its|our|{P}.s?) (?:[\\w-]+ ){0,2}(?:board|committee|team|management|company|firm)))|followed(?: on)?|bought in|put in more|(?:came|comes|coming|come) (?:in|on|back|aboard)|complete the syndicate|goes along|is new|are new|involved in {theDeal}|continued to (?:add|back|support)|subscribed|invested alongside|return(?:ed|s|ing)\\b|re-?upped|re-?invest\\w+|doubl(?:ed|ing) down|(?:chipp|pitch)(?:ed|ing) in|(?:chip|pitch)s? in|contribut(?:ed|ing)(?! {A})|invested(?= ?(?:[․.,]|too|as well|in the|this time|again)|$)|investing(?= ?[․.,]|$)|(?:got|signed) on board|signed on|bought into|(?:pil|weigh|stepp|jump)ed in|tagg(?:ed|ing) along|rounded out|on board|in tow|provided (?:additional|further|the rest)|(?:back|support|fund|bankroll|financ|invest|buy|chipp|subscrib|contribut)\\w*(?: money)?(?: in| into| to)? {theDeal}(?! (?:company|firm)))';
/** Unnamed company between the names and their verb. */
const AND_OTHERS =
  '(?: and (?:others|the|an?|two|three|several|some|other|existing|angel)\\b{~80}(?:, which [^,]{3,60},)?)?';
/** Money that comes from somebody. */
const MONEY =
  '(?:participation|contributions?|(?<!raise )money|backing|support|commitments?|(?:follow-on |further |additional )?investments?|cheques?|checks?|injections?|infusions?|inflows?|capital|funding)';
const COMES =
  '(?: (?:also|again|came|comes|coming|come|in|was|were|is|are|being|provided|supplied|made|contributed|committed)){0,4}';
/** A name that is the subject of what follows, or the owner of it, stands in no list. */
const NO_OWNER = "(?!['’]s)";

export const BACKER_RULES: readonly Rule[] = [
  rule(
    'backers',
    "(?:led|co-led|headed|anchored|spearheaded|fronted)(?: (?:jointly|again))? by (?:an? (?:[\\w-]+ ){1,4}(?:investors|funds|firms|backers),? (?:including|such as|like) )?(?:(?:u․[sk]․(?:-based)?|[\\p{L}’'-]+) ){0,5}{P:lead}",
    leads,
    [],
  ),
  rule(
    'backers',
    `{P:lead},?{aux} ${LEAD}(?: {theDeal}|(?= ?[․.,;]| that one| the round| with | alongside |$))`,
    leads,
    [],
  ),
  rule('backers', '{P:lead}-led', leads, []),
  rule('backers', '{P:lead} \\((?:co-)?lead(?: investors?)?\\)', onlyLead, []),
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
  rule('backers', 'with {P:lead} (?:in front|(?:co-)?leading(?: (?:it|{theDeal}))?(?=[ ,․]|$))', leads, []),
  rule(
    'backers',
    '{P:backer} (?:also )?(?:following on|following|tagging along|joining in|coming in)(?=[ ,․]|$)',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:attract|add|welcom|gain|bring|onboard|draw|lur|entic|w[io]n|count)\\w* (?:in |on )?{role}{P:backer} as (?:an? |its |the )?(?:new |strategic |minority |fellow |further |additional )*(?:investor|shareholder|backer|participant)s?\\b',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:{deal}) (?:that|which) {P:lead}{aux} (?:led|co-led|headed|anchored|spearheaded|leads|is leading)',
    leads,
    [],
  ),
  rule('backers', "{P:lead} is {P}['’]s partner in this (?:financing|round)", leads, []),
  rule('backers', '{P:lead}, lead investor in', leads, []),
  rule(
    'backers',
    `{P:backer}${AND_OTHERS},?{aux}(?: having)?(?: previously| also)? ${TAKES_PART}`,
    participants,
    [],
  ),
  rule(
    'backers',
    `{P:backer}${AND_OTHERS}{aux} (?:among|part of|in) (?:those |the )?(?:[\\w-]+ ){0,2}(?:(?:backers|investors|participants|round|syndicate)\\b(?! (?:of|in) {P})|participating|investing|taking part|joining|backing)`,
    participants,
    [],
  ),
  rule(
    'backers',
    `{A:sum}(?: [^․.;\\ue000-\\ue7ff]{0,80})? (?:from|provided by|supplied by) (?:both )?{role}{P:backer}${NO_OWNER}`,
    sumFrom,
    [],
  ),
  rule(
    'backers',
    `${MONEY}${COMES} (?:from|by|(?<=participation )of) (?:both )?{role}{P:backer}${NO_OWNER}`,
    participants,
    [],
  ),
  rule(
    'backers',
    `{who}(?: (?:in|of|to|behind|from) (?:the |this |its |that |{P}['’]s )?(?:{A} )?(?:[\\w-]+ ){0,4}(?:{deal}|rounds))?(?: for {P})?,? ?(?:also )?(?:include|includes|included|including|which includes?|that included?|that includes?|comprise[sd]?|comprising|consist(?:s|ed|ing)? of|such as|like|namely|among them|were|are|is|was|:|[-–—(])(?: new (?:ones|names))? ?{role}{P:backer}${NO_OWNER}`,
    namedInvestors,
    [],
  ),
  rule(
    'backers',
    `{deal}(?: also|,? which| that){0,2} (?:also )?(?:included|includes|include|including|drew|attracted|featured|features|featuring|involved|involving|(?:was |is )?(?:also )?(?:supported|backed|subscribed|filled|completed|underwritten) by|saw|sees|comprised|brought in|welcomed) (?:(?:participation|contributions?|support|investments?) (?:from|by) )?{role}{P:backer}`,
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
    `(?:joined|flanked|accompanied|complemented|rounded out)(?: in the (?:[\\w-]+ ){0,3}{deal})? by:? {role}{P:backer}`,
    participants,
    [],
  ),
  rule(
    'backers',
    `(?:together with|(?:as|so) (?:did|do|does|was|were|has|have)|joined the round:?|buyers ?:) {role}{P:backer}${NO_OWNER}`,
    participants,
    [],
  ),
  rule(
    'backers',
    `(?:alongside|along with|besides|in addition to|addition to) {role}{P:backer}`,
    besideOthers,
    [],
  ),
  rule(
    'backers',
    `(?:(?:led|co-led) by {~40}{P}(?:,| and)|${LEAD} {theDeal},?|lead,|led,) (?:along )?with (?:(?:companies|funds|money|capital|vehicles|others) (?:from|of) )?{role}{P:backer}(?!['’]s)(?!{aux} (?:co-)?lead)`,
    participants,
    [],
  ),
  rule('backers', `(?:{A}|{deal})[^․.;\\ue000-\\ue3ff]{0,60} backed by {role}{P:backer}`, participants, []),
  rule(
    'backers',
    `with {role}{P:backer}(?:, [^․;\\ue400-\\ue7ff]{3,90},)? (?:(?:among the |as )(?:{who})|part of (?:the|this|its) (?:[\\w-]+ ){0,2}{deal})`,
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:facility|loan|notes|placement|agreement)[^․;]{0,40} (?:with|from) {role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    `(?:consortium|syndicate|club|trio|clutch|group) (?:of|compris\\w+|made up of|consisting of|that includes?|which includes?|including) {role}{P:backer}${NO_OWNER}`,
    participants,
    [],
  ),
  rule(
    'backers',
    `(?:investing|participating|taking part|joining) in (?:{P}['’]s|the|this|its) (?:[\\w-]+ ){0,4}{deal} (?:is|are|was|were) {role}{P:backer}`,
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
  rule(
    'backers',
    '{round} (?:that |which )?{P}{aux} (?:raised|secured|closed) (?:\\w+ )?from (?:the )?{role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    '{P:backer}{aux} (?:buy|buying|acquire|acquiring|purchase) (?:the|these|those) (?:[\\w-]+ ){0,2}(?:shares|stock)',
    participants,
    [],
  ),
  rule('backers', '(?:from|with) (?:{P}.s )?(?:[a-z-]+ ){0,3}{who},? {P:backer}', participants, []),
  rule('backers', '(?:negotiating|in talks|talks|discussions) with {role}{P:backer}', participants, []),
  rule(
    'backers',
    'from (?<who>friends and family|friends, family and \\w+|angel investors|business angels)',
    unnamedBackers,
    [],
  ),
  rule('backers', '{P:issuer} has signed, but', signed, []),
  rule('backers', '{P:investor} (?:pulled out|walked away|withdrew)', pulledOut, []),
  rule(
    'backers',
    '{P:backer}, (?:which|who) [^․.;]{3,90}, is (?:understood|said|expected|believed) to (?:be )?(?:participat|tak|join)',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:as well as|and) (?:new investors?|existing investors?|angel investors?) (?:from |including |such as )?{P:backer}',
    participants,
    [],
  ),
  rule('backers', 'new names include {P:backer}', participants, []),
  rule(
    'backers',
    "(?:snagg|attract|add|welcom|gain|bring|onboard|draw|lur|entic|w[io]n)\\w* (?:in |on |over )?(?:our |its |the |{P}['’]s )?(?:[a-z]+ ){0,2}(?:investors?|backers?|shareholders?|names)(?:,? (?:such as|including|like))?,? {P:backer}",
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
    '(?:led|co-led) by {~40}{P}[^․.;]{0,40}(?:,? and|,)?(?: it| which| that| also)* (?:included|includes|including|featured|featuring|saw|drew|attracted|brought in|joined by|supported by|backed by|followed by|(?:with )?(?:participation|support|backing|contributions?|involvement) (?:from|by|of)) {role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:among|also) (?:[\\w-]+ ){0,4}(?:invest\\w*|participat\\w*|back\\w*|putting|join\\w*|contribut\\w*|taking part|in)[^․.;\\ue000-\\ue3ff]{0,50} (?:are|were|is|was|include|included) {role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    '(?:join|joins|joined|joining) (?:existing|current|returning|earlier|previous|prior|new|fellow) {role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    "{raise} [^․.;]{0,20}{A}[^․.;\\ue000-\\ue3ff]{0,90} from (?:both )?{role}{P:backer}(?![’'](?:s))",
    participants,
    [],
  ),
  rule(
    'backers',
    '{who}(?: (?:from|in|of) (?:the )?(?:[\\w-]+ ){0,3}(?:round|rounds|series [a-k]|seed|financing))?,? ?(?:[-–—(]|including|such as|like|namely) ?{role}{P:backer}(?: ?[-–—)])?{aux} (?:also )?(?:joined|participat\\w+|took part|invested|contributed|returned|followed|re-?invested|chipped in|doubled down|re-?upped|came (?:in|on|back)|supported|backed)',
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
    '(?:allotment|issue|issuance|sale|placement|placing) of (?:[\\w-]+ ){0,3}(?:shares|stock|units|notes|securities) to {role}{P:backer}',
    participants,
    [],
  ),
  rule(
    'backers',
    '{who}(?: (?:in|of) the (?:[\\w-]+ ){0,3}{deal})? ?(?:include[sd]?|are|were)? ?:$',
    opensBackers,
    [],
  ),
  rule('backers', 'sit next to {P:backer}', participants, []),
  rule(
    'backers',
    `(?:joined|participat\\w+|took part|invested|followed|returned|chipped in|contributed)(?: in| too| as well| again| in {theDeal})?,? (?:including|among them|such as) {role}{P:backer}${NO_OWNER}`,
    participants,
    [],
  ),
  rule(
    'backers',
    `^[^\\p{L}\\ue000-\\ue3ff]*{P:it} (?:also )?(?:include[sd]?|features?|featured) {role}{P:backer}${NO_OWNER}`,
    itIncludes,
    [],
  ),
  rule('backers', '{P:backer} (?:will )?buy the (?:shares|stock)', participants, []),
];
