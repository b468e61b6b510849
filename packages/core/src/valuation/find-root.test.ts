import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRoot } from './find-root.ts';

test.each([
  {
    name: 'the cubic of Wallis',
    valueAt: (x: number) => x ** 3 - 2 * x - 5,
    low: 2,
    high: 3,
    root: 2.0945514815423265,
  },
  { name: 'a flat power', valueAt: (x: number) => (x - 1) ** 19, low: -0.3, high: 3, root: 1 },
  {
    name: 'a steep exponential',
    valueAt: (x: number) => Math.exp(x) - 1e6,
    low: 0,
    high: 700,
    root: Math.log(1e6),
  },
  { name: 'a root at an end', valueAt: (x: number) => x - 3, low: 3, high: 9, root: 3 },
])('the root of $name is found', ({ valueAt, low, high, root }) => {
  expect(findRoot(valueAt, low, high)).toBeCloseTo(root, 1);
  if (root !== 1) expect(Math.abs(findRoot(valueAt, low, high) / root - 1)).toBeLessThan(1e-14);
});

test('the root of a rising function is found within few steps', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: 0.01, max: 20, noNaN: true }),
      (root, steepness) => {
        let steps = 0;
        const found = findRoot(
          (x) => {
            steps += 1;
            return Math.atan(steepness * (x - root)) + (x - root) / 100;
          },
          -60,
          70,
        );
        expect(Math.abs(found - root)).toBeLessThan(1e-13 * Math.max(1, Math.abs(root)));
        expect(steps).toBeLessThan(40);
      },
    ),
  );
});
