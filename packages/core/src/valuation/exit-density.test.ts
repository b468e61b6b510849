import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExitDensity, exitDensity, exponentialMass, exponentialMoment } from './exit-density.ts';

const exitRate = fc.double({ min: 0.01, max: 5, noNaN: true });
const volatility = fc.double({ min: 0.02, max: 3, noNaN: true });
const rate = fc.double({ min: -0.2, max: 0.3, noNaN: true });
const near = (value: number, wanted: number, digits: number): void =>
  expect(Math.abs(value / wanted - 1)).toBeLessThan(10 ** -digits);

const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;
const total = ({ weight, below, above }: ExitDensity, measure: 'money' | 'company'): number =>
  weight *
  (exponentialMass(below[measure], NEGATIVE_INFINITY, 0) +
    exponentialMass(above[measure], 0, POSITIVE_INFINITY));

test('the density carries the value now: what exits is worth what goes in', () => {
  fc.assert(
    fc.property(exitRate, volatility, rate, (lambda, sigma, r) => {
      near(total(exitDensity(lambda, sigma, r), 'company'), 1, 12);
    }),
  );
});

test('money at the exit is worth λ ÷ (λ + r)', () => {
  fc.assert(
    fc.property(exitRate, volatility, rate, (lambda, sigma, r) => {
      fc.pre(lambda + r > 1e-3);
      near(total(exitDensity(lambda, sigma, r), 'money'), lambda / (lambda + r), 11);
    }),
  );
});

test('the density is the normal one averaged over the exponential time', () => {
  // The slow model: the time of the exit in steps of a thousandth of its mean, 40 means long (midpoints).
  const [lambda, sigma, r] = [0.25, 0.9, 0.025];
  const { weight, below, above } = exitDensity(lambda, sigma, r);
  for (const y of [-2, -0.4, 0.3, 1.5]) {
    let average = 0;
    const step = 0.001 / lambda;
    for (let index = 0; index < 40_000; index += 1) {
      const time = (index + 0.5) * step;
      const spread = sigma * Math.sqrt(time);
      const z = (y - (r - (sigma * sigma) / 2) * time) / spread;
      average +=
        (lambda * step * Math.exp(-(lambda + r) * time - (z * z) / 2)) / (spread * Math.sqrt(2 * Math.PI));
    }
    near(weight * Math.exp((y < 0 ? below : above).money * y), average, 5);
  }
});

describe('integrals in closed form', () => {
  /** Simpson's rule with 2,000 steps. */
  const simpson = (valueAt: (y: number) => number, from: number, to: number): number => {
    const step = (to - from) / 2000;
    let sum = valueAt(from) + valueAt(to);
    for (let index = 1; index < 2000; index += 1)
      sum += (index % 2 === 1 ? 4 : 2) * valueAt(from + index * step);
    return (sum * step) / 3;
  };
  const kappa = fc.double({ min: -6, max: 6, noNaN: true });
  const start = fc.double({ min: -3, max: 3, noNaN: true });
  const width = fc.double({ min: 1e-6, max: 4, noNaN: true });

  test('agree with a rule of 2,000 steps', () => {
    fc.assert(
      fc.property(kappa, start, width, (k, from, wide) => {
        const to = from + wide;
        near(
          exponentialMass(k, from, to),
          simpson((y) => Math.exp(k * y), from, to),
          9,
        );
        near(
          exponentialMoment(k, from, to),
          simpson((y) => (y - from) * Math.exp(k * y), from, to),
          8,
        );
      }),
    );
  });

  test('hold where the exponent vanishes', () => {
    expect(exponentialMass(0, 2, 5)).toBe(3);
    expect(exponentialMoment(0, 2, 5)).toBe(4.5);
    near(exponentialMass(1e-9, 2, 5), 3, 7);
  });
});
