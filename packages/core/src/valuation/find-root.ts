/**
 * Where a continuous function crosses zero between two points at which its signs differ, to the last places of the
 * argument. Inverse quadratic interpolation where three points bend little, halving otherwise.
 * Source: Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function
 * without using derivatives", Advances in Engineering Software 28 (1997).
 */
export function findRoot(valueAt: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [valueA, valueB] = [valueAt(a), valueAt(b)];
  let [c, valueC] = [a, valueA];
  // A root at zero has no last place of its own.
  const tiny = Number.EPSILON * Math.abs(high - low);
  let part = 0.5;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const x = a + part * (b - a);
    const value = valueAt(x);
    // a is the newest point, b the other side of the root, c the point before.
    if (value > 0 === valueA > 0) [c, valueC] = [a, valueA];
    else [c, valueC, b, valueB] = [b, valueB, a, valueA];
    [a, valueA] = [x, value];
    const best = Math.abs(valueA) < Math.abs(valueB) ? a : b;
    const least = (2 * Number.EPSILON * (Math.abs(best) + tiny)) / Math.abs(b - a);
    if (value === 0 || least > 0.5) return best;
    const xi = (a - b) / (c - b);
    const phi = (valueA - valueB) / (valueC - valueB);
    const bendsLittle = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    const interpolated =
      (valueA / (valueB - valueA)) * (valueC / (valueB - valueC)) +
      ((c - a) / (b - a)) * (valueA / (valueC - valueA)) * (valueB / (valueC - valueB));
    part = bendsLittle ? Math.min(1 - least, Math.max(least, interpolated)) : 0.5;
  }
  return a;
}

const MOST_STEPS = 200;
