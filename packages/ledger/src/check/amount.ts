import { convertAmount } from '@tranche/core/convert';
import { formatAmount } from '@tranche/core/display';
import { boundsOf, type StatedAmount } from '@tranche/core/money';
import { daysBetween, type PlainDate, rangeOf } from '@tranche/core/time';
import type { ClaimBody, DealStatus, LedgerClaim } from '../claim/index.ts';
import { isFallback } from '../deal/condition.ts';
import { rankOfTier } from '../source/index.ts';
import type { Statement } from '../statement/index.ts';
import { amountNode, type Bench, groundsOf, sameParty } from './bench.ts';
import { amountOfBody, isPast, isRunningTotal, isTimely, moneyOf, statusOfBody, timeOf } from './matching.ts';
import { type Agreement, agreementOf } from './precision.ts';
import type { Finding, Opinion } from './verdict.ts';
import { isDone, isOpen, knownBy, statusWords } from './words.ts';

/** Something another said of what may be the same event, and whether the two amounts can be one. */
export interface Comparison {
  readonly statement: Statement;
  readonly amount: StatedAmount;
  readonly agreement: Agreement;
}

/**
 * Checks the amount and the status of a round, tranche, investment, syndication, valuation or pledge against what
 * others said of the same parties at the same time and of the same kind of money.
 * An agreeing statement supports; one whose bounds exclude the claim contradicts, if it dates the same event. An
 * amount that changed later is a finding. Nothing comparable: it cannot be told.
 */
export function checkAmount(bench: Bench, said: LedgerClaim): Opinion | undefined {
  const { claim } = said;
  const own = amountOfBody(claim);
  if (own === undefined) return undefined;
  const comparisons = comparisonsOf(bench, claim, own);
  const agreeing = comparisons.filter(({ agreement }) => agreement === 'agrees');
  const compatible = comparisons.filter(({ agreement }) => agreement === 'compatible');
  const excluding = comparisons.filter(
    (one) => one.agreement === 'excluded' && isSameEvent(bench, claim, own, one),
  );
  const what = `${formatAmount(own)} (${describe(claim)})`;
  const firstAgreed = agreeing[0] ?? compatible[0];
  const later = excluding.filter(
    ({ statement }) => firstAgreed !== undefined && statement.knownFrom > firstAgreed.statement.knownFrom,
  );
  const earlier = excluding.filter((one) => !later.includes(one));
  const findings = [
    ...agreeing.map((one) => findingOf(bench, one, 'says the same')),
    ...(agreeing.length > 0 ? [] : compatible.map((one) => findingOf(bench, one, 'does not exclude it'))),
    ...earlier.map((one) => findingOf(bench, one, 'excludes it')),
    ...later.map((one) => findingOf(bench, one, 'says otherwise later')),
  ];
  const opinion = (verdict: Opinion['verdict'], summary: string): Opinion => ({
    check: 'amount',
    verdict,
    summary,
    findings,
  });
  const onlyBound = agreeing.every(({ statement }) => statusOfBody(statement.body) === 'agreed');
  if (isRunningTotal(claim) && isDone(statusOfBody(claim)) && agreeing.length > 0 && onlyBound) {
    const [bound, paid] = [
      agreeing[0],
      excluding.find(({ statement }) => isDone(statusOfBody(statement.body))),
    ];
    const rest = paid === undefined ? '' : `; paid was ${reported(paid)}`;
    return opinion(
      paid === undefined ? 'cannot_tell' : 'mixed',
      `${what} is what was committed${bound === undefined ? '' : ` (${reported(bound)})`}${rest}.`,
    );
  }
  if (agreeing.length > 0) {
    const best = agreeing[0] as Comparison;
    const ahead = statusAhead(bench, claim, agreeing);
    if (ahead !== undefined) {
      const verdict = ahead.isRecent ? 'mixed' : 'cannot_tell';
      return opinion(verdict, `The amount agrees, ${what}, but it is ${ahead.text}.`);
    }
    const limit = best.amount.qualifier === 'up_to' && own.qualifier !== 'up_to' ? ' as an upper limit' : '';
    const change = later.filter(({ statement }) => !isOpen(statusOfBody(statement.body))).at(-1);
    const then = change === undefined ? '' : `; later it was ${reported(change)}`;
    return opinion('supported', `${what} agrees with what others report${limit}: ${reported(best)}${then}.`);
  }
  const [cameOut] = excluding;
  if (cameOut !== undefined && isOpen(statusOfBody(claim)) && cameOut.statement.knownFrom > bench.spokenOn) {
    return opinion('cannot_tell', `${what} is a plan; what came of it was ${reported(cameOut)}.`);
  }
  if (excluding.length > 0 && compatible.length === 0) {
    const best = excluding[0] as Comparison;
    return opinion('contradicted', `${what} does not agree with what others report: ${reported(best)}.`);
  }
  if (compatible.length > 0) {
    const best = compatible[0] as Comparison;
    return opinion('cannot_tell', `${what} is not excluded by what others report: ${reported(best)}.`);
  }
  return opinion('cannot_tell', `Nothing known by ${bench.knownOn} bears on ${what}.`);
}

