import { PART, PIECE } from './closing.ts';
import { draftRound } from './round.ts';
import { type Rule, rule } from './rule.ts';
import {
  addedTo,
  bothKinds,
  dated,
  drawdown,
  lastOfWhole,
  ofKind,
  partNamed,
  partOfLast,
  partOfWhole,
  partReceived,
  payersTranche,
  tranche,
  twoParts,
  wholeAtLast,
} from './tranche.ts';

const ORDINAL = '(?:first|second|third|fourth|fifth|final|last|remaining|other|next|initial)';
const SLICE =
  '(?:tranche|instal?ment|drawdown|milestone payment|takedown|draw|batch of (?:NCDs|debentures|notes|shares))';

const SOURCES: readonly string[] = [
  `(?:the |an? )?${ORDINAL},? (?:${SLICE},? |one )?(?:(?:is|was|will be|being|to be) (?:for |of |worth )?|(?:for|of|worth) ){A:amount}`,
  'of which {A:amount} (?:is|was|has been|were|will be) (?:\\w+ly )?(?:funded|paid|received|drawn|disbursed|provided|available)',
  `(?:an? |the )?(?:\\w+ )?${SLICE} (?:of|worth|totall?ing|for) {A:amount}`,
  `an? {A:amount} (?:\\w+ )?${SLICE}`,
  `{A:amount} (?:in|at|through|from|via|with|as|under) (?:an?|the|{P}['’]s) (?:second|third|fourth|fifth|final|last|remaining|next) (?:and final )?(?:{piece}|${SLICE})`,
  `{A:amount}{~40}\\((?:${SLICE} (?:one|two|three|\\d|[ivx]+)|(?:first|second|third|final) ${SLICE})\\)`,
  '(?:up to )?(?:an? )?(?:additional|further|remaining|another) {A:amount}{~30}(?:up)?on (?:the )?(?:achiev|reach|meeting|approval|completion|FDA|successful|hitting)',
  '(?:with )?(?:an? |the )?(?:additional|further|remaining|other) {A:amount} (?:to (?:follow|come|be paid)|(?:is |are )?(?:payable|due|tied to|contingent|conditional|subject to|dependent|available|milestone|if|when|once|upon))',
  'an initial {A:amount}(?= (?:payment|tranche|instal?ment|and|with|now|up ?front|at closing)|,|[․.])',
  '{part} (?:\\w+ )?{piece}(?: of|,|:| is| was| will be| would be| worth)?{~~60}(?<! through) ?{A:amount}',
  '(?:the |its )?(?:part|half|instal?ment|tranche)[^․.;]{0,60}(?:took|drew|received|take) {A:amount}',
  '(?:now|already) received {A:amount}',
  'keeps? (?:the )?{A:amount} already received',
  'including one of {A:amount}',
  '{A:amount} (?:is |was )?(?:drawn|available|undrawn|payable|called)\\b',
  '{A:amount} of the {round} had been (?:completed|closed|paid)',
  'term loan of {A:amount}',
];

/** One payer's money at one closing, tried before investments. */
export const PAYER_RULES: readonly Rule[] = [
  rule(
    'tranche',
    '{P:payer}{aux} {invest}(?: up)? (?:the |an? |its )?{part} {piece},? (?:of|worth|totall?ing) {A:amount}'
      .replace('{part}', PART)
      .replace('{piece}', PIECE),
    tranche(),
  ),
  rule(
    'round',
    "{part} {piece} (?:of|in|for) (?:an?|the|its|{P}|{P}['’]s)?{~40} ?{round},? (?:for (?:an? )?(?:total|combined|aggregate)(?: [\\w-]+){0,3}|(?:which |thereby )?(?:bring|tak|push)\\w* (?:the |its )?(?:round|total|series [a-k]|financing|raise|amount)(?: [\\w-]+){0,4}|totall?ing) {~12}{A:amount}"
      .replace('{part}', PART)
      .replace('{piece}', PIECE),
    wholeAtLast,
  ),
  rule(
    'tranche',
    '{P:payer}{aux} paid (?:a further )?{A:amount}, the {part} of (?:\\w+ )?(?:tranches|instal?ments|payments)'.replace(
      '{part}',
      PART,
    ),
    payersTranche,
  ),
  rule(
    'tranche',
    "{P:payer}['’]s? {~60}(?:second|first|third|final|last) {piece} of {P}['’]s investment in {P:issuer}, worth {A:amount}".replaceAll(
      '{piece}',
      PIECE,
    ),
    payersTranche,
  ),
  rule(
    'tranche',
    '{P:payer}{aux} paid (?:a further )?{A:amount} to {P:issuer} {D}, at the {part} clos'.replaceAll(
      '{part}',
      PART,
    ),
    payersTranche,
  ),
];

