import { formatAmount } from '@tranche/core/display';
import { boundsOf, type StatedAmount } from '@tranche/core/money';
import { daysBetween, type PlainDate, rangeOf, rangesOverlap } from '@tranche/core/time';
import type { Claim, ClaimBody, LedgerClaim } from '../claim/index.ts';
import { amountOfBody, isDone, isOpen, moneyOf, statusOfBody, timeOf } from '../compare/index.ts';
import { rankOfTier } from '../source/index.ts';
import type { Statement } from '../statement/index.ts';
import { amountNode, type Bench, groundsOf, sameParty } from './bench.ts';
import { capital, clauseOf } from './clause.ts';
import { type Comparison, comparisonsOf, sameEvents } from './comparison.ts';
import { isPast, isRunningTotal } from './matching.ts';
import type { Finding, Opinion } from './verdict.ts';
import { knownBy, statusWords } from './words.ts';

/**
 * Checks the amount and the status of a round, tranche, investment, syndication, valuation or pledge against what
 * others said of the same parties at the same time and of the same kind of money.
 * An agreeing statement supports; one whose bounds exclude the claim contradicts, if it is of the same event. An
 * amount that changed later is a finding. Without an amount the event itself is checked. Nothing comparable: it
 * cannot be told.
 */
export function checkAmount(bench: Bench, { claim }: LedgerClaim): Opinion {
  const own = amountOfBody(claim);
  return own === undefined ? eventOpinion(bench, claim) : amountOpinion(bench, claim, own);
}

function amountOpinion(bench: Bench, claim: Claim, own: StatedAmount): Opinion {
  const comparisons = comparisonsOf(bench, claim, own);
  const agreeing = comparisons.filter(({ agreement }) => agreement === 'agrees');
  const compatible = comparisons.filter(
    ({ agreement, statement: { body } }) => agreement === 'compatible' && isAsOpen(claim, body),
  );
  const excluding = comparisons.filter(
    (one) => one.agreement === 'excluded' && isSameEvent(bench, claim, own, one),
  );
  const what = clauseOf(claim);
  const [agreed] = agreeing;
  const [possible] = compatible;
  const since = (agreed ?? possible)?.statement.knownFrom;
  // Of one investor's sums a later one may be another instalment, or another deal.
  const later = excluding.filter(
    ({ statement }) => claim.type !== 'investment' && since !== undefined && statement.knownFrom > since,
  );
  const earlier =
    agreed !== undefined && claim.type === 'investment'
      ? []
      : excluding.filter((one) => !later.includes(one));
  const findings = [
    ...agreeing.slice(0, SHOWN).map((one) => findingOf(bench, one, 'says the same')),
    ...othersToo(agreeing.slice(SHOWN).map(({ statement }) => statement)),
    ...(agreed === undefined ? compatible.map((one) => findingOf(bench, one, 'does not exclude it')) : []),
    ...earlier.map((one) => findingOf(bench, one, 'excludes it')),
    ...later.map((one) => findingOf(bench, one, 'says otherwise later')),
  ];
  const opinion = (verdict: Opinion['verdict'], summary: string): Opinion => ({
    check: 'amount',
    verdict,
    summary,
    findings,
  });
  if (agreed !== undefined) {
    const bound = onlyBound(claim, agreeing);
    if (bound !== undefined) {
      const paid = excluding.find(({ statement }) => isDone(statusOfBody(statement.body)));
      const rest = paid === undefined ? '' : `; of what was paid, others say: ${reported(paid)}`;
      const verdict = paid === undefined ? 'cannot_tell' : 'mixed';
      return opinion(
        verdict,
        `${capital(formatAmount(own))} is what was committed: ${reported(bound)}${rest}.`,
      );
    }
    const ahead = statusAhead(bench, claim, agreeing);
    if (ahead !== undefined) {
      const verdict = ahead.isRecent && !isOutranked(bench, claim, agreed) ? 'mixed' : 'cannot_tell';
      return opinion(verdict, `The amount agrees, but it is ${ahead.text}: ${reported(agreed)}.`);
    }
    const isLimit = agreed.amount.qualifier === 'up_to' && own.qualifier !== 'up_to';
    const change = later.filter(({ statement }) => !isOpen(statusOfBody(statement.body))).at(-1);
    const then = change === undefined ? '' : `; later it was otherwise: ${reported(change)}`;
    return opinion(
      'supported',
      `Others report it too${isLimit ? ', as an upper limit' : ''}: ${reported(agreed)}${then}.`,
    );
  }
  const [excluded] = excluding;
  if (
    excluded !== undefined &&
    isOpen(statusOfBody(claim)) &&
    excluded.statement.knownFrom > bench.spokenOn
  ) {
    return opinion('cannot_tell', `It was a plan; what came of it: ${reported(excluded)}.`);
  }
  if (possible !== undefined) {
    return opinion(
      'cannot_tell',
      `What others report does not exclude it, and does not bear it out: ${reported(possible)}.`,
    );
  }
  if (excluded !== undefined && isOutranked(bench, claim, excluded)) {
    return opinion('cannot_tell', `Only a lower source says otherwise: ${reported(excluded)}.`);
  }
  if (excluded !== undefined && isOld(bench, excluded)) {
    return opinion(
      'cannot_tell',
      `It was otherwise months before: ${reported(excluded)}; it may have changed since.`,
    );
  }
  if (excluded !== undefined) {
    return opinion(
      'contradicted',
      `Others report otherwise: ${reported(excluded)}, and not ${formatAmount(own)}.`,
    );
  }
  return opinion('cannot_tell', `Nothing known by ${bench.knownOn} tells whether ${what}.`);
}