/** What others said of the same parties, time and kind of money, the best match first. */
export function comparisonsOf(bench: Bench, claim: ClaimBody, own: StatedAmount): readonly Comparison[] {
  return bench.statements
    .filter((one) => !one.denied && one.body.type === claim.type && statusOfBody(one.body) !== 'abandoned')
    .filter((one) => hasSameParties(bench, claim, one.body) && isTimely(bench, claim, one))
    .filter((one) => isRunningTotal(one.body) === isRunningTotal(claim) || isOpenWindow(one.body))
    .filter(({ body }) => hasSameMoney(claim, body) && hasSameTerms(claim, body))
    .flatMap((statement): Comparison[] => {
      const stated = amountOfBody(statement.body);
      const theirs = stated === undefined ? undefined : inCurrency(bench, stated, own.currency);
      if (theirs === undefined) return [];
      return [{ statement, amount: theirs, agreement: agreementOf(own, theirs) }];
    })
    .sort(
      (one, other) =>
        inOrder(own, one) - inOrder(own, other) ||
        (one.statement.knownFrom > other.statement.knownFrom ? -1 : 1),
    );
}

/** Agreement first, then what is done over what is agreed or talked about, then the tier, then the same words. */
function inOrder(own: StatedAmount, { agreement, amount, statement }: Comparison): number {
  const tier = rankOfTier(statement.tier);
  // Below several unnamed people a status does not count by itself.
  const stage = tier > rankOfTier('unnamed_people') ? STAGES : stageOf(statusOfBody(statement.body));
  const words = amount.qualifier === own.qualifier ? 0 : 1;
  return ((AGREEMENTS.indexOf(agreement) * 10 + stage) * 10 + tier) * 10 + words;
}
const AGREEMENTS: readonly Agreement[] = ['agrees', 'compatible', 'excluded'];
const STAGES = 3;
const stageOf = (status: DealStatus | undefined): number =>
  isDone(status) ? 0 : status === 'agreed' ? 1 : 2;

/** An offer that runs from one day to another is an event, not a running total. */
const isOpenWindow = (body: ClaimBody): boolean => isOpen(statusOfBody(body));

export function hasSameParties(bench: Bench, claim: ClaimBody, other: ClaimBody): boolean {
  const same = (one: string, another: string): boolean => sameParty(bench, one, another);
  switch (claim.type) {
    case 'round':
    case 'tranche':
      return (other.type === 'round' || other.type === 'tranche') && same(claim.issuer, other.issuer);
    case 'investment':
    case 'syndication':
      return (
        (other.type === 'investment' || other.type === 'syndication') &&
        same(claim.investor, other.investor) &&
        same(claim.issuer, other.issuer)
      );
    case 'valuation':
      return other.type === 'valuation' && same(claim.entity, other.entity);
    case 'commitment':
      return (
        other.type === 'commitment' &&
        same(claim.to, other.to) &&
        (claim.by === undefined) === (other.by === undefined) &&
        same(claim.by ?? '', other.by ?? '')
      );
    default:
      return false;
  }
}

/** Two kinds of money are two deals; a kind that is not said excludes none. */
function hasSameMoney(claim: ClaimBody, other: ClaimBody): boolean {
  const [one, another] = [moneyOf(claim), moneyOf(other)];
  return one === undefined || another === undefined || one === another;
}

/**
 * Pre and post-money are different sums; so are pledges over different periods; and what holds if a condition fails
 * is another sum than what holds if it is met.
 */
