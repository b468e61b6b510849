import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { type SplitInput, split } from './index.ts';

const whole = (max: bigint, min = 0n) => fc.bigInt({ min, max }).map((value) => Rational.of(value));
const cents = fc.bigInt({ min: 0n, max: 10n ** 6n }).map((value) => Rational.of(value, 100n));
const named = <T extends object>(items: readonly T[]) =>
  items.map((one, index) => ({ ...one, id: `${index}` }));

const input: fc.Arbitrary<SplitInput> = fc.record({
  ratio: fc.record({ new: whole(1000n, 1n), old: whole(1000n, 1n) }),
  stock: fc.array(fc.record({ shares: whole(10n ** 9n), price: cents }), { maxLength: 3 }).map(named),
  options: fc.array(fc.record({ shares: whole(10n ** 9n), strike: cents }), { maxLength: 3 }).map(named),
  classes: fc
    .array(
      fc.record({
        shares: whole(10n ** 9n),
        originalIssuePrice: cents,
        conversionPrice: cents.map((value) => value.plus(Rational.ONE)),
        authorized: whole(10n ** 9n),
      }),
      { maxLength: 3 },
    )
    .map(named),
  cashInLieuPrice: cents,
});

const resultOf = (given: SplitInput) => expectOk(split(given)).output;

test('without rounding a split leaves every aggregate, preference and conversion ratio as it was', () => {
  fc.assert(
    fc.property(input, (given) => {
      const result = resultOf(given);
      for (const { id, shares, price = Rational.ZERO } of given.stock ?? []) {
        expect(result.stock.get(id)?.aggregate?.value).toEqual(shares.times(price));
        expect(result.stock.get(id)?.cashInLieu?.value).toEqual(Rational.ZERO);
      }
      for (const { id, shares, strike } of given.options ?? []) {
        expect(result.options.get(id)?.aggregateStrike.value).toEqual(shares.times(strike));
      }
      for (const one of given.classes ?? []) {
        const { shares = Rational.ZERO, originalIssuePrice = Rational.ZERO, conversionPrice } = one;
        const after = result.classes.get(one.id);
        expect(after?.preferenceAmount.value).toEqual(shares.times(originalIssuePrice));
        expect(after?.originalIssuePrice.value.dividedBy(after.conversionPrice.value)).toEqual(
          originalIssuePrice.dividedBy(conversionPrice ?? Rational.ONE),
        );
      }
    }),
  );
});

test('a split and its reverse give back what there was', () => {
  fc.assert(
    fc.property(input, (given) => {
      const there = resultOf(given);
      const back = resultOf({
        ratio: { new: given.ratio.old, old: given.ratio.new },
        options: (given.options ?? []).map(({ id }) => ({
          id,
          shares: there.options.get(id)?.shares.value ?? Rational.ZERO,
          strike: there.options.get(id)?.strike.value ?? Rational.ZERO,
        })),
      });
      expect(there.factor.value.times(back.factor.value)).toEqual(Rational.ONE);
      for (const { id, shares, strike } of given.options ?? []) {
        expect(back.options.get(id)?.shares.value).toEqual(shares);
        expect(back.options.get(id)?.strike.value).toEqual(strike);
      }
    }),
  );
});

test('rounded shares are whole; with their fraction they are the exact ones, and a floor pays the fraction out', () => {
  fc.assert(
    fc.property(input, fc.constantFrom('floor' as const, 'nearest' as const), (given, shares) => {
      for (const one of resultOf({ ...given, rounding: { shares } }).stock.values()) {
        expect(one.shares.value.isInteger()).toBe(true);
        expect(one.shares.value.plus(one.fraction.value)).toEqual(one.exactShares.value);
        expect(one.cashInLieu?.value.sign()).toBeGreaterThanOrEqual(0);
        if (shares === 'nearest') {
          expect(one.fraction.value.absolute().compare(Rational.of(1n, 2n))).toBeLessThanOrEqual(0);
        } else {
          expect(one.fraction.value.sign()).toBeGreaterThanOrEqual(0);
          expect(one.fraction.value.compare(Rational.ONE)).toBeLessThan(0);
          expect(one.cashInLieu?.value).toEqual(
            one.fraction.value.times(given.cashInLieuPrice ?? Rational.ZERO),
          );
        }
      }
    }),
  );
});

test('with options down and strikes up no option gains', () => {
  fc.assert(
    fc.property(input, (given) => {
      const rounded = resultOf({ ...given, rounding: { options: 'floor', strikeDecimals: 2 } });
      for (const { shares, exactShares, strike, exactStrike } of rounded.options.values()) {
        expect(shares.value.compare(exactShares.value)).toBeLessThanOrEqual(0);
        expect(strike.value.compare(exactStrike.value)).toBeGreaterThanOrEqual(0);
        expect(strike.value.minus(exactStrike.value).compare(Rational.of(1n, 100n))).toBeLessThan(0);
      }
    }),
  );
});
