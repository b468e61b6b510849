import { expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { Quantity, WholeNumber } from './index.ts';

test('a count of two is the integer 2', () => {
  expect(new WholeNumber(new Quantity('n1', Rational.of(2n))).toNumber()).toBe(2);
});

test.each([Rational.of(1n, 2n), Rational.of(2n ** 60n)])('%s is no whole number to give out', (value) => {
  expect(() => new WholeNumber(new Quantity('n1', value))).toThrow('whole number');
});
