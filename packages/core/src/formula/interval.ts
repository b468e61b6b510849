import type { Bounds } from '../money/index.ts';
import { maximum, minimum, Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';
import type { Operator, RoundingPolicy } from './graph.ts';

/**
 * Arithmetic over bounds: whatever point lies within each operand, the result of the operation lies within the
 * bounds returned. Exact, and tight for one operation. A quotient whose divisor may be zero inside is unbounded.
 */
export function applyOperator(
  operator: Operator,
  operands: readonly Bounds[],
  rounding?: RoundingPolicy,
): Bounds {
  const [first, ...rest] = operands;
  invariant(first !== undefined, `${operator} has operands`);
  if (operator === 'round') {
    invariant(rounding !== undefined, 'a rounding has a policy');
    // Every mode is monotone, so the ends stay the ends.
    return onEnds(first, (end) => end.rounded(rounding.decimals, rounding.mode));
  }
  return rest.reduce((left, right) => COMBINE[operator](left, right), first);
}

/**
 * `part ÷ (part + rest)`, taking into account that the part stands on both sides: it grows with the part and
 * falls with the rest. Undefined unless neither can be negative; then the plain quotient has to do.
 */
export function shareOfWhole(part: Bounds, rest: Bounds): Bounds | undefined {
  if (part.low === undefined || rest.low === undefined) return undefined;
  if (part.low.sign() < 0 || rest.low.sign() < 0) return undefined;
  const low = rest.high === undefined ? Rational.ZERO : ratio(part.low, rest.high, Rational.ONE);
  const high = part.high === undefined ? Rational.ONE : ratio(part.high, rest.low, Rational.ZERO);
  return bounds(low, high, part, rest);
}

const ratio = (part: Rational, rest: Rational, ofNothing: Rational): Rational => {
  const whole = part.plus(rest);
  return whole.sign() === 0 ? ofNothing : part.dividedBy(whole);
};

const COMBINE: Readonly<Record<Exclude<Operator, 'round'>, (left: Bounds, right: Bounds) => Bounds>> = {
  add: (a, b) => bounds(both(a.low, b.low, plus), both(a.high, b.high, plus), a, b),
  subtract: (a, b) => bounds(both(a.low, b.high, minus), both(a.high, b.low, minus), a, b),
  multiply: (a, b) => product(a, b),
  divide: (a, b) => product(a, reciprocal(b)),
  minimum: (a, b) => bounds(both(a.low, b.low, minimum), either(a.high, b.high, minimum), a, b),
  maximum: (a, b) => bounds(either(a.low, b.low, maximum), both(a.high, b.high, maximum), a, b),
  power: (base, exponent) => {
    const { low, high } = exponent;
    invariant(base.low !== undefined && base.low.sign() >= 0, 'the base of a power is not below zero');
    invariant(low !== undefined && high !== undefined && low.equals(high), 'an exponent is exact');
    return onEnds(base, (end) => end.toThe(low));
  },
};

/** A monotone function, applied to both ends. */
function onEnds({ low, high, vague }: Bounds, apply: (end: Rational) => Rational): Bounds {
  return {
    ...(low === undefined ? {} : { low: apply(low) }),
    ...(high === undefined ? {} : { high: apply(high) }),
    vague,
  };
}

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

/** Zero may be one end: amounts are often known only from above ("up to"), the quotient then only from below. */
function reciprocal(b: Bounds): Bounds {
  const { low, high, vague } = b;
  const neverNegative = low !== undefined && low.sign() >= 0;
  const neverPositive = high !== undefined && high.sign() <= 0;
  if (!neverNegative && !neverPositive) return { vague };
  return bounds(endOfReciprocal(high), endOfReciprocal(low), b, b);
}

/** 1 ÷ end: an open end gives zero; the end zero gives an open end. */
function endOfReciprocal(end: Rational | undefined): Rational | undefined {
  if (end === undefined) return Rational.ZERO;
  return end.sign() === 0 ? undefined : Rational.ONE.dividedBy(end);
}
