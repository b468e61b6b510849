import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { millsRatio, normalCdf, normalDensity } from './index.ts';

/** How far a value is from what it should be, in parts of the latter. */
const relativeError = (value: number, wanted: number): number => Math.abs(value / wanted - 1);

// erfc(−x ÷ √2) ÷ 2 with 40 digits (mpmath 1.3), as the nearest doubles.
test.each([
  [-37, 5.725571222524577e-300],
  [-30, 4.906713927148187e-198],
  [-20, 2.7536241186062337e-89],
  [-10, 7.619853024160525e-24],
  [-5, 2.866515718791939e-7],
  [-2, 0.02275013194817921],
  [-1, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [1, 0.8413447460685429],
  [3, 0.9986501019683699],
  [8, 0.9999999999999993],
])('the chance below %d is right to 1e-15, in the tails too', (x, wanted) => {
  expect(relativeError(normalCdf(x), wanted)).toBeLessThan(1e-15);
});

// Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.2: −log10 of the chance above x, as printed.
test.each([
  [5, 6.54265],
  [10, 23.11805],
  [15, 50.43522],
  [20, 88.5601],
  [30, 197.30921],
])('the tail above %d is that of the printed table', (x, printed) => {
  expect(-Math.log10(normalCdf(-x))).toBeCloseTo(printed, 5);
});

/**
 * The slow model: the continued fraction t + 1 ÷ (t + 2 ÷ (t + 3 ÷ …)) of 1 ÷ M(t), with as many terms as a small t
 * needs. Source: Abramowitz and Stegun, 26.2.14.
 */
function millsByContinuedFraction(t: number): number {
  let tail = t;
  for (let term = Math.ceil(200 + 4000 / (t * t)); term >= 1; term -= 1) tail = t + term / tail;
  return 1 / tail;
}

test("Mills' ratio agrees with its continued fraction", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.25, max: 60, noNaN: true }), (t) => {
      expect(relativeError(millsRatio(t), millsByContinuedFraction(t))).toBeLessThan(1e-14);
    }),
  );
});

test("Mills' ratio falls towards 1 ÷ t", () => {
  expect(millsRatio(1e9)).toBe(1e-9);
  expect(millsRatio(1e200)).toBe(1e-200);
  expect(millsRatio(Number.POSITIVE_INFINITY)).toBe(0);
});

test('the chances below and above sum to one, and the chance below never falls', () => {
  const point = fc.double({ min: -40, max: 40, noNaN: true });
  fc.assert(
    fc.property(point, point, (x, y) => {
      expect(Math.abs(normalCdf(x) + normalCdf(-x) - 1)).toBeLessThan(3e-16);
      expect(normalCdf(Math.min(x, y))).toBeLessThanOrEqual(normalCdf(Math.max(x, y)));
    }),
  );
});

test('the density keeps its digits where the square does not fit a double', () => {
  // e^(−x² ÷ 2) ÷ √(2π) with 40 digits (mpmath 1.3) of the doubles nearest to 30.1 and 20.3.
  expect(relativeError(normalDensity(30.1), 7.300259384280611e-198)).toBeLessThan(5e-16);
  expect(relativeError(normalDensity(-20.3), 1.308288554681529e-90)).toBeLessThan(5e-16);
});

test('the ends are zero and one, and what is no number stays none', () => {
  const { NEGATIVE_INFINITY, POSITIVE_INFINITY, NaN: none } = Number;
  expect([NEGATIVE_INFINITY, -1e200, 1e200, POSITIVE_INFINITY, none].map(normalCdf)).toEqual([
    0,
    0,
    1,
    1,
    none,
  ]);
  expect([NEGATIVE_INFINITY, 1e200].map(normalDensity)).toEqual([0, 0]);
});
