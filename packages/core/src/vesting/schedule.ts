import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import { addMonths, lengthOfMonth, type PlainDate, partsOf, plainDateOf } from '../time/index.ts';
import { type Allocation, allocate } from './allocation.ts';

/** Vesting in equal periods of months, with or without a cliff. */
export interface VestingSchedule {
  readonly start: PlainDate;
  /** One or more. */
  readonly installments: number;
  /** Default 1, and one or more. */
  readonly periodMonths?: number;
  /** Installments that wait for the last of them; none wait at 0 and 1, the default. */
  readonly cliffInstallments?: number;
  readonly allocation: Allocation;
  /** Default: `day` where it is given, otherwise the day of the start. */
  readonly dayRule?: 'start_day_or_last' | 'day_or_last';
  /** 1 to 31. */
  readonly day?: number;
}

/** What vests on one day. */
export interface Installment {
  readonly date: PlainDate;
  readonly quantity: Quantity;
}

/**
 * The installments of a schedule, in the order of their dates. Installment i falls i periods after the start, on its
 * day or the named one, or on the last day of a month that lacks it. A cliff gives the sum of the amounts of the
 * installments up to it on the date of the last of them.
 * Fails, at `schedule`: OUT_OF_RANGE (a cliff beyond the last installment, a date beyond the year 9999),
 * MISSING_FIELD (day of the rule day_or_last), UNSUPPORTED_COMBINATION (a day beside the rule start_day_or_last).
 */
export function installmentsOf(
  sheet: Derivation,
  quantity: Quantity,
  schedule: VestingSchedule,
): Result<readonly Installment[]> {
  const { installments, cliffInstallments: cliff = 0, allocation } = schedule;
  const checked = check(schedule);
  if (!checked.ok) return checked;
  const count = sheet.given('installments', 'count', Rational.of(installments), 'schedule.installments');
  const each = allocate(sheet, quantity, count, allocation).map((amount, index) => ({
    date: dateOf(schedule, index + 1),
    quantity: amount,
  }));
  const last = each[cliff - 1];
  if (last === undefined || cliff < 2) return ok(each);
  const atCliff = sheet.add(
    `amounts of installments 1 to ${cliff}, at the cliff`,
    'shares',
    each.slice(0, cliff).map((one) => one.quantity),
    { date: last.date },
  );
  return ok([{ date: last.date, quantity: atCliff }, ...each.slice(cliff)]);
}

const LAST_YEAR = 9999;

function check(schedule: VestingSchedule): Result<null> {
  const { start, installments, periodMonths = 1, cliffInstallments = 0, dayRule, day } = schedule;
  if (!reachable(start, installments * periodMonths)) {
    return fail('OUT_OF_RANGE', 'schedule.installments', `the last date lies beyond the year ${LAST_YEAR}`);
  }
  if (cliffInstallments > installments) {
    return fail('OUT_OF_RANGE', 'schedule.cliff_installments', 'the cliff lies beyond the last installment');
  }
  if (dayRule === 'day_or_last' && day === undefined) {
    return fail('MISSING_FIELD', 'schedule.day', 'the rule day_or_last needs a day');
  }
  return dayRule === 'start_day_or_last' && day !== undefined
    ? fail(
        'UNSUPPORTED_COMBINATION',
        'schedule.day',
        'the rule start_day_or_last takes the day of the start',
        {
          expected: 'day_rule day_or_last',
        },
      )
    : ok(null);
}

/** Whether a date some months later still has a year of four digits. */
export function reachable(start: PlainDate, months: number): boolean {
  const { year, month } = partsOf(start);
  return year * 12 + (month - 1) + months < (LAST_YEAR + 1) * 12;
}

function dateOf({ start, periodMonths = 1, day }: VestingSchedule, place: number): PlainDate {
  const onStartDay = addMonths(start, place * periodMonths);
  if (day === undefined) return onStartDay;
  const { year, month } = partsOf(onStartDay);
  return plainDateOf(year, month, Math.min(day, lengthOfMonth(year, month)));
}
