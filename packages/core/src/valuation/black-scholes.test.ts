import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { callValue, expectedExcess, timeValue } from './index.ts';

const call = (
  spot: number,
  strike: number,
  volatility: number,
  years: number,
  rate: number,
  dividendYield = 0,
) => callValue({ spot, strike, volatility, years, rate, dividendYield });

const relativeError = (value: number, wanted: number): number => Math.abs(value / wanted - 1);

test.each([
  // Hull, Options, Futures and Other Derivatives, "Black-Scholes-Merton pricing formulas", example: 4.76.
  { terms: [42, 40, 0.2, 0.5, 0.1, 0], printed: 4.76, digits: 2, full: 4.759422392871533 },
  // The same, "Valuation of European stock index options", example: 51.83.
  { terms: [930, 900, 0.2, 2 / 12, 0.08, 0.03], printed: 51.83, digits: 2, full: 51.83295679649085 },
  // Haug, The Complete Guide to Option Pricing Formulas, "The Black-Scholes formula", example: 2.1334.
  { terms: [60, 65, 0.3, 0.25, 0.08, 0], printed: 2.1334, digits: 4, full: 2.1333684449162 },
] as const)('a call on $terms.0 struck at $terms.1 is worth $printed', ({ terms, printed, digits, full }) => {
  const [spot, strike, volatility, years, rate, dividendYield] = terms;
  const { value } = call(spot, strike, volatility, years, rate, dividendYield);
  expect(value).toBeCloseTo(printed, digits);
  // The same formula with 40 digits (mpmath 1.3).
  expect(relativeError(value, full)).toBeLessThan(1e-14);
});

// The formula with 40 digits (mpmath 1.3): far out of the money, hardly any volatility, and a great deal of it.
test.each([
  [100, 100, 1e-8, 3.989422804014327e-7],
  [100, 101, 1e-3, 1.2448695951642834e-25],
  [100, 130, 0.02, 2.225299480690645e-40],
  [100, 200, 0.0499, 1.81242877342398e-44],
  [100, 200, 0.051, 1.1865656479831764e-42],
  [1, 1e6, 0.5, 4.127853448461196e-167],
  [100, 100, 40, 100],
])(
  'a call on %d struck at %d keeps twelve digits at a deviation of %d',
  (spot, strike, deviation, wanted) => {
    expect(relativeError(expectedExcess(spot, strike, deviation), wanted)).toBeLessThan(1e-12);
  },
);

test('without volatility or time a call is worth what it would pay, and its distances are infinite', () => {
  const { POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number;
  expect(call(42, 40, 0, 2, 0)).toEqual({
    value: 2,
    d1: POSITIVE_INFINITY,
    d2: POSITIVE_INFINITY,
    nD1: 1,
    nD2: 1,
  });
  expect(call(38, 40, 0.3, 0, 0.1)).toEqual({
    value: 0,
    d1: NEGATIVE_INFINITY,
    d2: NEGATIVE_INFINITY,
    nD1: 0,
    nD2: 0,
  });
  expect(call(40, 40, 0, 1, 0)).toEqual({ value: 0, d1: 0, d2: 0, nD1: 0.5, nD2: 0.5 });
  expect(call(100, 100, 0, 1, 0.05).value).toBeCloseTo(100 - 100 * Math.exp(-0.05), 12);
});

test('a strike of zero leaves the asset less its yield; an asset of zero leaves nothing', () => {
  expect(call(42, 0, 0.2, 1, 0.1, 0.03).value).toBe(42 * Math.exp(-0.03));
  expect(call(0, 40, 0.2, 1, 0.1).value).toBe(0);
  expect(call(0, 0, 0.2, 1, 0.1).value).toBe(0);
  expect(expectedExcess(5, -2, 0.3)).toBe(7);
});

test('huge and tiny values neither overflow nor lose the ratio', () => {
  expect(
    relativeError(call(1e300, 1e300, 0.2, 1, 0).value, call(1, 1, 0.2, 1, 0).value * 1e300),
  ).toBeLessThan(1e-14);
  expect(call(1e-300, 1e300, 0.5, 1, 0).value).toBe(0);
  expect(call(1e300, 1e-300, 0.5, 1, 0).value).toBe(1e300);
  expect(call(100, 100, 200, 4, 0).value).toBe(100);
});

const price = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const deviation = fc.double({ min: 1e-6, max: 6, noNaN: true });

test('a call is worth between its intrinsic value and its asset, and more when more is uncertain', () => {
  fc.assert(
    fc.property(price, price, deviation, deviation, (mean, strike, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      const value = expectedExcess(mean, strike, more);
      expect(value).toBeGreaterThanOrEqual(Math.max(mean - strike, 0));
      expect(value).toBeLessThanOrEqual(mean);
      const slack = 1e-13 * value;
      expect(value - expectedExcess(mean, strike, less)).toBeGreaterThanOrEqual(-slack);
    }),
  );
});

test('a put and a call differ by the forward: the time value is the same from both sides', () => {
  fc.assert(
    fc.property(price, price, deviation, (mean, strike, spread) => {
      expect(timeValue(mean, strike, spread)).toBe(timeValue(strike, mean, spread));
      // The textbook form, where it does not cancel.
      const { value, nD1, nD2 } = call(mean, strike, spread, 1, 0);
      expect(Math.abs(value - (mean * nD1 - strike * nD2))).toBeLessThan(1e-13 * (mean + strike));
    }),
  );
});

/** The slow model: the excess times its density over a fine grid of the standard normal (trapezoids, 40,000 steps). */
function excessByGrid(mean: number, strike: number, spread: number): number {
  const [steps, reach] = [40_000, 14];
  let total = 0;
  for (let step = 0; step <= steps; step += 1) {
    const z = -reach + (2 * reach * step) / steps;
    const value = mean * Math.exp(spread * z - (spread * spread) / 2);
    total += Math.max(0, value - strike) * Math.exp((-z * z) / 2);
  }
  return (total * 2 * reach) / steps / Math.sqrt(2 * Math.PI);
}

test('the formula agrees with an integral over a fine grid', () => {
  for (const [mean, strike, spread] of [
    [100, 80, 0.4],
    [100, 150, 1.1],
    [3, 1, 2],
  ] as const) {
    expect(
      relativeError(expectedExcess(mean, strike, spread), excessByGrid(mean, strike, spread)),
    ).toBeLessThan(1e-6);
  }
});
