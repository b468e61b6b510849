import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { exactlyOf, isWithinFloating } from './floating.ts';

test('a floating number becomes the rational it is, and back', () => {
  expect(exactlyOf(0.1).toString()).toBe('3602879701896397/36028797018963968');
  expect([0, -3, 0.75, 2 ** 60].map((value) => exactlyOf(value).toString())).toEqual([
    '0',
    '-3',
    '3/4',
    '1152921504606846976',
  ]);
  expect(exactlyOf(Number.MIN_VALUE).toApproximateNumber()).toBe(Number.MIN_VALUE);
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(exactlyOf(value).toApproximateNumber()).toBe(value === 0 ? 0 : value);
    }),
  );
});

test('what is no number does not become one', () => {
  expect(() => exactlyOf(Number.NaN)).toThrow('is a number');
  expect(() => exactlyOf(Number.POSITIVE_INFINITY)).toThrow('is a number');
});

test('numbers beyond 1e200 and below 1e-200 are not estimated with', () => {
  const power = (exponent: number) => Rational.of(10n).toThe(BigInt(exponent));
  const values = [Rational.ZERO, power(199), power(201), power(400), power(199).negated()];
  expect(values.map(isWithinFloating)).toEqual([true, true, false, false, true]);
  const small = [power(199), power(201), power(400)].map((value) => Rational.ONE.dividedBy(value));
  expect(small.map(isWithinFloating)).toEqual([true, false, false]);
});
