import { addDays, type DateRange, type PlainDate, rangeOf, rangesOverlap } from '@tranche/core/time';
import type { ClaimBody } from '../claim/index.ts';
import { isOpen, statusOfBody, timeOf } from '../compare/index.ts';
import type { Statement } from '../statement/index.ts';
import type { Bench } from './bench.ts';

/** Reports of one event may date it a month apart. */
const SLACK_DAYS = 31;
/** A deal that is under way has been talked about for at most so long, ... */
const TALKED_ABOUT_DAYS = 200;
/** ... and is signed or paid within this time, or is another deal. */
const SETTLED_WITHIN_DAYS = 365;

/** A running total: over an interval, up to a day, or of what one investor has put in "so far", without a date. */
export function isRunningTotal(body: ClaimBody): boolean {
  const time = timeOf(body);
  if (time === undefined) return body.type === 'investment' && body.status === 'completed';
  // A tranche due "by year-end" is one payment.
  if (body.type === 'tranche') return false;
  return time.includes('/');
}

/**
 * Whether a statement can speak of the same event as a claim, by time alone. A dated claim wants an overlap within
 * a month; one of a deal under way wants a statement of about then or of its settlement; an undated one of a deal
 * that is done wants nothing that came later.
 */
export function isTimely(bench: Bench, claim: ClaimBody, statement: Statement): boolean {
  const theirs = timeOf(statement.body);
  const range: DateRange =
    theirs === undefined ? { from: statement.knownFrom, to: statement.knownFrom } : rangeOf(theirs);
  const when = timeOf(claim);
  if (when !== undefined && (!isOpen(statusOfBody(claim)) || theirs !== undefined)) {
    return rangesOverlap(widened(rangeOf(when), SLACK_DAYS), range);
  }
  const { spokenOn } = bench;
  if (isOpen(statusOfBody(claim)) || statusOfBody(claim) === 'agreed') {
    const window = {
      from: addDays(spokenOn, -TALKED_ABOUT_DAYS),
      to: addDays(spokenOn, SETTLED_WITHIN_DAYS),
    };
    return rangesOverlap(window, range);
  }
  return range.from === undefined || range.from <= spokenOn;
}

function widened(range: DateRange, days: number): DateRange {
  return {
    ...(range.from === undefined ? {} : { from: addDays(range.from, -days) }),
    ...(range.to === undefined ? {} : { to: addDays(range.to, days) }),
  };
}

/** True when the statement's own time lies wholly before a day. */
export function isPast(statement: Statement, day: PlainDate): boolean {
  const time = timeOf(statement.body);
  const end = time === undefined ? undefined : rangeOf(time).to;
  return end !== undefined && end < day;
}
