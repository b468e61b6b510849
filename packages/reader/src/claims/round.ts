import { daysBetween, lastDayOf, type PartialDate } from '@tranche/core/time';
import type { DealStatus, MoneyKind, Span } from '@tranche/ledger/claim';
import { type AmountToken, compilePattern, matchesOf } from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import type { Cited, RoundDraft } from './draft.ts';
import { cited, type Reading } from './reading.ts';
import { Hit, type Rule, rule } from './rule.ts';
import { instrumentIn, stageNear } from './stage-and-instrument.ts';

interface RoundOptions {
  readonly done?: DealStatus;
  readonly status?: DealStatus;
  readonly instrument?: string;
  readonly background?: boolean;
  /** The sum of several deals or closings. */
  readonly total?: boolean;
  /** The size of one deal with all its closings. */
  readonly whole?: boolean;
}

/** Drafts the round a hit speaks of; what stands in the same clause (stage, instrument, date) goes with it. */
export function draftRound(
  hit: Hit,
  reading: Reading,
  token: AmountToken | undefined,
  options: RoundOptions = {},
): RoundDraft | undefined {
  const issuer = reading.issuer(hit, 'issuer', true);
  if (issuer === undefined || token === undefined || isFund(issuer.value, hit)) return undefined;
  const status = options.status ?? reading.status(hit, options.done);
  const clause = hit.clause;
  const near = clause.indexOf(hit.words) + hit.words.length / 2;
  const local = `${hit.words}${NEXT_WORDS.exec(hit.after)?.[0] ?? ''}`;
  const stage = stageNear(local, local.length / 2) ?? stageNear(clause, near);
  const instrument = instrumentIn(local) ?? instrumentOfSentence(hit);
  const date = reading.date(hit.dateNear(), status, hit.clause);
  const span = reading.spanOfWords(hit, stage);
  const background = options.background ?? isBackground(hit, date?.value, reading);
  return reading.add({
    ...reading.base('round', hit, [token.start, token.span[1]]),
    issuer,
    amount: cited(token),
    stage: stage === undefined ? undefined : { value: stage, ...(span === undefined ? {} : { span }) },
    instrument: instrument === undefined ? undefined : { value: instrument.name },
    money: instrument?.money ?? 'primary',
    date:
      date ??
      onlyDay(hit, reading, status) ??
      (background || options.total ? undefined : announced(hit, reading, issuer.value, status)),
    status,
    leads: [],
    participants: [],
    proceeds: [],
    condition: reading.askedCondition(),
    background,
    total: options.total,
  });
}

/** What an investor raises is money for its funds, unless it borrows. */
const isFund = (issuer: Party, hit: Hit): boolean =>
  issuer.investor &&
  /\b(?:funds?|vehicles?|venture firms)\b/i.test(hit.frame.skeleton.text) &&
  !/\b(?:loans?|facility|debt|credit|notes)\b/i.test(hit.clause);

const EARLIER =
  /\b(?:had (?:earlier |already |previously )?(?:raised|picked up|secured|taken)|last round|previous round|earlier raised|previously raised|a year ago)\b/i;
const BACKGROUND_DAYS = 100;

/** A round that ended long before the report, or that the words put into the past. */
function isBackground(hit: Hit, date: PartialDate | undefined, reading: Reading): boolean {
  if (EARLIER.test(hit.clause)) return true;
  const end = date === undefined ? undefined : lastDayOf(date);
  return (
    end !== undefined &&
    reading.published !== undefined &&
    daysBetween(end, reading.published) > BACKGROUND_DAYS
  );
}

/** The one full day that the sentence names dates a round told by its steps ("the board on 11 July approved an issue"). */
function onlyDay(hit: Hit, reading: Reading, status: DealStatus): Cited<PartialDate> | undefined {
  if (!/\b(?:approved|resolved|issued|allotted)\b/i.test(hit.before)) return undefined;
  const days = hit.frame.dates.filter((date) => date.isDay && !date.isWeekday && date.bound === 'at');
  return days.length === 1 ? reading.date(days[0], status) : undefined;
}

