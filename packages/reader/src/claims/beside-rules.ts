import type { MoneyKind } from '@tranche/ledger/claim';
import type { Reading } from './reading.ts';
import { draftRound, type RoundOptions, round } from './round.ts';
import { type Hit, type Rule, rule } from './rule.ts';
import { STOCK, secondary } from './secondary-sale.ts';

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

/** "P agreed to sell shares to Q for proceeds of A": Q backs the round. */
function sells(hit: Hit, reading: Reading): boolean {
  const round = draftRound(hit, reading, hit.amount('amount'));
  for (const slot of ['giver', 'second'])
    for (const { value, span } of reading.parties(hit, slot))
      if (value !== round?.issuer.value)
        round?.participants.push({ value: value.name, ...(span === undefined ? {} : { span }) });
  return round !== undefined;
}

/** Loans, grants and sums told apart, tried before investments and tranches, which would take them. */
export const BESIDE_RULES: readonly Rule[] = [
  rule(
    'round',
    '{P:giver}{aux} (?:grant|extend|provid|giv|gave|award|lend|lent|approv)\\w* {P:issuer} (?:with )?(?:an? )?(?:[\\w-]+ ){0,2}{A:amount} (?:[\\w-]+ ){0,3}(?:loan|credit|facility|debt)',
    beside({ money: 'debt' }),
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
