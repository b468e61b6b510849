import type { DealStatus } from '@tranche/ledger/claim';
import type { AmountToken } from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import { membersFrom } from './backer-lists.ts';
import { closingNear, PART, PIECE } from './closing.ts';
import { conditionOf } from './condition.ts';
import type { Cited, RoundDraft, TrancheDraft } from './draft.ts';
import { draftInvestments } from './investment.ts';
import { cited, type Reading } from './reading.ts';
import { draftRound } from './round.ts';
import { type Hit, type Rule, rule } from './rule.ts';

interface TrancheOptions {
  readonly done?: DealStatus;
  readonly status?: DealStatus;
  readonly slot?: string;
  readonly when?: string;
  readonly payer?: Cited<Party>;
}

/** Drafts a part of the deal that the text is about; nothing where no company is known to raise money. */
function draftTranche(hit: Hit, reading: Reading, options: TrancheOptions = {}): TrancheDraft | undefined {
  const token = hit.amount(options.slot ?? 'amount');
  const issuer = reading.issuer(hit);
  if (token === undefined || issuer === undefined || issuer.value === reading.roles.mainInvestor)
    return undefined;
  const told = options.status ?? reading.status(hit, options.done);
  const status = told === 'closed' && isWaiting(hit) ? 'agreed' : told;
  const payer = options.payer ?? reading.parties(hit, 'payer')[0];
  const mention = options.when === undefined ? hit.dateNear() : hit.date(options.when);
  reading.closing = closingNear(hit, reading)?.value;
  return reading.add({
    ...reading.base('tranche', hit, [token.start, token.span[1]]),
    issuer,
    amount: cited(token),
    when:
      reading.date(mention, status, `${hit.clause} due`) ??
      (reading.drawdown?.line === reading.line ? reading.drawdown.when : undefined),
    condition: conditionOf(hit, reading),
    part: reading.closing,
    payer:
      payer === undefined
        ? undefined
        : { value: payer.value.name, ...(payer.span ? { span: payer.span } : {}) },
    status,
  });
}

/** A part that waits for something, in words without a verb of paying: "a further A payable on milestones". */
const isWaiting = (hit: Hit): boolean => {
  const near = `${hit.words}${/^[^\ue400-\ue7ff.;]{0,60}/.exec(hit.after)?.[0] ?? ''}`;
  return WAITS.test(near) && !PAID.test(`${hit.before.slice(-40)}${near}`);
};
const WAITS =
  /\b(?:payable|subject to|contingent|conditional|tied to|dependent on|to follow|to come|upon|milestones?)\b/i;
const PAID = /\b(?:paid|received|drew|drawn|funded|took|taken|triggered|met|reached|unlocked|earned)\b/i;

const tranche =
  (options: TrancheOptions = {}) =>
  (hit: Hit, reading: Reading): boolean =>
    draftTranche(hit, reading, options) !== undefined;

/** Money of one payer at one closing is a tranche of the deal and that payer's investment. */
function payersTranche(hit: Hit, reading: Reading): boolean {
  const payer = reading.parties(hit, 'payer');
  if (draftTranche(hit, reading) === undefined) return false;
  draftInvestments(hit, reading, hit.amount('amount'), payer);
  return true;
}

/** "received A of a planned B": a part that came, and the whole that is planned. */
function partOfWhole(hit: Hit, reading: Reading): boolean {
  if (draftTranche(hit, reading, { status: 'closed' }) === undefined) return false;
  return draftRound(hit, reading, hit.amount('whole'), { status: 'planned' }) !== undefined;
}

/** Money received under a deal that the text has already named with a larger sum. */
function partReceived(hit: Hit, reading: Reading): boolean {
  const token = hit.amount('amount');
  const issuer = reading.issuer(hit)?.value;
  const drawn = reading.drawdown?.line === reading.line;
  const isPart = (round: RoundDraft): boolean =>
    round.issuer.value === issuer && exceeds(round.amount?.value, token);
  if (!drawn && !reading.rounds().some(isPart)) return false;
  return draftTranche(hit, reading) !== undefined;
}

/** "the last A of its B round": the part by its clause, the whole as agreed. */
function lastOfWhole(hit: Hit, reading: Reading): boolean {
  if (draftTranche(hit, reading) === undefined) return false;
  return draftRound(hit, reading, hit.amount('whole'), { status: 'agreed' }) !== undefined;
}

