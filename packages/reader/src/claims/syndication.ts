import type { DealStatus } from '@tranche/ledger/claim';
import { closingNear } from './closing.ts';
import { conditionOf } from './condition.ts';
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
  const byWords = status ?? reading.status(hit);
  // A notice binds who gives it; what others are to take of it is still to be placed.
  const found = byWords === 'agreed' && reading.tier === 'filing' ? 'planned' : byWords;
  reading.add({
    ...reading.base('syndication', hit, token === undefined ? undefined : [token.start, token.span[1]]),
    investor,
    issuer,
    amount: token === undefined ? undefined : cited(token),
    when: reading.date(hit.dateNear(), found, hit.clause),
    condition: conditionOf(hit, reading),
    closing: closingNear(hit, reading),
    status: found,
  });
  return true;
}

const brings = (hit: Hit, reading: Reading): boolean => syndication(hit, reading);

/** Only where the sentence or the one before it speaks of co-investors. */
const ofCoInvestors = (hit: Hit, reading: Reading): boolean =>
  reading.drafts.some((draft) => draft.type === 'syndication' && draft.sentence >= reading.sentence - 1) &&
  syndication(hit, reading, 'planned');

export const SYNDICATION_RULES: readonly Rule[] = [
  rule('syndication', '{P:investor}{aux} syndicate {A:amount}', brings),
  rule(
    'syndication',
    '(?:part|portion|share){~20}(?:enlarged|increased|raised|upsized|cut|reduced) from (?:the )?{A:amount} originally planned',
    ofCoInvestors,
  ),
  rule('syndication', '{P:investor}{~~60} placed {A:amount} with {S}', brings),
  rule(
    'syndication',
    '{A:amount}{~30}(?<! reaching out |said )(?:from|to|by|with) {S}(?! (?:led|headed|to gauge))',
    brings,
  ),
  rule('syndication', '{S}{aux} (?:{invest}){~25} ?{A:amount}', brings),
  rule('syndication', '{S} ?: ?{A:amount}', brings),
  rule('syndication', '{S} {A:amount}', brings),
  rule('syndication', '{P:investor}{aux} (?:pull|bring|involv|invit)(?:e|es|ing)?(?: in)? {S}', brings, []),
  rule('syndication', '(?:involving|bringing in|inviting) {S}', brings, []),
];