/** Kinds of money that a round is told to be made of. */
const KIND_OF_MONEY =
  '(?:equity|debt|(?:\\w+ )?loans?|notes|convertibles?|convertible debt|grants?|(?:term |credit )?facility)';

export const TRANCHE_RULES: readonly Rule[] = [
  rule(
    'tranche',
    '{P:issuer}{aux} add(?:s|ed|ing)? (?:an? )?(?:another |further |extra |additional )?{A:amount} (?:to|in) (?:its|the|an?) (?:[\\w-]+ ){0,6}{round}(?: (?:and|that|which))?(?: is)?(?: now)? (?:total(?:s|ling|ing)|worth|standing at|stands at|amounting to) {~12}{A:whole}',
    addedTo,
    ['amount', 'whole'],
  ),
  rule(
    'tranche',
    `(?:this|it|that|which|the (?:[\\w-]+ ){0,2}(?:round|total|sum|amount|financing|raise|package|deal)) (?:includes?|compris(?:es|ed)|consist(?:s|ed) of|included) {~20}{A:amount}(?:(?: (?:in|of|as|worth of))? (?:[\\w-]+ ){0,3}?${KIND_OF_MONEY}) (?:(?:financing|funding|investment|raised|provided|contributed) )?(?:by|from) {role}{P:backer}`,
    partOfLast,
  ),
  rule(
    'tranche',
    `(?:this|it|that|which|the (?:[\\w-]+ ){0,2}(?:round|total|sum|amount|financing|raise|package|deal)) (?:includes?|compris(?:es|ed)|consist(?:s|ed) of|included|is made up of|was made up of|is split into|combines) {~20}{A:amount}(?:(?: (?:in|of|as|worth of))? (?:[\\w-]+ ){0,3}?${KIND_OF_MONEY})(?:(?: and|,| plus) {~20}{A:second}(?= (?:(?:in|of|as) )?(?:[\\w-]+ ){0,3}?${KIND_OF_MONEY}))?`,
    bothKinds,
    ['amount'],
  ),
  rule(
    'tranche',
    `(?:an? )?(?:additional|further|another|remaining|other) {A:amount} (?:was|were|is|came|being) (?:secured|raised|provided|obtained|arranged|funded|borrowed)? ?(?:through|via|as|in|from|by way of) (?:[\\w-]+ ){0,3}?${KIND_OF_MONEY}`,
    partOfLast,
  ),
  rule(
    'tranche',
    'drew down the (?<part>{part} {piece}) [^․.;]{0,60}{D:when}'
      .replace('{part}', PART)
      .replace('{piece}', PIECE),
    drawdown,
    [],
  ),
  rule('tranche', '{P:issuer}{aux} received {A:amount} of a planned {A:whole}', partOfWhole, [
    'amount',
    'whole',
  ]),
  rule(
    'tranche',
    '(?:would |will |to )?fund {P:issuer} with {A:amount} {D:when}(?: and {A:second} {D:later})?',
    twoParts,
    ['amount', 'second'],
  ),
  rule('tranche', '{P:issuer}{aux} (?:receive|get|draw down|took|take)(?:s|d)? {A:amount}', partReceived),
  rule('tranche', 'unfunded (?:revolver|facility) of {A:amount}', tranche({ status: 'agreed' })),
  rule('tranche', '{A:amount} at the (?:initial|first|second|final) clos(?:e|ing)', partReceived),
  rule(
    'tranche',
    '{A:amount}[^․.;]{0,80}, the (?:opening|first|initial) (?:part|tranche) of',
    tranche({ status: 'closed' }),
  ),
  rule(
    'round',
    '(?:part|tranche|closing) of an? [^․.;]{0,60}(?:placement|round|financing|deal|package)[^․.;]{0,40}(?:bring in|reach|total|be worth) {A:amount}',
    (hit, reading) => draftRound(hit, reading, hit.amount('amount'), { status: 'agreed' }) !== undefined,
  ),
  rule(
    'tranche',
    "(?:last|final|remaining|first|other) {A:amount} of (?:{P:issuer}['’]s|its|the) {A:whole} {round}",
    lastOfWhole,
    ['amount', 'whole'],
  ),
  rule(
    'tranche',
    '(?:the |an? )?{part} {A:amount}(?! (?:of|in) (?:funding|seed|(?:\\w+ )?(?:loans?|debt|grants?))| (?:raise|round|financing|series|fundraise)\\b)'.replace(
      '{part}',
      PART,
    ),
    partNamed,
  ),
  rule(
    'tranche',
    `{A:amount} (?:in|at|through|from|via|on|with) (?:an?|the|its) (?:first|initial) (?:and \\w+ )?(?:close|closing|${SLICE})(?=[^.;]{0,90} (?:additional|further|another|remaining|second|more|balance|rest|final|up to)\\b)`,
    tranche(),
  ),
  rule(
    'tranche',
    '(?:additional|further|extra|another) {A:amount}{~30} (?:if|upon|on|from|through|by|assuming)(?: the)?(?: full| cash)* exercise of {~40}warrants',
    tranche({ status: 'planned' }),
  ),
  rule(
    'tranche',
    '(?:exercise of|exercising) {~40}warrants{~60} (?:raise|provide|yield|generate|bring in|proceeds of|worth|for|receive)(?: an?| up to an?)? ?(?:additional |further |extra |another )?{A:amount}',
    tranche({ status: 'planned' }),
  ),
  rule(
    'tranche',
    'warrants (?:that|which) (?:could|would|may|might|will|can) {~30}(?:raise|provide|yield|generate|bring in)(?: an?)? ?(?:additional |further |extra |another )?{A:amount}',
    tranche({ status: 'planned' }),
  ),
  rule('tranche', 'only {A:amount} is being paid', tranche({ status: 'closed' })),
  rule('tranche', 'tranche (?:[ivx]+|\\d) ?: ?(?:balance of )?{A:amount}', tranche()),
  rule('tranche', '^(?:allotted|paid|drawn|called|received) {D:when}', dated, []),
  rule(
    'tranche',
    '^(?:[^\\p{L}]*)(?:venture firms|investors|backers|shareholders) (?:put in|paid|provided|invested) {A:amount}',
    tranche(),
  ),
  rule('tranche', 'investors paid their {A:amount}', partReceived),
  rule('tranche', '{A:amount} uncommitted', tranche({ status: 'planned' })),
  rule('tranche', '{A:amount} is primary (?:capital|money)', ofKind('primary')),
  rule('tranche', '(?:balance |remaining |other )?{A:amount} is (?:an? )?secondary', ofKind('secondary')),
  rule('tranche', "{P:issuer}['’]s total includes {A:amount} of (?:venture )?debt", ofKind('debt')),
  rule('tranche', 'the equity is {A:amount}', ofKind('primary')),
  ...SOURCES.map((source) =>
    rule('tranche', source.replaceAll('{part}', PART).replaceAll('{piece}', PIECE), tranche()),
  ),
];