function hasSameTerms(claim: ClaimBody, other: ClaimBody): boolean {
  if (claim.type === 'valuation' && other.type === 'valuation') {
    return claim.basis === other.basis || claim.basis === 'unspecified' || other.basis === 'unspecified';
  }
  if (claim.type === 'commitment' && other.type === 'commitment') {
    return claim.period === undefined || other.period === undefined || claim.period === other.period;
  }
  return isFallback(conditionOf(claim)) === isFallback(conditionOf(other));
}

const conditionOf = (body: ClaimBody): string | undefined =>
  'condition' in body ? body.condition : undefined;

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
  if (moneyOf(body) === 'secondary' && moneyOf(claim) !== 'secondary') return false;
  if (isRunningTotal(claim)) return isOverrun(untilOf(claim) ?? bench.spokenOn, body, own, amount);
  if (claim.type === 'commitment') return claim.by !== undefined;
  if (claim.type === 'valuation' && body.type === 'valuation' && claim.basis !== body.basis) return false;
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

/** Totals only grow: a later one that is smaller, or an earlier one that is larger, cannot be. */
function isOverrun(until: PlainDate, body: ClaimBody, own: StatedAmount, theirs: StatedAmount): boolean {
  const theirsUntil = untilOf(body);
  if (theirsUntil === undefined) return false;
  const [mine, other] = [boundsOf(own), boundsOf(theirs)];
  const isLess = other.high !== undefined && mine.low !== undefined && other.high.compare(mine.low) < 0;
  const isMore = other.low !== undefined && mine.high !== undefined && other.low.compare(mine.high) > 0;
  return (isLess && theirsUntil >= until) || (isMore && theirsUntil <= until);
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

/** In the claim's currency, at the last official rate; undefined without one. */
function inCurrency(bench: Bench, amount: StatedAmount, currency: string): StatedAmount | undefined {
  if (amount.currency === currency) return amount;
  const rates = bench.rates.filter(({ kind }) => kind === 'official');
  const convert = (value: Parameters<typeof convertAmount>[0]['amount']) =>
    convertAmount({ from: amount.currency, to: currency, date: bench.knownOn, rates, amount: value });
  if ('min' in amount) {
    const [min, max] = [convert(amount.min), convert(amount.max)];
    if (!min.ok || !max.ok) return undefined;
    return { currency, min: min.value.amount, max: max.value.amount, qualifier: 'about' };
  }
  const value = convert(amount.value);
  const qualifier = amount.qualifier === 'exact' ? 'about' : amount.qualifier;
  return value.ok ? { currency, value: value.value.amount, qualifier } : undefined;
}

function findingOf(bench: Bench, { statement, amount }: Comparison, relation: string): Finding {
  const { id } = statement;
  const time = timeOf(statement.body);
  const more = time === undefined ? {} : { date: time };
  const node = amountNode(
    bench,
    `${describe(statement.body)}, as reported`,
    amount,
    groundsOf(statement),
    more,
  );
  return {
    text: `${formatAmount(amount)}, ${describe(statement.body)} (${knownBy(statement)}): ${relation}.`,
    node,
    evidence: [id],
  };
}

const reported = ({ statement, amount }: Comparison): string =>
  `${formatAmount(amount)}, ${describe(statement.body)}, ${knownBy(statement)}`;

/** "SoftBank into OpenAI, in talks, 2025-04". */
export function describe(body: ClaimBody): string {
  const status = statusOfBody(body);
  const parts = [whoOf(body), status === undefined ? '' : statusWords(status), timeOf(body) ?? ''];
  return parts.filter((part) => part !== '').join(', ');
}

function whoOf(body: ClaimBody): string {
  switch (body.type) {
    case 'round':
      return `${body.instrument ?? 'round'} of ${body.issuer}`;
    case 'tranche':
      return `tranche of ${body.issuer}`;
    case 'investment':
      return `${body.investor} into ${body.issuer}${moneyOf(body) === 'secondary' ? ', from holders' : ''}`;
    case 'syndication':
      return `${body.investor} through co-investors into ${body.issuer}`;
    case 'valuation':
      return `${body.entity}, ${body.basis === 'unspecified' ? 'valuation' : `${body.basis}-money`}`;
    case 'commitment':
      return `${body.by === undefined ? 'pledged' : `${body.by} pledged`} to ${body.to}`;
    case 'stake':
      return `${body.holder} of ${body.entity}`;
    default:
      return body.type.replaceAll('_', ' ');
  }
}
