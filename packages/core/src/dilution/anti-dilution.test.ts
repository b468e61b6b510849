import { rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { type AntiDilutionInput, antiDilution, type ProtectedSeries } from './index.ts';

const whole = (max: bigint, min = 1n) => fc.bigInt({ min, max }).map((value) => Rational.of(value));
const price = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 1000n }))
  .map(([numerator, denominator]) => Rational.of(numerator, denominator));
const terms: fc.Arbitrary<Omit<ProtectedSeries, 'id'>> = fc.record({
  shares: whole(10n ** 9n, 0n),
  originalIssuePrice: price,
  conversionPrice: price,
  method: fc.constantFrom('weighted_average' as const, 'full_ratchet' as const, 'none' as const),
  base: whole(10n ** 9n),
});
const input: fc.Arbitrary<AntiDilutionInput> = fc.record({
  series: fc
    .array(terms, { maxLength: 4 })
    .map((series) => series.map((one, index) => ({ ...one, id: `series ${index}` }))),
  issue: fc.record({ shares: whole(10n ** 9n), price }),
  holders: fc
    .array(whole(10n ** 9n), { maxLength: 3 })
    .map((shares) => shares.map((held, index) => ({ id: `holder ${index}`, shares: held }))),
});

const resultOf = (given: AntiDilutionInput) => expectOk(antiDilution(given)).output;

// NVCA model certificate of incorporation, 4.4.4; the figures are those of Open Venture Finance, fixtures AD1 and AD2.
test.each([
  ['12000000', '35/16', '8/7'],
  ['10000000', '15/7', '7/6'],
])(
  '4,000,000 shares for 5,000,000 on a base of %s move 2.50 to %s, and a share to %s common',
  (base, to, ratio) => {
    const { series } = resultOf({
      series: [
        {
          id: 'A',
          shares: rational('2000000'),
          originalIssuePrice: rational('2.5'),
          method: 'weighted_average',
          base: rational(base),
        },
      ],
      issue: { shares: rational('4000000'), consideration: rational('5000000') },
    });
    expect(series.get('A')?.newConversionPrice.value.toString()).toBe(to);
    expect(series.get('A')?.conversionRatio.value.toString()).toBe(ratio);
  },
);

test('a price that is adjusted lies between the issue price and the old price, and is otherwise the old one', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { series } = resultOf(given);
      for (const { id, conversionPrice = Rational.ZERO, method } of given.series) {
        const result = series.get(id);
        const issuePrice = given.issue.price ?? Rational.ZERO;
        const below = issuePrice.compare(conversionPrice) < 0;
        expect(result?.triggered).toBe(below && method !== 'none');
        if (result?.triggered === true) {
          expect(result.newConversionPrice.value.compare(issuePrice)).toBeGreaterThanOrEqual(0);
          expect(result.newConversionPrice.value.compare(conversionPrice)).toBeLessThan(0);
          expect(result.rawFormulaValue.value).toEqual(result.newConversionPrice.value);
        } else {
          expect(result?.newConversionPrice.value).toEqual(conversionPrice);
        }
      }
    }),
  );
});

test('the weighted average prices the base at the old price and the issue at its own', () => {
  fc.assert(
    fc.property(terms, whole(10n ** 9n), price, (one, issued, issuePrice) => {
      const { base = Rational.ONE, conversionPrice = Rational.ONE } = one;
      const { series } = resultOf({
        series: [{ ...one, id: 'A', method: 'weighted_average' }],
        issue: { shares: issued, price: issuePrice },
      });
      const average = base.times(conversionPrice).plus(issued.times(issuePrice)).dividedBy(base.plus(issued));
      expect(series.get('A')?.rawFormulaValue.value).toEqual(average);
    }),
  );
});

