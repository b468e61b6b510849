import type { Bounds, Qualifier, StatedAmount } from '@tranche/core/money';
import { QUALIFIERS } from '@tranche/core/money';
import { maximum, minimum, Rational } from '@tranche/core/rational';
import * as fc from 'fast-check';

/** Rationals with a taste for zero, one, small fractions and numbers too large for floating point. */
export const arbitraryRational = (): fc.Arbitrary<Rational> =>
  fc
    .tuple(
      fc.oneof(fc.bigInt({ min: -20n, max: 20n }), fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })),
      fc.oneof(fc.constant(1n), fc.bigInt({ min: 1n, max: 12n }), fc.bigInt({ min: 1n, max: 10n ** 20n })),
    )
    .map(([numerator, denominator]) => Rational.of(numerator, denominator));

/** Sums of money: not negative, in whole units or in cents, often in round billions. */
export const arbitraryMoney = (): fc.Arbitrary<Rational> =>
  fc.oneof(
    fc.bigInt({ min: 0n, max: 400n }).map((tenths) => Rational.of(tenths * 100_000_000n)),
    fc.bigInt({ min: 0n, max: 10n ** 15n }).map((cents) => Rational.of(cents, 100n)),
  );

/** What a source may state of a sum, under every qualifier, as one value or as a range. */
export const arbitraryStatedAmount = (): fc.Arbitrary<StatedAmount> =>
  fc
    .tuple(
      fc.constantFrom('USD', 'EUR', 'CNY', 'JPY'),
      fc.constantFrom<Qualifier>(...QUALIFIERS),
      arbitraryMoney(),
      fc.option(arbitraryMoney()),
    )
    .map(
      ([currency, qualifier, one, other]): StatedAmount =>
        other === null
          ? { currency, value: one, qualifier }
          : { currency, min: minimum(one, other), max: maximum(one, other), qualifier },
    );

/** Bounds together with a value that lies within them. */
export interface BoundedPoint {
  readonly bounds: Bounds;
  readonly point: Rational;
}

/** Exact, closed, half open and open bounds around a value of the given kind. */
export const arbitraryBoundedPoint = (value: fc.Arbitrary<Rational>): fc.Arbitrary<BoundedPoint> =>
  fc.oneof(
    {
      weight: 2,
      arbitrary: value.map((point) => ({ bounds: { low: point, high: point, vague: false }, point })),
    },
    { weight: 3, arbitrary: fc.tuple(fc.tuple(value, value, value), fc.boolean(), fc.boolean()).map(around) },
  );

function around([values, lowIsOpen, highIsOpen]: [readonly Rational[], boolean, boolean]): BoundedPoint {
  const [low, point, high] = [...values].sort((one, other) => one.compare(other)) as [
    Rational,
    Rational,
    Rational,
  ];
  return { bounds: { ...(lowIsOpen ? {} : { low }), ...(highIsOpen ? {} : { high }), vague: false }, point };
}

/** True when a value lies within bounds. */
export const contains = ({ low, high }: Bounds, value: Rational): boolean =>
  (low === undefined || low.compare(value) <= 0) && (high === undefined || high.compare(value) >= 0);