/** Without an amount: whether others tell of the same event, as far along. */
function eventOpinion(bench: Bench, claim: ClaimBody): Opinion {
  const same = sameEvents(bench, claim);
  const [best] = same;
  if (best === undefined) {
    const summary = `Nothing known by ${bench.knownOn} tells whether ${clauseOf(claim)}.`;
    return { check: 'amount', verdict: 'cannot_tell', summary, findings: [] };
  }
  return {
    check: 'amount',
    verdict: 'supported',
    summary: `Others report it too: ${saidBy(best)}.`,
    findings: [
      ...same.slice(0, SHOWN).map((one) => ({ text: `${capital(saidBy(one))}.`, evidence: [one.id] })),
      ...othersToo(same.slice(SHOWN)),
    ],
  };
}

/** The best of statements that only tell of commitments, where the claim is of money put in. */
function onlyBound(claim: ClaimBody, agreeing: readonly Comparison[]): Comparison | undefined {
  if (!isRunningTotal(claim) || !isDone(statusOfBody(claim))) return undefined;
  const isBound = agreeing.every(({ statement }) => statusOfBody(statement.body) === 'agreed');
  return isBound ? agreeing[0] : undefined;
}

/**
 * Whether a different amount is of the very same event, so that it contradicts and is not another deal: totals that
 * cannot both be, figures of the same month on the same basis, pledges of the same party, or the same lead's round.
 */
function isSameEvent(
  bench: Bench,
  claim: ClaimBody,
  own: StatedAmount,
  { statement, amount }: Comparison,
): boolean {
  const { body } = statement;
  if ((moneyOf(body) === 'secondary') !== (moneyOf(claim) === 'secondary')) return false;
  if (isRunningTotal(claim)) return isOverrun(claimedUntil(bench, claim), body, own, amount);
  if (claim.type === 'commitment') return claim.by !== undefined && isAsOpen(claim, body);
  // Of one month there may be several tranches, and parts of one.
  if (claim.type === 'tranche') return false;
  if (claim.type === 'valuation' && body.type === 'valuation') {
    if (claim.basis !== body.basis || !hasSameDays(claim, body)) return false;
  }
  if (timeOf(claim) !== undefined && timeOf(body) !== undefined) {
    const isComparable = isOpen(statusOfBody(claim)) === isOpen(statusOfBody(body));
    return isComparable && isDatedToTheMonth(claim) && isDatedToTheMonth(body);
  }
  if (claim.type === 'round' && body.type === 'round') {
    return claim.leads.some((lead) => body.leads.some((one) => sameParty(bench, lead, one)));
  }
  // What was then signed is the deal that was planned; what was paid is part of it.
  return claim.type === 'investment' && isOpen(claim.status) && statusOfBody(body) === 'agreed';
}

/** Talk bears on what is talked about, and what is signed or done on what is. */
const isAsOpen = (claim: ClaimBody, body: ClaimBody): boolean =>
  isOpen(statusOfBody(claim)) === isOpen(statusOfBody(body));