const SAYS = '(?:said|says|announced|announces|confirmed|reported)';
const ANNOUNCED = [
  `{P:who}(?:,)? ${SAYS}(?: in a (?:\\w+ )?statement)?(?: on)? ?{D:when}`,
  `{P:who} {D:when} (?:signed|${SAYS})`,
].map((source) => compilePattern(source, {}));

/** The day on which the company itself spoke of the round: its statement's date, or "the company said on Monday". */
function announced(
  hit: Hit,
  reading: Reading,
  issuer: Party,
  status: DealStatus,
): Cited<PartialDate> | undefined {
  if (status !== 'closed' && status !== 'agreed') return undefined;
  for (const pattern of ANNOUNCED) {
    for (const match of matchesOf(pattern, hit.frame.skeleton)) {
      const told = new Hit(hit.frame, match);
      const who = told.refs('who')[0];
      if (who === undefined || reading.partyOf(who) !== issuer) continue;
      return reading.date(told.date('when'), 'closed');
    }
  }
  return reading.tier === 'party_statement' && reading.published !== undefined
    ? { value: reading.published as string as PartialDate }
    : undefined;
}

/** Instruments whose name leaves no doubt may stand anywhere before the sum in its sentence. */
const CERTAIN =
  /\b(?:compulsorily convertible preference shares|preferred stock|SAFEs?|convertible notes|third-party allotment|go public)\b/;

const instrumentOfSentence = (hit: Hit) => {
  const words = CERTAIN.exec(`${hit.before}${hit.words}`)?.[0];
  return words === undefined ? undefined : instrumentIn(words);
};

const NEXT_WORDS = /^[^\ue400-\uebff.;]{0,70}/;

const round =
  (options: RoundOptions = {}) =>
  (hit: Hit, reading: Reading): boolean =>
    draftRound(hit, reading, hit.amount('amount'), options) !== undefined;

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
  const round = draftRound(hit, reading, hit.amount('amount'));
  if (round === undefined) return false;
  for (const { value, span } of reading.parties(hit, 'issuer').slice(1)) {
    round.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  }
  return true;
}

const FINANCING =
  /\b(?:round|raise[sd]?|financing|funding|fundrais\w+|series [a-k]\b|seed|capital|placement|facility|loans?|notes?|SAFEs?|allotment|equity|debt|extension|stock|post-money|pre-money|talks over|look(?:s|ing)? for)\b/i;

/** A sale of existing shares: who holds them sells, and no money reaches the company. */
const secondary =
  (options: RoundOptions = {}) =>
  (hit: Hit, reading: Reading): boolean => {
    const round = draftRound(hit, reading, hit.amount('amount'), { done: 'completed', ...options });
    if (round === undefined) return false;
    round.money = 'secondary';
    round.instrument ??= { value: 'secondary sale' };
    for (const { value, span } of reading.parties(hit, 'buyer')) {
      round.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
      draftBuyer(hit, reading, round, value, span);
    }
    return true;
  };

function draftBuyer(
  hit: Hit,
  reading: Reading,
  round: RoundDraft,
  buyer: Party,
  span: Span | undefined,
): void {
  reading.add({
    ...reading.base('investment', hit, round.amount?.span),
    investor: { value: buyer, ...(span === undefined ? {} : { span }) },
    issuer: round.issuer,
    amount: round.amount,
    when: round.date,
    money: 'secondary',
    status: round.status,
  });
}

/** A loan, grant or credit beside the round, with who gives it. */
const beside =
  (options: RoundOptions & { readonly money: MoneyKind }) =>
  (hit: Hit, reading: Reading): boolean => {
    const round = draftRound(hit, reading, hit.amount('amount'), { ...options, background: true });
    if (round === undefined) return false;
    round.money = options.money;
    round.instrument ??= options.instrument === undefined ? undefined : { value: options.instrument };
    for (const { value, span } of reading.parties(hit, 'giver'))
      round.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
    return true;
  };

const STOCK = '(?:stock|shares)';

