import type { DealStatus } from '@tranche/ledger/claim';
import type { AmountToken } from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import type { Cited } from './draft.ts';
import { cited, type Reading } from './reading.ts';
import { draftRound } from './round.ts';
import { type Hit, type Rule, rule } from './rule.ts';

interface InvestmentOptions {
  readonly done?: DealStatus;
  readonly status?: DealStatus;
  readonly secondary?: boolean;
}

/** Drafts what each named investor puts in. Nothing without an issuer other than the investor. */
export function draftInvestments(
  hit: Hit,
  reading: Reading,
  token: AmountToken | undefined,
  investors: readonly Cited<Party>[],
  options: InvestmentOptions = {},
): boolean {
  const issuer = reading.issuer(hit);
  if (issuer === undefined) return false;
  const status = options.status ?? reading.status(hit, options.done);
  let made = false;
  for (const investor of investors) {
    if (investor.value === issuer.value || reading.roles.ventures.has(issuer.value)) continue;
    reading.add({
      ...reading.base('investment', hit, token === undefined ? undefined : [token.start, token.span[1]]),
      investor,
      issuer,
      amount: token === undefined ? undefined : cited(token),
      when: reading.date(hit.dateNear(), status),
      money: options.secondary || SECONDARY.test(hit.clause) ? 'secondary' : 'primary',
      status,
    });
    made = true;
  }
  return made;
}

const SECONDARY =
  /\b(?:employees?|staff|tender|secondary|(?:of|employee) (?:stock|shares)|stock from|shares from)\b/i;

const invests =
  (options: InvestmentOptions = {}) =>
  (hit: Hit, reading: Reading): boolean =>
    draftInvestments(hit, reading, hit.amount('amount'), reading.parties(hit, 'investor'), options);

/** A deal of one investor: the round is that investor's money too. */
function soleInvestor(hit: Hit, reading: Reading): boolean {
  const token = hit.amount('amount');
  if (!invests()(hit, reading)) return false;
  const round = draftRound(hit, reading, token);
  for (const investor of reading.parties(hit, 'investor'))
    round?.leads.push({ value: investor.value.name, ...(investor.span ? { span: investor.span } : {}) });
  return true;
}

export const INVESTMENT_RULES: readonly Rule[] = [
  rule(
    'investment',
    '{P:issuer}{aux} (?:obtain|receive|get|secure|take)(?:s|ed|ing)? from {P:investor} an? (?:\\w+ ){0,2}investment of {A:amount}',
    soleInvestor,
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:complet|finali[sz]|clos|sign|mak)(?:es|ed|ing|e) (?:its|an?|{P}.s) (?:\\w+ ){0,3}investment of {A:amount} in {P:issuer}',
    soleInvestor,
  ),
  rule(
    'investment',
    "{P:investor}{aux} (?:complet|finali[sz]|clos|sign|mak)(?:es|ed|ing|e) (?:{P}['’]s|its|an?) {A:amount} (?:\\w+ ){0,2}investment in {P:issuer}",
    soleInvestor,
  ),
  rule('investment', '{A:amount} (?:\\w+ ){0,2}investment from {P:investor}', soleInvestor),
  rule('investment', '{P:investor} inject(?:s|ed|ing)? {A:amount} into {P:issuer}', soleInvestor),
  rule(
    'investment',
    '{P:investor}{aux} (?:{invest}){~~25} ?{A:amount}{~40}(?: in| into| to| on) {P:issuer}',
    invests(),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:buy|buying|bought|acquir\\w+|purchas\\w+) (?:an? )?(?:{%} )?{~40}(?:stake|holding|interest) in {P:issuer} for {A:amount}',
    invests({ done: 'closed' }),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:buy|buying|bought|acquir\\w+|purchas\\w+) {A:amount} (?:of|worth of|in) (?:\\w+ ){0,2}(?:stock|shares)',
    invests(),
  ),
  rule(
    'investment',
    'sell {A:amount} of (?:\\w+ ){0,3}(?:stock|shares) to {P:investor}',
    invests({ secondary: true }),
  ),
  rule(
    'investment',
    '{A:amount}{aux}(?: would| will)?(?: come| coming| provided| supplied| contributed)? (?:from|by) {P:investor}(?! and P)',
    invests(),
  ),
  rule(
    'investment',
    "{P:investor}['’]s (?:own )?(?:\\w+ )?(?:cheque|check|share|contribution|outlay|total|part|portion){aux}(?: (?:was|is|of|to|at|exceed|fall|drop|be|limited to|worth|would fall to|would drop to))* ?{A:amount}",
    invests(),
  ),
  rule(
    'investment',
    '{P:investor}{aux} (?:limit|cap|reduce|cut)(?:s|ed)? (?:\\S+ ){1,2}total to {A:amount}',
    invests(),
  ),
  rule('investment', '{P:investor}{aux} (?:{invest}){~~25} ?{A:amount}', invests()),
  rule(
    'investment',
    'the {A:amount} {P:investor} (?:agreed|pledged|promised|committed) to invest in {P:issuer}',
    invests({ status: 'agreed' }),
  ),
];