/** A company's value is another in the next month. */
function hasSameDays(claim: ClaimBody, body: ClaimBody): boolean {
  const [mine, theirs] = [timeOf(claim), timeOf(body)];
  return mine === undefined || theirs === undefined || rangesOverlap(rangeOf(mine), rangeOf(theirs));
}

/** A report passed on does not refute what a filing or a named person is quoted with. */
const isOutranked = ({ tier }: Bench, claim: Claim, { statement }: Comparison): boolean =>
  rankOfTier(statement.tier) > rankOfTier(claim.attribution?.kind ?? tier);

/** What was agreed or planned so long before may have been changed since. */
const isOld = ({ spokenOn }: Bench, { statement }: Comparison): boolean =>
  !isDone(statusOfBody(statement.body)) && daysBetween(statement.knownFrom, spokenOn) > OLD_DAYS;
const OLD_DAYS = 92;

/** Totals only grow: a later one that is smaller, or an earlier one that is larger, cannot be. */
function isOverrun(until: PlainDate, body: ClaimBody, own: StatedAmount, theirs: StatedAmount): boolean {
  const theirsUntil = untilOf(body);
  if (theirsUntil === undefined) return false;
  const [mine, other] = [boundsOf(own), boundsOf(theirs)];
  const isLess = other.high !== undefined && mine.low !== undefined && other.high.compare(mine.low) < 0;
  const isMore = other.low !== undefined && mine.high !== undefined && other.low.compare(mine.high) > 0;
  return (isLess && theirsUntil >= until) || (isMore && theirsUntil <= until);
}

/** "Since 2019", said in October 2025, reaches to that day and not to the end of the year. */
function claimedUntil({ spokenOn }: Bench, claim: ClaimBody): PlainDate {
  const until = untilOf(claim);
  return until === undefined || until > spokenOn ? spokenOn : until;
}

const untilOf = (body: ClaimBody): PlainDate | undefined => {
  const time = timeOf(body);
  return time === undefined ? undefined : rangeOf(time).to;
};

function isDatedToTheMonth(claim: ClaimBody): boolean {
  const time = timeOf(claim);
  const { from, to } = time === undefined ? {} : rangeOf(time);
  return from !== undefined && to !== undefined && daysBetween(from, to) <= 31;
}

/** Where the claim says that something is done or signed of which others had only heard talk, and how lately. */
function statusAhead(
  bench: Bench,
  claim: ClaimBody,
  agreeing: readonly Comparison[],
): { readonly text: string; readonly isRecent: boolean } | undefined {
  const own = statusOfBody(claim);
  if (own === undefined || isOpen(own) || own === 'abandoned') return undefined;
  const isBorneOut = agreeing.some(({ statement }) => {
    const status = statusOfBody(statement.body);
    return status === undefined || !isOpen(status) || isPast(statement, bench.spokenOn);
  });
  const [best] = agreeing;
  const status = best === undefined ? undefined : statusOfBody(best.statement.body);
  if (isBorneOut || best === undefined || status === undefined) return undefined;
  const text = `reported only as ${statusWords(status)}, where the text has it as ${statusWords(own)}`;
  return { text, isRecent: daysBetween(best.statement.knownFrom, bench.spokenOn) <= RECENT_DAYS };
}

/** Talks reported so shortly before a text leave little room for the deal to have been done since. */
const RECENT_DAYS = 31;

function findingOf(bench: Bench, { statement, amount }: Comparison, relation: string): Finding {
  const { id } = statement;
  const time = timeOf(statement.body);
  const more = time === undefined ? {} : { date: time };
  const node = amountNode(bench, clauseOf(statement.body, amount), amount, groundsOf(statement), more);
  return {
    text: `${capital(clauseOf(statement.body, amount))} (${knownBy(statement)}): ${relation}.`,
    node,
    evidence: [id],
  };
}

/** So many are told one by one, the best first. */
const SHOWN = 3;

function othersToo(agreeing: readonly Statement[]): readonly Finding[] {
  if (agreeing.length === 0) return [];
  const text = agreeing.length === 1 ? 'One more says the same.' : `${agreeing.length} more say the same.`;
  return [{ text, evidence: agreeing.map(({ id }) => id) }];
}

const reported = ({ statement, amount }: Comparison): string =>
  `${clauseOf(statement.body, amount)} (${knownBy(statement)})`;

const saidBy = (statement: Statement): string => `${clauseOf(statement.body)} (${knownBy(statement)})`;