/** "P entered into a loan agreement with Q for A": Q gives it. */
function agreement(hit: Hit, reading: Reading): boolean {
  const round = draftRound(hit, reading, hit.amount('amount'), { done: 'agreed' });
  for (const { value, span } of reading.parties(hit, 'giver'))
    round?.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  return round !== undefined;
}

/** "a seed was agreed with P: A": P leads it. */
function agreedWith(hit: Hit, reading: Reading): boolean {
  const round = draftRound(hit, reading, hit.amount('amount'), { status: 'agreed' });
  for (const { value, span } of reading.parties(hit, 'lead'))
    round?.leads.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  return round !== undefined;
}

/** Loans, grants and sums told apart, tried before investments and tranches, which would take them. */
export const BESIDE_RULES: readonly Rule[] = [
  rule(
    'round',
    `{P:issuer}{~60}(?:employees|staff|insiders|shareholders|holders|investors){~40}(?:sell|cash out|offload)(?: up to)? {A:amount} (?:worth )?(?:of|in) (?:[\\w-]+ ){0,3}${STOCK}(?: to {P:buyer})?`,
    secondary(),
  ),
  rule(
    'round',
    `(?:buy|buys|buying|bought|purchase|purchases|acquire)(?: up to)? {A:amount} (?:worth )?(?:of|in) (?:{P}['’]?s? )?(?:[\\w-]+ ){0,2}${STOCK} from (?:existing|current|early|some|other) (?:[\\w-]+ ){0,3}(?:investors|shareholders|holders|backers|employees|staff)`,
    secondary(),
  ),
  rule(
    'round',
    '{P:issuer}{aux} (?:to |enter(?:ed|s)? (?:into )?|sign(?:ed|s)? |execut(?:ed|es) )an? {A:amount} {round}',
    round({ done: 'agreed' }),
  ),
  rule(
    'round',
    '{P:issuer}{aux} (?:enter(?:ed|s)?(?: into)?|sign(?:ed|s)?|execut(?:ed|es)) an? (?:[\\w-]+ ){0,5}(?:financing|loan|facility|credit|purchase|subscription|placement|notes?)(?: [\\w-]+){0,2}(?: with {P:giver})?,?{~40}(?:for|of|worth|providing|totall?ing) {~25}{A:amount}(?! (?:a|per) share)',
    agreement,
  ),
  rule(
    'round',
    `{P:issuer}{aux} (?:let|allow|giv)(?:s|es|ing)? (?:staff|employees) (?:the chance to |to )?sell {A:amount} of (?:\\w+ )?${STOCK}(?: to {P:buyer})?`,
    secondary(),
  ),
  rule('round', '(?:another|a further) {A:amount}, (?:now )?as {~20}(?:notes|SAFEs)', round()),
  rule('round', 'including {A:amount} in (?:a|its|the) {round}', round({ background: true })),
  rule(
    'round',
    '(?:talks|negotiations|discussions)[^․.;]{0,60} deal, worth {A:amount}, (?:broke down|collapsed|fell through|ended)',
    round({ status: 'abandoned' }),
  ),
  rule('round', '{round} (?:was |is )?agreed with {P:lead} ?: ?{A:amount}', agreedWith),
  rule('round', 'an? {A:amount} {P:giver} grant', beside({ money: 'grant', instrument: 'grant' })),
  rule('round', 'borrowings of {A:amount} from {P:giver}', beside({ money: 'debt' })),
  rule(
    'round',
    '(?<!term )(?:bank |bridge )?loan of {A:amount}(?: from {P:giver})?',
    beside({ money: 'debt' }),
  ),
  rule('round', '{A:amount} (?:in|of) (?:\\w+ )?loans', beside({ money: 'debt' })),
  rule('round', '(?:refinance|repay) an? {A:amount} loan', beside({ money: 'debt', status: 'closed' })),
];

