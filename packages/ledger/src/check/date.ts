import type { StatedAmount } from '@tranche/core/money';
import { type PartialDate, rangeOf, rangesOverlap } from '@tranche/core/time';
import type { ClaimBody, DealStatus, LedgerClaim } from '../claim/index.ts';
import { agreementOf, amountOfBody, isDone, isOpen, statusOfBody, timeOf } from '../compare/index.ts';
import { rankOfTier } from '../source/index.ts';
import type { Statement } from '../statement/index.ts';
import type { Bench } from './bench.ts';
import { capital, clauseOf, whenWords } from './clause.ts';
import { isOfSameDeal } from './comparison.ts';
import { isRunningTotal } from './matching.ts';
import type { Contribution } from './verdict.ts';
import { knownBy } from './words.ts';

interface Dated {
  readonly statement: Statement;
  readonly time: PartialDate;
}

/**
 * Checks the day or days of a payment or a round against those that others give of the same sum between the same
 * parties, as far along: paid against paid, planned against planned. Where all others agree on another time the
 * claim is mixed, right in its sum and not in its date; where others differ among themselves the conflict is named.
 * A sum that others tell of twice may be two payments, so that it decides nothing.
 */
export function checkDate(bench: Bench, { claim }: LedgerClaim): Contribution | undefined {
  const when = timeOf(claim);
  const own = amountOfBody(claim);
  if (when === undefined || own === undefined || !isEvent(claim) || isRunningTotal(claim)) return undefined;
  const dated = datesOf(bench, claim, own);
  const other = dated.filter(({ time }) => !overlap(time, when));
  const [first] = other;
  if (first === undefined) return undefined;
  const findings = other.map(({ statement, time }) => ({
    text: `Another date: ${clauseOf(statement.body)} (${knownBy(statement)}), and not ${whenWords(when)}.`,
    evidence: [statement.id],
    time,
  }));
  const isSettled = isDone(statusOfBody(claim)) || isOpen(statusOfBody(claim));
  const isAlone = other.length === dated.length && areOne(other) && isSettled;
  const mine = rankOfTier(claim.attribution?.kind ?? bench.tier);
  const isLower = rankOfTier(first.statement.tier) > mine;
  const verdict = isAlone && !isLower ? 'mixed' : 'cannot_tell';
  return {
    check: 'date',
    verdict,
    summary: `The sum agrees with what others report, the date does not: ${clauseOf(first.statement.body)} (${knownBy(first.statement)}), and not ${whenWords(when)}.`,
    ...(verdict === 'mixed' ? {} : { aside: asideOf(other, dated, when) }),
    findings: findings.map(({ text, evidence }) => ({ text: capital(text), evidence })),
  };
}

/** Only where some date it as the text does and others do not: then the sentence must not hide it. */
const asideOf = (other: readonly Dated[], dated: readonly Dated[], when: PartialDate): string =>
  other.length < dated.length
    ? `others date it ${[...new Set(other.map(({ time }) => whenWords(time)))].slice(0, 3).join(' or ')}`
    : `${whenWords(when)} is not borne out`;

/** What happens on a day; a valuation or a holding lasts. */
const isEvent = ({ type }: ClaimBody): boolean =>
  type === 'round' || type === 'tranche' || type === 'investment' || type === 'syndication';

function datesOf(bench: Bench, claim: ClaimBody, own: StatedAmount): readonly Dated[] {
  return bench.statements
    .filter(({ denied, body }) => !denied && body.type === claim.type && isOfSameDeal(bench, claim, body))
    .filter(({ body }) => stageOf(statusOfBody(body)) === stageOf(statusOfBody(claim)))
    .filter(({ body }) => !isRunningTotal(body))
    .filter(({ knownFrom }) => !isOpen(statusOfBody(claim)) || knownFrom <= bench.spokenOn)
    .filter(({ body }) => {
      const theirs = amountOfBody(body);
      return theirs?.currency === own.currency && agreementOf(own, theirs) === 'agrees';
    })
    .flatMap((statement) => {
      const time = timeOf(statement.body);
      return time === undefined ? [] : [{ statement, time }];
    })
    .sort((one, another) => rankOfTier(one.statement.tier) - rankOfTier(another.statement.tier));
}

const stageOf = (status: DealStatus | undefined): string =>
  status === 'abandoned' ? 'dropped' : isDone(status) ? 'done' : isOpen(status) ? 'open' : 'agreed';

const overlap = (one: PartialDate, other: PartialDate): boolean =>
  rangesOverlap(rangeOf(one), rangeOf(other));

const areOne = (dated: readonly Dated[]): boolean =>
  dated.every(({ time }, index) => dated.slice(index + 1).every((other) => overlap(time, other.time)));
