import { expect, test } from 'vitest';
import { findFloating } from './floating.ts';
import { textOf, trackedFiles } from './tracked-files.ts';

/**
 * What estimates rather than computes exactly, or only shows; bulk kernels, named `x.kernel.ts` and certified against
 * the exact path; and the writer of claims, since JSON has no exact numbers.
 */
const INEXACT =
  /^packages\/(core\/src\/((valuation|uncertainty|display)\/|.*\.kernel\.ts$)|ledger\/src\/claim\/claim-to-json\.ts$)/;

test('core and ledger compute without floating point', () => {
  const files = trackedFiles().filter(
    (file) =>
      /^packages\/(core|ledger)\/src\/.*\.ts$/.test(file) &&
      !file.endsWith('.test.ts') &&
      !INEXACT.test(file),
  );
  expect(files.length).toBeGreaterThan(30);
  expect(
    files.flatMap((file) => findFloating(file, textOf(file)).map((place) => `${file}:${place}`)),
  ).toEqual([]);
});

test('a fraction, parseFloat and a rounded number are caught', () => {
  const text =
    "const half = 0.5;\nconst a = parseFloat('1');\nconst b = a.toFixed(2);\nconst c = r.toApproximateNumber();\n";
  expect(findFloating('planted.ts', text)).toEqual([
    '1: 0.5',
    '2: parseFloat',
    '3: toFixed',
    '4: toApproximateNumber',
  ]);
});

test('whole numbers, exact rationals and the method itself pass', () => {
  const text =
    "const a = 10_000;\nconst b = Rational.parse('0.5');\nclass R { toApproximateNumber() { return 1; } }\n";
  expect(findFloating('planted.ts', text)).toEqual([]);
});
