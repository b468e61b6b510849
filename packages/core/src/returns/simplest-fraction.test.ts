import { rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { simplestBetween } from './simplest-fraction.ts';

test.each([
  ['0.3333333', '0.3333334', '1/3'],
  ['0.0999999999', '0.1000000001', '1/10'],
  ['3.141592', '3.141593', '355/113'],
  ['-0.51', '-0.49', '-1/2'],
  ['-1', '5', '0'],
  ['2', '2', '2'],
  ['5/3', '7/4', '5/3'],
  ['0', '1/9', '0'],
])('from %s to %s it is %s', (low, high, expected) => {
  expect(simplestBetween(rational(low), rational(high)).toString()).toBe(expected);
});

test('no fraction between has a smaller denominator', () => {
  const fraction = fc
    .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 60 }))
    .map(([numerator, denominator]) => Rational.of(numerator, denominator));
  fc.assert(
    fc.property(fraction, fraction, (one, other) => {
      const [low, high] = one.compare(other) <= 0 ? [one, other] : [other, one];
      const found = simplestBetween(low, high);
      expect(low.compare(found) <= 0 && found.compare(high) <= 0).toBe(true);
      for (let denominator = 1n; denominator < found.denominator; denominator += 1n) {
        const scale = Rational.of(denominator);
        const next = Rational.of(-low.times(scale).negated().floor(), denominator);
        expect(next.compare(high)).toBe(1);
      }
    }),
  );
});
