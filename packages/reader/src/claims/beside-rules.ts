import type { MoneyKind } from '@tranche/ledger/claim';
import { PART, PIECE } from './closing.ts';
import type { Reading } from './reading.ts';
import { draftRound, type RoundOptions, round } from './round.ts';
import { type Hit, type Rule, rule } from './rule.ts';
import { STOCK, secondary } from './secondary-sale.ts';
import { instrumentIn } from './stage-and-instrument.ts';

/** A loan, grant or credit beside the round, with who gives it. */
const beside =
  (options: RoundOptions & { readonly money: MoneyKind }) =>
  (hit: Hit, reading: Reading): boolean => {
    const round = draftRound(hit, reading, hit.amount('amount'), { ...options, background: true });
    if (round === undefined) return false;
    round.money = options.money;
    round.instrument ??= options.instrument === undefined ? undefined : { value: options.instrument };
    for (const { value, span } of reading.parties(hit, 'giver'))
      if (value !== round.issuer.value)
        round.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
    return true;
  };

/** "P entered into a loan agreement with Q for A": Q gives it. */
function agreement(hit: Hit, reading: Reading): boolean {
  const round = draftRound(hit, reading, hit.amount('amount'), { done: 'agreed' });
  for (const slot of ['giver', 'second'])
    for (const { value, span } of reading.parties(hit, slot))
      round?.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  return round !== undefined;
}