test('the larger the base, the nearer the new price to the old one, without end', () => {
  fc.assert(
    fc.property(terms, whole(10n ** 6n), price, (one, issued, issuePrice) => {
      const old = issuePrice.plus(Rational.ONE);
      const gapAt = (base: bigint): Rational => {
        const { series } = resultOf({
          series: [
            { ...one, id: 'A', method: 'weighted_average', conversionPrice: old, base: Rational.of(base) },
          ],
          issue: { shares: issued, price: issuePrice },
        });
        return old.minus(series.get('A')?.newConversionPrice.value ?? Rational.ZERO);
      };
      const gaps = [1n, 10n ** 6n, 10n ** 12n, 10n ** 24n].map(gapAt);
      for (const [index, gap] of gaps.entries()) {
        expect(gap.sign()).toBe(1);
        if (index > 0) expect(gap.compare(gaps[index - 1] ?? Rational.ZERO)).toBeLessThan(0);
      }
      expect(gaps.at(-1)?.compare(Rational.of(1n, 10n ** 18n))).toBeLessThanOrEqual(0);
    }),
  );
});

test('no series looks at the adjustment of another: their order changes nothing', () => {
  fc.assert(
    fc.property(input, (given) => {
      const forwards = resultOf(given);
      const backwards = resultOf({ ...given, series: [...given.series].reverse() });
      for (const { id } of given.series) {
        expect(backwards.series.get(id)?.asConvertedAfter.value).toEqual(
          forwards.series.get(id)?.asConvertedAfter.value,
        );
      }
      expect(backwards.totalAfter.value).toEqual(forwards.totalAfter.value);
    }),
  );
});

test('everyone together owns the whole before, and the whole less the new shares after', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { ownershipBefore, ownershipAfter, totalBefore, totalAfter } = resultOf(given);
      const ownedOf = (owned: typeof ownershipBefore) => sum([...owned.values()].map(({ value }) => value));
      expect(ownedOf(ownershipBefore)).toEqual(totalBefore.value.sign() === 0 ? Rational.ZERO : Rational.ONE);
      const ofNewShares = given.issue.shares.dividedBy(totalAfter.value);
      expect(ownedOf(ownershipAfter).plus(ofNewShares)).toEqual(Rational.ONE);
    }),
  );
});

test('an id that names a holder and a series owns what both have', () => {
  const { ownershipBefore } = resultOf({
    series: [{ id: 'A', shares: Rational.ONE, originalIssuePrice: Rational.ONE, method: 'none' }],
    issue: { shares: Rational.ONE, price: Rational.ONE },
    holders: [
      { id: 'A', shares: Rational.ONE },
      { id: 'B', shares: Rational.of(2n) },
    ],
  });
  expect([...ownershipBefore].map(([id, { value }]) => [id, value.toString()])).toEqual([
    ['A', '1/2'],
    ['B', '1/2'],
  ]);
});

test('a rounding moves the new price by less than one unit of its last place, and never above the old price', () => {
  fc.assert(
    fc.property(
      input,
      fc.integer({ min: 4, max: 8 }),
      fc.constantFrom('half_up' as const, 'half_even' as const, 'up' as const, 'down' as const),
      (given, priceDecimals, priceMode) => {
        const exact = resultOf(given).series;
        const rounded = antiDilution({ ...given, rounding: { mode: 'price', priceDecimals, priceMode } });
        if (!rounded.ok) {
          expect(rounded.failure.code).toBe('NO_SOLUTION');
          return;
        }
        for (const [id, { triggered, newConversionPrice, rawFormulaValue }] of rounded.value.output.series) {
          const unrounded = exact.get(id)?.newConversionPrice.value ?? Rational.ZERO;
          const moved = newConversionPrice.value.minus(unrounded).absolute();
          expect(moved.compare(Rational.of(1n, 10n ** BigInt(priceDecimals)))).toBeLessThan(0);
          if (!triggered) expect(moved.sign()).toBe(0);
          expect(rawFormulaValue.value).toEqual(exact.get(id)?.rawFormulaValue.value);
        }
      },
    ),
  );
});
