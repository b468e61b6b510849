import { arbitraryDay } from '@tranche/testkit/arbitrary';
import { rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { maximum, Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { addDays, addMonths, type PlainDate } from '../time/index.ts';
import { type IpoRatchetInput, ipoRatchet } from './index.ts';

const price = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 1000n }))
  .map(([numerator, denominator]) => Rational.of(numerator, denominator));
const input: fc.Arbitrary<IpoRatchetInput> = fc.record({
  class: fc.record({ originalIssuePrice: price, invested: price, conversionPrice: price }),
  guarantee: fc.oneof(
    fc.record({ kind: fc.constant('price' as const), price }),
    fc.record({ kind: fc.constant('multiple' as const), multiple: price }),
  ),
  ipoPrice: price,
  markPrice: price,
  outstanding: price,
});

const resultOf = (given: IpoRatchetInput) => expectOk(ipoRatchet(given)).output;

// Square, prospectus of November 2015: 150 million at 15.46345, guaranteed 18.55614, offered at 9.00.
test('the class of Square converts into exactly 20 million shares worth 180 million', () => {
  const { asConvertedShares, valueAtIpo } = resultOf({
    class: { originalIssuePrice: rational('15.46345'), invested: rational('150000000') },
    guarantee: { kind: 'price', price: rational('18.55614') },
    ipoPrice: rational('9'),
  });
  expect([asConvertedShares.value.toString(), valueAtIpo.value.toString()]).toEqual([
    '20000000',
    '180000000',
  ]);
});

test('at the offering the class is worth the greater of its guarantee and its shares as they were', () => {
  fc.assert(
    fc.property(input, (given) => {
      const result = resultOf(given);
      const promised = result.shares.value.times(result.guaranteedPrice.value);
      const present = result.asConvertedBefore.value.times(given.ipoPrice);
      expect(result.valueAtIpo.value).toEqual(maximum(promised, present));
      expect(result.triggered).toBe(promised.compare(present) > 0);
      expect(result.additionalShares.value.sign()).toBe(result.triggered ? 1 : 0);
      expect(result.conversionPrice.value.times(result.conversionRatio.value)).toEqual(
        given.class.originalIssuePrice,
      );
    }),
  );
});

test('the additional shares dilute everyone, the class included', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { ownershipBefore, ownershipAfter, additionalPercentOfOutstanding, ...result } = resultOf(given);
      const outstanding = given.outstanding ?? Rational.ONE;
      const after = outstanding.plus(result.additionalShares.value);
      expect(ownershipAfter?.value.times(after)).toEqual(result.asConvertedShares.value);
      expect(ownershipBefore?.value.times(outstanding)).toEqual(result.asConvertedBefore.value);
      expect(additionalPercentOfOutstanding?.value.times(outstanding)).toEqual(result.additionalShares.value);
    }),
  );
});

test('a guarantee compounds on the day a period is complete, not the day before, and by no stub after it', () => {
  fc.assert(
    fc.property(
      arbitraryDay(),
      fc.constantFrom(1, 2, 3, 4, 6, 12),
      fc.integer({ min: 1, max: 60 }),
      // Fewer days than any month has.
      fc.integer({ min: 0, max: 27 }),
      (from, compoundsPerYear, periods, daysMore) => {
        const completed = addMonths(from, (periods * 12) / compoundsPerYear);
        const guaranteedOn = (to: PlainDate) =>
          resultOf({
            class: { originalIssuePrice: Rational.ONE, shares: Rational.ONE },
            guarantee: { kind: 'compounding', rate: Rational.of(1n, 10n), compoundsPerYear, from, to },
            ipoPrice: Rational.ONE,
          });
        const after = guaranteedOn(addDays(completed, daysMore));
        expect(after.wholePeriods?.toNumber()).toBe(periods);
        const growth = Rational.of(10 * compoundsPerYear + 1, 10 * compoundsPerYear);
        expect(after.guaranteedPrice.value).toEqual(growth.toThe(BigInt(periods)));
        expect(guaranteedOn(addDays(completed, -1)).wholePeriods?.toNumber()).toBe(periods - 1);
      },
    ),
  );
});
