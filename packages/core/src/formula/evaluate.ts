import type { Bounds } from '../money/index.ts';
import { maximum, minimum, Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import type { FormulaGraph, Operator } from './graph.ts';

/**
 * The bounds of every node, exact: equal ends where all inputs are exact. Outer bounds otherwise: an input used
 * twice is not correlated with itself. A quotient whose divisor may be zero is unbounded.
 */
export function evaluate(graph: FormulaGraph): ReadonlyMap<string, Bounds> {
  const values = new Map<string, Bounds>();
  const at = (id: string): Bounds => {
    const value = values.get(id);
    invariant(value !== undefined, `operands come before ${id}`);
    return value;
  };
  for (const node of graph.nodes) {
    switch (node.kind) {
      case 'input':
        values.set(node.id, node.bounds);
        break;
      case 'choice':
        values.set(node.id, at(node.chosen));
        break;
      case 'formula':
        values.set(node.id, apply(node.operator, node.operands.map(at)));
        break;
    }
  }
  return values;
}

/** The single value of bounds that leave no room; undefined when they do. */
export function exactValue(bounds: Bounds): Rational | undefined {
  const { low, high } = bounds;
  return low !== undefined && high !== undefined && low.equals(high) ? low : undefined;
}

function apply(operator: Operator, operands: readonly Bounds[]): Bounds {
  const [first, ...rest] = operands;
  invariant(first !== undefined, `${operator} has operands`);
  return rest.reduce((left, right) => COMBINE[operator](left, right), first);
}

const COMBINE: Readonly<Record<Operator, (left: Bounds, right: Bounds) => Bounds>> = {
  add: (a, b) => bounds(both(a.low, b.low, plus), both(a.high, b.high, plus), a, b),
  subtract: (a, b) => bounds(both(a.low, b.high, minus), both(a.high, b.low, minus), a, b),
  multiply: (a, b) => product(a, b),
  divide: (a, b) => product(a, reciprocal(b)),
  minimum: (a, b) => bounds(both(a.low, b.low, minimum), either(a.high, b.high, minimum), a, b),
  maximum: (a, b) => bounds(either(a.low, b.low, maximum), both(a.high, b.high, maximum), a, b),
};

const plus = (a: Rational, b: Rational): Rational => a.plus(b);
const minus = (a: Rational, b: Rational): Rational => a.minus(b);

function both(
  a: Rational | undefined,
  b: Rational | undefined,
  combine: (a: Rational, b: Rational) => Rational,
): Rational | undefined {
  return a === undefined || b === undefined ? undefined : combine(a, b);
}

function either(
  a: Rational | undefined,
  b: Rational | undefined,
  combine: (a: Rational, b: Rational) => Rational,
): Rational | undefined {
  return a === undefined ? b : b === undefined ? a : combine(a, b);
}

function bounds(low: Rational | undefined, high: Rational | undefined, a: Bounds, b: Bounds): Bounds {
  return {
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    vague: a.vague || b.vague,
  };
}

/** Ends of a product of intervals; an open end makes the result open on the sides it can reach. */
function product(a: Bounds, b: Bounds): Bounds {
  const ends: (Rational | 'high' | 'low')[] = [];
  for (const [x, xSide] of [[a.low, 'low'] as const, [a.high, 'high'] as const]) {
    for (const [y, ySide] of [[b.low, 'low'] as const, [b.high, 'high'] as const]) {
      if (x !== undefined && y !== undefined) {
        ends.push(x.times(y));
      } else if (!(x?.sign() === 0 || y?.sign() === 0)) {
        ends.push(signOfEnd(x, xSide) * signOfEnd(y, ySide) > 0 ? 'high' : 'low');
      } else {
        ends.push(Rational.ZERO);
      }
    }
  }
  const finite = ends.filter((end): end is Rational => typeof end !== 'string');
  const low = ends.includes('low') || finite.length === 0 ? undefined : finite.reduce(minimum);
  const high = ends.includes('high') || finite.length === 0 ? undefined : finite.reduce(maximum);
  return bounds(low, high, a, b);
}

const signOfEnd = (end: Rational | undefined, side: 'low' | 'high'): number =>
  end === undefined ? (side === 'high' ? 1 : -1) : end.sign();

function reciprocal(b: Bounds): Bounds {
  const positive = b.low !== undefined && b.low.sign() > 0;
  const negative = b.high !== undefined && b.high.sign() < 0;
  // Amounts are often known only from above ("up to"): the quotient is then known only from below.
  const fromZero = b.low !== undefined && b.low.sign() === 0 && b.high !== undefined && b.high.sign() > 0;
  if (!positive && !negative && !fromZero) return { vague: b.vague };
  const one = Rational.ONE;
  const low = b.high === undefined ? Rational.ZERO : one.dividedBy(b.high);
  const high = b.low === undefined ? Rational.ZERO : b.low.sign() === 0 ? undefined : one.dividedBy(b.low);
  return { low, ...(high === undefined ? {} : { high }), vague: b.vague };
}
