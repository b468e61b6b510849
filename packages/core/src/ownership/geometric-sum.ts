import { Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';

/**
 * The sum `b + M b + M² b + …` for a square matrix and a vector of numbers not below zero, where every row leads to
 * every other: the solution of `x = b + M x`. Exact. Undefined where the sum grows without bound.
 * Gauss elimination of `1 − M` without exchanging rows: the powers of M sum exactly if all pivots are above zero
 * (Fiedler and Pták 1962: `1 − M` is then a nonsingular M-matrix).
 */
export function geometricSum(
  matrix: readonly (readonly Rational[])[],
  vector: readonly Rational[],
): readonly Rational[] | undefined {
  const rows = matrix.map((row, i) =>
    row.map((value, j) => (i === j ? Rational.ONE.minus(value) : value.negated())),
  );
  const right = [...vector];
  for (const [step, pivotRow] of rows.entries()) {
    const pivot = at(pivotRow, step);
    if (pivot.sign() <= 0) return undefined;
    for (let i = step + 1; i < rows.length; i += 1) {
      const row = at(rows, i);
      const head = at(row, step);
      if (head.sign() === 0) continue;
      const factor = head.dividedBy(pivot);
      for (let j = step + 1; j < row.length; j += 1) row[j] = at(row, j).minus(factor.times(at(pivotRow, j)));
      right[i] = at(right, i).minus(factor.times(at(right, step)));
    }
  }
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = at(rows, i);
    const rest = row
      .slice(i + 1)
      .reduce((sum, value, k) => sum.minus(value.times(at(right, i + 1 + k))), at(right, i));
    right[i] = rest.dividedBy(at(row, i));
  }
  return right;
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  invariant(found !== undefined, `the list has an item ${index}`);
  return found;
}