/** "P and Q signed a A loan": the one that is no company gives it. */
function signed(hit: Hit, reading: Reading): boolean {
  const round = draftRound(hit, reading, hit.amount('amount'), { done: 'agreed' });
  for (const { value, span } of reading.parties(hit, 'issuer'))
    if (hit.refs('issuer').length > 1 && value !== round?.issuer.value)
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

/** "P agreed to sell shares to Q for proceeds of A": Q backs the round. */
function sells(hit: Hit, reading: Reading): boolean {
  const round = draftRound(hit, reading, hit.amount('amount'));
  for (const slot of ['giver', 'second'])
    for (const { value, span } of reading.parties(hit, slot))
      if (value !== round?.issuer.value)
        round?.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  return round !== undefined;
}

/** "P extended a A loan to Q": P gives it, when its trade is to lend and invest or the words can only mean a loan or grant. */
function lends(hit: Hit, reading: Reading): boolean {
  const kind = instrumentIn(hit.words)?.money;
  if (kind !== 'debt' && kind !== 'grant') return false;
  const [giver] = reading.parties(hit, 'giver');
  const [issuer] = reading.parties(hit, 'issuer');
  // "Mill signed a loan with Harrow Capital": who lends by trade is the lender.
  if (
    giver !== undefined &&
    issuer !== undefined &&
    reading.isInvestor(issuer.value) &&
    !reading.isInvestor(giver.value)
  )
    return false;
  return beside({ money: kind })(hit, reading);
}

/** "the first close of a A round", "this is the second tranche of the A round": the sum is that of the whole. */
function whole(hit: Hit, reading: Reading): boolean {
  const part = IS_PART.test(hit.before) ? reading.lastRound : undefined;
  const round = draftRound(hit, reading, hit.amount('amount'), {
    ...(FINAL.test(hit.words) ? { done: 'completed' as const } : {}),
    ...(ONGOING.test(hit.words) ? { status: 'planned' as const } : {}),
  });
  if (round === undefined) return false;
  if (part?.amount === undefined || part.issuer.value !== round.issuer.value || part.background) return true;
  const at = reading.drafts.indexOf(part);
  if (at < 0) return true;
  const { type: _, issuer, amount, date, money, leads, participants, proceeds, ...base } = part;
  const {
    stage: _s,
    instrument: _i,
    pre: _p,
    post: _o,
    unspecified: _u,
    background: _b,
    total: _t,
    condition,
    ...kept
  } = base;
  reading.drafts[at] = { ...kept, type: 'tranche', issuer, amount, when: date, condition, money };
  round.leads.push(...leads);
  round.participants.push(...participants);
  round.proceeds.push(...proceeds);
  return true;
}
const IS_PART =
  /\b(?:investment|funding|financing|money|raise|injection|capital|this|it|which)\b[^.;․]{0,20} (?:is|was|forms|represents|marks) (?:the )?$/i;
/** Those who hold shares, and what they do to be rid of them. */
const HOLDERS =
  '(?:employees|staff|insiders|shareholders|stockholders|holders|investors|backers|workers|founders|staffers)';
const SELL =
  '(?:sell|sells|sold|selling|cash(?:ed)? out|offload\\w*|unload\\w*|dispos\\w+ of|part(?:ed)? with)(?: up to)?';
const ONGOING = /\b(?:ongoing|planned|targeted|proposed)\b/i;
const FINAL = /^(?:the )?(?:final|last)\b/i;
const CLOSES = '(?:first|second|third|final|last|initial)(?: and (?:final|last))? (?:close|closing)';

/** Loans, grants and sums told apart, tried before investments and tranches, which would take them. */
export const BESIDE_RULES: readonly Rule[] = [
  rule(
    'round',
    `(?:${PART} ${PIECE}) (?:of|in) (?:an?|its|the|this|{P}['’]s) (?:[\\w-]+ ){0,3}{A:amount} {round}`,
    whole,
  ),
  rule(
    'round',
    `${CLOSES} (?:of|on) (?:an?|its|the|{P}['’]s) (?:[\\w-]+ ){0,3}{round},? (?:of|totall?ing|worth|for a total of) {A:amount}`,
    whole,
  ),
  rule(
    'round',
    '{P:giver}{aux} (?:grant|extend|provid|giv|gave|award|lend|lent|approv|sign|offer|arrang|finali[sz]|agre)\\w* (?:an? )?{~25}{A:amount} {round}{~120} (?:to|for|of|with|by) {~60}{P:issuer}',
    lends,
  ),
  rule(
    'round',
    '{P:issuer}{aux} awarded {~12}{A:amount}(?! (?:[\\w-]+ ){0,4}(?:contract|order|tender|project|prize|damages|deal))(?:{~40} (?:by|from) (?:the )?{P:giver})?',
    beside({ money: 'grant', instrument: 'grant' }),
  ),
  rule(
    'round',
    '{P:giver}{aux} (?:grant|extend|provid|giv|gave|award|lend|lent|approv)\\w* {P:issuer} (?:with )?(?:an? )?(?:[\\w-]+ ){0,2}{A:amount} (?:[\\w-]+ ){0,3}(?:loan|credit|facility|debt)',
    beside({ money: 'debt' }),
  ),
  rule(
    'round',
    '{P:giver}{aux} (?:lend|lends|lent|lending|loaned) {role}{P:issuer} {~12}{A:amount}',
    beside({ money: 'debt', instrument: 'loan' }),
  ),
  rule(
    'round',
    '{P:giver}{aux} (?:lend|lends|lent|lending|loaned) {~12}{A:amount} to {P:issuer}',
    beside({ money: 'debt', instrument: 'loan' }),
  ),
  rule(
    'round',
    '{P:issuer}{aux} (?:award|grant|giv|receiv|win|won|secur|land|get|got|obtain)\\w* an? {A:amount} (?:[\\w-]+ ){0,2}grant(?: (?:by|from) (?:the )?{P:giver})?',
    beside({ money: 'grant', instrument: 'grant' }),
  ),
  rule(
    'round',
    '{P:issuer}{aux} (?:sell|sells|selling|sold|issue|issues|issuing|issued)(?: and (?:sell|sold|issue|issued))?(?: to {P:giver})?(?:(?!from (?:existing|current|early))[^․.;\\ue400-\\ue7ff]){0,160}(?:shares|stock|notes|debentures|warrants|units|securities)(?:(?: to {P:second}|[^․.;\\ue400-\\ue7ff]|(?:at|of) (?:a price of )?{A} (?:per|a|each)){0,90})(?:proceeds|purchase price|consideration|amount) of {~20}{A:amount}',
    sells,
  ),
  rule(
    'round',
    `{P:issuer}{~60}${HOLDERS}{~40}${SELL} {~20}{A:amount}(?: worth)? (?:of|in) (?:[\\w-]+ ){0,3}(?:${STOCK}|stakes?|holdings?)(?:{~30} to {role}{P:buyer})?`,
    secondary(),
  ),
  rule(
    'round',
    `${HOLDERS}{~40}${SELL} {~20}{A:amount}(?: worth)? (?:of|in) (?:[\\w-]+ ){0,3}(?:${STOCK}|stakes?|holdings?)(?:{~30} to {role}{P:buyer})?`,
    secondary(),
  ),
  rule(
    'round',
    `${HOLDERS}{~40}${SELL} (?:[\\w-]+ ){0,3}(?:${STOCK}|stakes?|holdings?) (?:worth|valued at|for|of) {~20}{A:amount}(?:{~30} to {role}{P:buyer})?`,
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
    signed,
  ),
  rule(
    'round',
    '{P:issuer}{aux} (?:enter(?:ed|s)?(?: into)?|sign(?:ed|s)?|execut(?:ed|es)) an? (?:[\\w-]+ ){0,5}(?:financing|loan|facility|credit|purchase|subscription|placement|notes?|term sheet)(?: [\\w-]+){0,2}(?: with {role}{P:giver})?,?{~40}(?:for|of|worth|providing|totall?ing) {~25}{A:amount}(?! (?:a|per) share)(?: with {role}{P:second})?',
    agreement,
  ),
  rule(
    'round',
    `{P:issuer}{aux} (?:let|allow|giv)(?:s|es|ing)? (?:staff|employees) (?:the chance to |to )?sell {A:amount} of (?:\\w+ )?${STOCK}(?: to {P:buyer})?`,
    secondary(),
  ),
  rule(
    'round',
    '{P:issuer}{aux} (?:authori[sz]|approv|plan|prepar|consider)\\w* an? {A:amount} (?:[\\w-]+ ){0,2}(?:secondary|tender|share sale|stock sale|buyback|liquidity)\\b',
    secondary({ status: 'planned' }),
  ),
  rule(
    'round',
    '{P:issuer}{aux} (?:complet|launch|clos|conclud|finish|h[eo]ld|r[au]n|conduct|organi[sz]|announc)\\w* an? {A:amount} (?:[\\w-]+ ){0,2}(?:secondary|tender|share sale|stock sale|buyback|liquidity)\\b',
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
