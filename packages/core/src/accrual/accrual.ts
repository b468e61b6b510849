import type { Derivation, Quantity } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { fail, ok, type Result } from '../result/index.ts';
import type { PlainDate } from '../time/index.ts';
import { type DayCount, yearFraction } from './day-count.ts';

/**
 * Interest, a dividend or a preferred return that grows with time. `rate` is a year's, a fraction of 1; time is
 * either `years`, or `from`, `to` and `dayCount`. `compound` adds `rate ÷ compoundsPerYear` each whole period.
 */
export interface Accrual {
  readonly rate: Rational;
  readonly method: 'simple' | 'compound';
  readonly compoundsPerYear?: number;
  readonly years?: Rational;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly dayCount?: DayCount;
}

/**
 * Whether an accrual can be computed exactly. Fails, at `path` and the field: NEGATIVE_AMOUNT (rate, years),
 * OUT_OF_RANGE (no period in a year; end before start), MISSING_FIELD (compounds_per_year of a compound accrual;
 * time), UNSUPPORTED_COMBINATION (years beside dates; a compound accrual over a broken period).
 */
export function checkAccrual(accrual: Accrual, path: string): Result<Accrual> {
  const { rate, method, compoundsPerYear, years, from, to, dayCount } = accrual;
  if (rate.sign() < 0) return fail('NEGATIVE_AMOUNT', `${path}.rate`, 'the rate is below zero');
  if (compoundsPerYear !== undefined && compoundsPerYear < 1) {
    return fail('OUT_OF_RANGE', `${path}.compounds_per_year`, 'a year has at least one period');
  }
  if (years !== undefined && years.sign() < 0) {
    return fail('NEGATIVE_AMOUNT', `${path}.years`, 'the time is below zero');
  }
  const missing = (field: string): Result<never> =>
    fail('MISSING_FIELD', `${path}.${field}`, 'the accrual needs it', {
      expected: 'years; or from, to and day_count',
    });
  if (years !== undefined) {
    if (from !== undefined || to !== undefined || dayCount !== undefined) {
      return fail('UNSUPPORTED_COMBINATION', path, 'years stand beside dates', {
        expected: 'years; or from, to and day_count',
      });
    }
  } else {
    if (from === undefined && to === undefined && dayCount === undefined) return missing('years');
    if (from === undefined) return missing('from');
    if (to === undefined) return missing('to');
    if (dayCount === undefined) return missing('day_count');
    if (to < from) return fail('OUT_OF_RANGE', `${path}.to`, 'the end lies before the start');
  }
  if (method === 'simple') return ok(accrual);
  if (compoundsPerYear === undefined) return missing('compounds_per_year');
  const periods = timeOf(accrual).times(Rational.of(compoundsPerYear));
  if (periods.compare(MOST_PERIODS) > 0) {
    return fail('OUT_OF_RANGE', `${path}.compounds_per_year`, `more than ${MOST_PERIODS} periods`);
  }
  if (!periods.isInteger()) {
    return fail(
      'UNSUPPORTED_COMBINATION',
      years === undefined ? path : `${path}.years`,
      'a compound accrual over a broken period is not exact',
      { expected: 'a whole number of periods' },
    );
  }
  return ok(accrual);
}

/** Beyond any security's life; keeps a hostile input from asking for a number of a million digits. */
const MOST_PERIODS = Rational.of(10_000);

/** What one unit of the base has earned: `rate × years`, or `(1 + rate ÷ m) ^ (m × years) − 1`. Of a checked accrual. */
export function accrue(derivation: Derivation, accrual: Accrual, path: string): Quantity {
  const { method, compoundsPerYear, years, from, to, dayCount } = accrual;
  const rate = derivation.given('rate a year', 'fraction', accrual.rate, `${path}.rate`);
  const time =
    years === undefined
      ? derivation.assumed('years accrued', 'years', timeOf(accrual), `${from} to ${to} by ${dayCount}`)
      : derivation.given('years accrued', 'years', years, `${path}.years`);
  if (method === 'simple') return derivation.multiply('accrued per unit', 'fraction', [rate, time]);
  const perYear = derivation.given(
    'periods a year',
    'count',
    Rational.of(compoundsPerYear ?? 1),
    `${path}.compounds_per_year`,
  );
  const one = derivation.assumed('one', 'fraction', Rational.ONE, 'the base itself');
  const perPeriod = derivation.divide('rate a period', 'fraction', rate, perYear);
  const growth = derivation.add('growth a period', 'fraction', [one, perPeriod]);
  const periods = derivation.multiply('whole periods', 'count', [perYear, time]);
  const grown = derivation.power('growth over all periods', 'fraction', growth, periods);
  return derivation.subtract('accrued per unit', 'fraction', grown, one);
}

function timeOf({ years, from, to, dayCount }: Accrual): Rational {
  if (years !== undefined) return years;
  return from === undefined || to === undefined || dayCount === undefined
    ? Rational.ZERO
    : yearFraction(from, to, dayCount);
}
