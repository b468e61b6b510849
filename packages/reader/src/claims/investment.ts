import type { DealStatus } from '@tranche/ledger/claim';
import type { AmountToken } from '../frame/index.ts';
import type { Party } from '../party/index.ts';
import { closingNear } from './closing.ts';
import { conditionOf } from './condition.ts';
import type { Cited } from './draft.ts';
import type { Hit } from './hit.ts';
import { cited, type Reading } from './reading.ts';

export interface InvestmentOptions {
  readonly done?: DealStatus;
  readonly status?: DealStatus;
  readonly secondary?: boolean;
  /** Whose money it is, where the words do not say. */
  readonly issuer?: Cited<Party>;
}

/** Drafts what each named investor puts in. Nothing without an issuer other than the investor. */
export function draftInvestments(
  hit: Hit,
  reading: Reading,
  token: AmountToken | undefined,
  investors: readonly Cited<Party>[],
  options: InvestmentOptions = {},
): boolean {
  const issuer = options.issuer ?? reading.issuer(hit);
  if (issuer === undefined || (token === undefined && options.status === undefined)) return false;
  if (!hit.has('issuer') && token !== undefined && reading.namesVenture() && OVER_YEARS.test(hit.after))
    return false;
  if (token !== undefined && TO_A_ROUND.test(hit.words) && ROUND_BEHIND.test(hit.after)) return false;
  if (token !== undefined && OF_A_GROUP.test(hit.before)) return false;
  // What several put in together is not what each of them did.
  if (token !== undefined && investors.length > 1 && !EACH.test(hit.words + hit.after)) return false;
  const secondary = options.secondary || SECONDARY.test(hit.clause);
  const when = hit.dateNear();
  const running = when?.bound === 'since' || (token !== undefined && RUNNING.test(hit.words));
  const status =
    options.status ?? reading.status(hit, options.done ?? (secondary || running ? 'completed' : 'closed'));
  let made = false;
  for (const investor of investors) {
    if (
      investor.value === issuer.value ||
      reading.roles.ventures.has(issuer.value) ||
      reading.roles.ventures.has(investor.value)
    )
      continue;
    reading.add({
      ...reading.base('investment', hit, token === undefined ? undefined : [token.start, token.span[1]]),
      investor,
      issuer,
      amount: token === undefined ? undefined : cited(token),
      when:
        reading.date(when, status, hit.clause) ??
        (THAT_ROUND.test(hit.words + hit.after) ? reading.lastRound?.date : undefined),
      condition: conditionOf(hit, reading),
      closing: closingNear(hit, reading),
      money: secondary ? 'secondary' : LENT.test(hit.words) ? 'debt' : 'primary',
      status,
    });
    made = true;
  }
  return made;
}

/** "A group of investors led by P invested A": what all of them did. */
const OF_A_GROUP =
  /\b(?:consortium|group|syndicate|club|trio|clutch|pair)\b(?! (?:said|company|announced))[^.;․]{0,120}$/i;
/** "Contributed to the A round": the sum is the round's, not what was given. */
const TO_A_ROUND =
  /\b(?:contribut\w+|commit\w+|add(?:s|ed)|in) (?:to )?(?:the|an?|its|this) [\ue400-\ue7ff]$/i;
const ROUND_BEHIND = /^ (?:[\w-]+ ){0,3}(?:round|financing|series [a-k]|fundrais\w+|raise)\b/i;
const EACH = /\b(?:each|apiece|respectively|both)\b/i;
/** Spending spread over years is a venture's plan, not a purchase of shares. */
const OVER_YEARS = /^[^.;]{0,60}\b(?:over|in|within)\b[^.;]{0,20} years\b/i;
const THAT_ROUND = /\b(?:in|into|joined) that round\b/i;
const LENT = /\b(?:loans?|debt|credit|borrowing)\b/i;
const SECONDARY = /\b(?:employees?|staff|tender|secondary|stock from|shares from)\b/i;
/** A perfect tense over a running total: "which has invested more than A". */
const RUNNING = /\b(?:which|who) has (?:invested|pumped|put|poured)\b/i;
