import { arbitraryDay } from '@tranche/testkit/arbitrary';
import { day } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { addMonths, lengthOfMonth, type PlainDate, partsOf } from '../time/index.ts';
import { ALLOCATIONS, type VestingInput, type VestingSchedule, vesting } from './index.ts';

const resultOf = (given: VestingInput) => expectOk(vesting(given)).output;
const shown = (given: VestingInput): readonly string[] =>
  resultOf(given).installments.map(({ date, quantity }) => `${date} ${quantity.value}`);

const schedule: fc.Arbitrary<VestingSchedule> = fc
  .record(
    {
      start: arbitraryDay(),
      installments: fc.integer({ min: 1, max: 30 }),
      periodMonths: fc.integer({ min: 1, max: 12 }),
      cliff: fc.nat({ max: 100 }),
      allocation: fc.constantFrom(...ALLOCATIONS),
      day: fc.integer({ min: 1, max: 31 }),
    },
    { requiredKeys: ['start', 'installments', 'cliff', 'allocation'] },
  )
  .map(({ cliff, ...rest }) => ({ ...rest, cliffInstallments: cliff % (rest.installments + 1) }));
const quantity = fc.bigInt({ min: 0n, max: 10n ** 9n }).map((value) => Rational.of(value));

// Open Cap Format, docs/explainers/VestingTerms.md, example 3.
test('480 options from 30 January 2021 over 48 months with a year of cliff: 120 at the cliff, then 10 a month', () => {
  const lines = shown({
    quantity: Rational.of(480n),
    schedule: {
      start: day('2021-01-30'),
      installments: 48,
      cliffInstallments: 12,
      allocation: 'cumulative_rounding',
    },
  });
  expect(lines.slice(0, 3)).toEqual(['2022-01-30 120', '2022-02-28 10', '2022-03-30 10']);
  expect(lines).toHaveLength(37);
  expect(lines.at(-1)).toBe('2025-01-30 10');
});

test('the parts of a schedule sum to the quantity, and what has vested never falls', () => {
  fc.assert(
    fc.property(quantity, schedule, (granted, terms) => {
      const { installments, total } = resultOf({ quantity: granted, schedule: terms });
      expect(sum(installments.map((one) => one.quantity.value))).toEqual(granted);
      expect(total.value).toEqual(granted);
      let [vested, date] = [Rational.ZERO, terms.start];
      for (const one of installments) {
        expect(one.cumulative.value.compare(vested)).toBeGreaterThanOrEqual(0);
        expect(one.cumulative.value.minus(vested)).toEqual(one.quantity.value);
        expect(one.date > date).toBe(true);
        [vested, date] = [one.cumulative.value, one.date];
      }
    }),
  );
});

test('every date is a period after the one before, on the day or on the last one of a shorter month', () => {
  fc.assert(
    fc.property(quantity, schedule, (granted, terms) => {
      const { start, installments: count, periodMonths = 1 } = terms;
      const { installments } = resultOf({ quantity: granted, schedule: { ...terms, cliffInstallments: 0 } });
      expect(installments).toHaveLength(count);
      for (const [index, { date }] of installments.entries()) {
        const { year, month, day: on } = partsOf(date);
        const due = partsOf(addMonths(start, (index + 1) * periodMonths));
        expect([year, month]).toEqual([due.year, due.month]);
        expect(on).toBe(Math.min(terms.day ?? partsOf(start).day, lengthOfMonth(year, month)));
      }
    }),
  );
});

test('a cliff holds back what would have vested before it, and changes nothing after it', () => {
  fc.assert(
    fc.property(quantity, schedule, (granted, terms) => {
      const plain = resultOf({ quantity: granted, schedule: { ...terms, cliffInstallments: 0 } });
      const { installments } = resultOf({ quantity: granted, schedule: terms });
      const skipped = Math.max(0, (terms.cliffInstallments ?? 0) - 1);
      expect(installments.map(({ date, cumulative }) => [date, cumulative.value])).toEqual(
        plain.installments.slice(skipped).map(({ date, cumulative }) => [date, cumulative.value]),
      );
    }),
  );
});

test('whatever becomes of installments before the grant, nothing is lost, and from the next one on all agree', () => {
  fc.assert(
    fc.property(quantity, schedule, fc.integer({ min: -2, max: 40 }), (granted, terms, monthsLate) => {
      const grantDate = addMonths(terms.start, monthsLate);
      const asOf = resultOf({ quantity: granted, schedule: terms }).installments.map(({ date }) => date);
      const by = (beforeGrant: NonNullable<VestingInput['beforeGrant']>) =>
        resultOf({ quantity: granted, schedule: terms, grantDate, beforeGrant, asOf });
      const [asScheduled, onGrant, onNext] = [
        by('as_scheduled'),
        by('accumulate_on_grant_date'),
        by('accumulate_on_next_installment'),
      ];
      for (const settled of [onGrant, onNext]) {
        expect(settled.total.value).toEqual(granted);
        expect(settled.installments.every(({ date }) => date >= grantDate)).toBe(true);
        expect(new Set(settled.installments.map(({ date }) => date)).size).toBe(settled.installments.length);
        for (const date of asOf) {
          const due = date < grantDate ? Rational.ZERO : asScheduled.vested.get(date)?.value;
          expect(settled.vested.get(date)?.value).toEqual(due);
        }
      }
    }),
  );
});

test('what has vested by a day is the sum of the installments up to it, that day included', () => {
  fc.assert(
    fc.property(quantity, schedule, fc.array(arbitraryDay(), { maxLength: 5 }), (granted, terms, days) => {
      const { installments, vested } = resultOf({ quantity: granted, schedule: terms, asOf: days });
      for (const one of days) {
        const parts = installments.filter(({ date }) => date <= one).map((part) => part.quantity.value);
        expect(vested.get(one)?.value).toEqual(sum(parts));
      }
    }),
  );
});

// Open Cap Format, docs/explainers/VestingTerms.md, example 2: within three years, or prior to 1 January 2025.
test.each([
  ['2021-01-01', '2024-01-01'],
  ['2023-07-01', '2025-01-01'],
])('an event awaited from %s expires on %s, the earlier of its two limits', (start, expires) => {
  const terms = { start: day(start), expiresAfterMonths: 36, expiresOn: day('2025-01-01') };
  const on = (occurred: PlainDate) =>
    resultOf({ quantity: Rational.of(500n), event: { ...terms, occurred } }).total.value.toString();
  expect(resultOf({ quantity: Rational.of(500n), event: terms }).expires).toBe(expires);
  expect([on(addMonths(day(expires), -1)), on(day(expires)), on(addMonths(day(expires), 1))]).toEqual([
    '500',
    '0',
    '0',
  ]);
});

test('without terms everything vests on the day of the grant', () => {
  expect(shown({ quantity: Rational.of(7n), grantDate: day('2024-06-01') })).toEqual(['2024-06-01 7']);
});
