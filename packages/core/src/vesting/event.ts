import type { Derivation, Quantity } from '../formula/index.ts';
import type { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import { addMonths, type PlainDate } from '../time/index.ts';
import { type Installment, reachable } from './schedule.ts';

/** Vesting that waits for an event, such as a sale of the company. */
export interface EventVesting {
  readonly start: PlainDate;
  /** Of the quantity; default all of it. */
  readonly portion?: Rational;
  /** Absent while the event has not happened. */
  readonly occurred?: PlainDate;
  readonly expiresAfterMonths?: number;
  readonly expiresOn?: PlainDate;
}

/**
 * What vests by the event: its portion on the day it happens, nothing if it has not happened, or not before the day it
 * expires. On that day itself it is too late: expiry goes first, as in the priority of conditions of Open Cap Format.
 * Fails, at `event`: OUT_OF_RANGE (an event or an expiry before the start, an expiry beyond the year 9999).
 */
export function eventInstallments(
  sheet: Derivation,
  quantity: Quantity,
  event: EventVesting,
): Result<readonly Installment[]> {
  const { start, portion, occurred, expiresAfterMonths = 0, expiresOn } = event;
  if (occurred !== undefined && occurred < start) {
    return fail('OUT_OF_RANGE', 'event.occurred', 'the event lies before the start');
  }
  if (!reachable(start, expiresAfterMonths)) {
    return fail('OUT_OF_RANGE', 'event.expires_after_months', 'the expiry lies beyond the year 9999');
  }
  if (expiresOn !== undefined && expiresOn < start) {
    return fail('OUT_OF_RANGE', 'event.expires_on', 'the expiry lies before the start');
  }
  const expires = expiryOf(event);
  if (occurred === undefined || (expires !== null && occurred >= expires)) return ok([]);
  if (portion === undefined) return ok([{ date: occurred, quantity }]);
  const part = sheet.given('portion that the event vests', 'fraction', portion, 'event.portion');
  const vests = sheet.multiply(`vests on ${occurred}`, 'shares', [part, quantity], { date: occurred });
  return ok([{ date: occurred, quantity: vests }]);
}

/** The earlier of the two limits; null where there is none. */
export function expiryOf({ start, expiresAfterMonths, expiresOn }: EventVesting): PlainDate | null {
  const after = expiresAfterMonths === undefined ? undefined : addMonths(start, expiresAfterMonths);
  if (after === undefined || (expiresOn !== undefined && expiresOn < after)) return expiresOn ?? null;
  return after;
}