/** Backers that stand with the sum. */
const withBackers =
  (...slots: readonly string[]) =>
  (hit: Hit, reading: Reading): boolean => {
    const round = draftRound(hit, reading, hit.amount('amount'));
    for (const { value, span } of slots.flatMap((slot) => reading.parties(hit, slot))) {
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

const LEDS = '(?:spearhead|spearheads|spearheading|spearheaded|led|leads|leading|lead|co-led|co-leads)';

export const ROUND_RULES: readonly Rule[] = [
  rule(
    'round',
    `{P:lead},?{aux} ${LEDS} (?:an?|the|its|{P}['’]s) {A:amount} (?:[\\w-]+ ){0,3}(?:investment|{round})(?: (?:in|for|of|into) {P:issuer})?`,
    ledBy,
  ),
  rule(
    'round',
    `{P:backer} (?:joined|joins|joining) {P:second} in an? {A:amount} (?:[\\w-]+ ){0,3}(?:investment|round|financing|funding) (?:in|for|of) {~60}{P:issuer}`,
    withBackers('backer', 'second'),
  ),
  rule(
    'round',
    '{P:backer}{aux} (?:part of|(?:took|taking|takes) part in|participat\\w+ in|invest\\w+ in|joined|joining) an? {~40}{A:amount} (?:[\\w-]+ ){0,3}(?:investment|round|financing|funding) (?:in|for|of) {~60}{P:issuer}',
    withBackers('backer'),
  ),
  rule(
    'round',
    '(?:consortium|group|syndicate)[^․.;]{0,60} (?:that|which) (?:invested|put) {A:amount} (?:in|into) {~60}{P:issuer}',
    round(),
  ),
  rule(
    'round',
    '{A:amount} (?:[\\w-]+ ){0,3}(?:investment|{round}) (?:in|into) {~60}{P:issuer}(?! (?:loans|debt))',
    round(),
  ),
  rule(
    'round',
    '{A:amount} (?:[\\w-]+ ){0,3}(?:investment|{round}) from (?:[a-z-]+ ){0,3}(?:investors|backers|firms|funds|angels)(?:,? (?:including|such as|like))? {P:backer}',
    withBackers('backer'),
  ),
  rule(
    'round',
    '{P:backer}{aux} (?:invest(?:ed|s|ing)?|put|contributed|committed|provided|participated) {~12}{A:amount}(?:{~40}(?: in| into) {P:issuer})?',
    (hit, reading) => hit.refs('backer').length > 2 && withBackers('backer')(hit, reading),
  ),
  rule('round', '{P:issuer} \\({A:amount}, ?(?:{stage})', round()),
  rule(
    'round',
    '{P:issuer}[^․.;]{0,40} (?:with|after|following|on the back of) (?:an?|its|the) (?:[\\w-]+ ){0,2}{A:amount} {round}',
    round(),
  ),
  rule(
    'round',
    '(?:stock|shares|notes|debentures|placement|warrants|units)\\b{~~70}(?:gross |net |aggregate |total |cash )*(?:proceeds|purchase price|consideration) of {~20}{A:amount}',
    round(),
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
  rule('round', '{P:issuer}[\'’]s (?:\\w+ ){0,2}["“]?{A:amount} {round}', round()),
  rule('round', '{P:issuer} has an agreement for {A:amount}', round({ status: 'agreed' })),
  rule('round', 'the {A:amount} {P:issuer} announced', round({ status: 'agreed', background: true })),
  rule('round', '{A:amount} {round}(?: in| for| of| by)? {P:issuer}', round()),
  rule('round', '{D} {A:amount} {round}', round({ background: true })),
  rule(
    'round',
    '{round}{~20}(?:would|will|could) (?:shrink|fall|drop|be cut|be reduced) from {A} to {A:amount}',
    round(),
  ),
  rule('round', '(?:the|an?) (?:same |separate |further |additional )?{A:amount} {round}', round()),
  rule(
    'round',
    '{round}{~~30}(?:of|totals|totalling|worth|brought in|was|at|ranging from|range from|between) {A:amount}',
    round(),
  ),
  rule(
    'round',
    '{A:amount} (?:in|of) (?:(?!revenue|sales|seed capital)\\w+ ){0,3}(?:funding|capital|financing|equity|debt|notes|SAFEs)',
    round(),
  ),
  rule(
    'round',
    '(?:raise|raising|raised|take|took|taking|bring in|look for|hunting for) {A:amount}',
    round(),
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
];