/** A sentence that only dates the tranche before it. */
function dated(hit: Hit, reading: Reading): boolean {
  const last = reading.drafts.findLast((draft) => draft.type === 'tranche');
  if (last?.type !== 'tranche' || last.line !== reading.line) return false;
  last.when ??= reading.date(hit.date('when'), 'closed');
  return true;
}

/** "drew down the second part": the sums that the paragraph goes on to name were paid under it. */
function drawdown(hit: Hit, reading: Reading): boolean {
  reading.closing = hit.text('part')?.toLowerCase();
  reading.drawdown = { line: reading.line, when: reading.date(hit.date('when'), 'closed') };
  return true;
}

const exceeds = (sum: AmountToken['amount'] | undefined, token: AmountToken | undefined): boolean =>
  sum !== undefined &&
  token !== undefined &&
  sum.currency === token.amount.currency &&
  top(sum).compare(top(token.amount)) > 0;
const top = (sum: AmountToken['amount']) => ('min' in sum ? sum.max : sum.value);

const two = (hit: Hit, reading: Reading): boolean => {
  const first = draftTranche(hit, reading, { when: 'when' });
  if (first === undefined) return false;
  if (hit.has('second')) draftTranche(hit, reading, { slot: 'second', when: 'later' });
  return true;
};

/** Kinds of money within one deal: "A is primary capital while B is a secondary sale". */
const kind =
  (money: TrancheDraft['money']) =>
  (hit: Hit, reading: Reading): boolean => {
    const draft = draftTranche(hit, reading);
    if (draft !== undefined) draft.money = money;
    return draft !== undefined;
  };

/** What is called "another A" is a part where the text has told of the deal before, and a round of its own where it has not. */
function partNamed(hit: Hit, reading: Reading): boolean {
  const issuer = reading.issuer(hit)?.value;
  const isRaise =
    /\b(?:rais|secur|clos|land|bagg|nabb|attract|collect|obtain|receiv|add|nett|grabb|pull|haul|borrow)\w*(?: in| up)? $/i;
  const isOwn = /^(?:another|a further|further) /i.test(hit.words) && isRaise.test(hit.before);
  if (isOwn && !reading.rounds().some((round) => round.issuer.value === issuer)) return false;
  return draftTranche(hit, reading) !== undefined;
}

/** "closed the last tranche of its Series A for a total of A": the sum is the whole round's. */
const wholeAtLast = (hit: Hit, reading: Reading): boolean =>
  draftRound(hit, reading, hit.amount('amount'), { status: reading.status(hit, 'completed') }) !== undefined;

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

/** "This includes A of equity": a part, where the round was told just before. */
function partOfLast(hit: Hit, reading: Reading): boolean {
  const last = reading.lastRound;
  if (last === undefined || last.background || last.issuer.value !== reading.issuer(hit)?.value) return false;
  if (last.line < reading.line - 1 || last.sentence < reading.sentence - 2) return false;
  if (last.sentence >= reading.sentence || draftTranche(hit, reading) === undefined) return false;
  for (const { value, span } of hit.has('backer') ? membersFrom(hit, reading, 'backer') : [])
    if (value !== last.issuer.value)
      last.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  return true;
}

/** The same with the second kind of money beside the first. */
function both(hit: Hit, reading: Reading): boolean {
  if (!partOfLast(hit, reading)) return false;
  const second = hit.amount('second');
  if (second?.role === undefined && draftTranche(hit, reading, { slot: 'second' }) !== undefined && second)
    second.role = 'tranche';
  return true;
}

/** "added A to a round now totalling B": the part, and the whole. */
function addedTo(hit: Hit, reading: Reading): boolean {
  if (draftTranche(hit, reading) === undefined) return false;
  return draftRound(hit, reading, hit.amount('whole'), { whole: true }) !== undefined;
}

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
    both,
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
    two,
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
  rule('tranche', '{A:amount} is primary (?:capital|money)', kind('primary')),
  rule('tranche', '(?:balance |remaining |other )?{A:amount} is (?:an? )?secondary', kind('secondary')),
  rule('tranche', "{P:issuer}['’]s total includes {A:amount} of (?:venture )?debt", kind('debt')),
  rule('tranche', 'the equity is {A:amount}', kind('primary')),
  ...SOURCES.map((source) =>
    rule('tranche', source.replaceAll('{part}', PART).replaceAll('{piece}', PIECE), tranche()),
  ),
];
