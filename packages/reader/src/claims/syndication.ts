import type { DealStatus } from '@tranche/ledger/claim';
import { cited, type Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

/** Drafts the part that goes to co-investors; the investor is the named one, or the one who leads the deal. */
function syndication(hit: Hit, reading: Reading, status?: DealStatus): boolean {
  const token = hit.amount('amount');
  const named = reading.parties(hit, 'investor')[0];
  const investor =
    named ?? (reading.roles.mainInvestor === undefined ? undefined : { value: reading.roles.mainInvestor });
  const topic = reading.topic();
  const issuer = reading.issuer(hit);
  if (
    investor === undefined ||
    issuer === undefined ||
    topic === undefined ||
    investor.value === issuer.value
  )
    return false;
  const found = status ?? reading.status(hit);
  reading.add({
    ...reading.base('syndication', hit, token === undefined ? undefined : [token.start, token.span[1]]),
    investor,
    issuer,
    amount: token === undefined ? undefined : cited(token),
    when: reading.date(hit.dateNear(), found),
    status: found,
  });
  return true;
}

const brings = (hit: Hit, reading: Reading): boolean => syndication(hit, reading);

export const SYNDICATION_RULES: readonly Rule[] = [
  rule('syndication', '{P:investor}{aux} syndicate {A:amount}{~20}(?: of the total)? to {S}', brings),
  rule('syndication', '{P:investor}{aux} syndicate {A:amount}', brings),
  rule('syndication', '{A:amount}{~30}(?:from|to|by|with) {S}', brings),
  rule('syndication', '{S}{~20}(?:{invest}|:){~~25} ?{A:amount}', brings),
  rule('syndication', '{S} {A:amount}', brings),
  rule('syndication', '{P:investor}{aux} (?:pull|bring|involv|invit)(?:e|es|ing)?(?: in)? {S}', brings, []),
  rule('syndication', '(?:involving|bringing in|inviting) {S}', brings, []),
];
