import type { Operator, RoundingPolicy } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';

/**
 * An operator on plain values, without bounds; undefined when an operand is, on division by zero, and for a power whose
 * base is below zero or whose exponent is no whole number of at least zero.
 */
export function applyAtPoint(
  operator: Operator,
  operands: readonly (Rational | undefined)[],
  rounding?: RoundingPolicy,
): Rational | undefined {
  const values = operands.filter((operand) => operand !== undefined);
  const [first, ...rest] = values;
  if (first === undefined || values.length < operands.length) return undefined;
  switch (operator) {
    case 'add':
      return rest.reduce((total, value) => total.plus(value), first);
    case 'subtract':
      return rest.reduce((total, value) => total.minus(value), first);
    case 'multiply':
      return rest.reduce((total, value) => total.times(value), first);
    case 'divide':
      return rest.some((value) => value.sign() === 0)
        ? undefined
        : rest.reduce((total, value) => total.dividedBy(value), first);
    case 'minimum':
      return rest.reduce((least, value) => (value.compare(least) < 0 ? value : least), first);
    case 'maximum':
      return rest.reduce((most, value) => (value.compare(most) > 0 ? value : most), first);
    case 'round':
      return rounding === undefined ? undefined : roundedByCases(first, rounding);
    case 'power':
      return raised(first, rest[0]);
  }
}

/** Picks among the two neighbours with so many decimals, by the words of each mode. */
function roundedByCases(value: Rational, { decimals, mode }: RoundingPolicy): Rational {
  const place = Rational.of(1n, 10n ** BigInt(decimals));
  const low = Rational.of(value.dividedBy(place).floor()).times(place);
  if (low.equals(value)) return value;
  const high = low.plus(place);
  const [inner, outer] = value.sign() < 0 ? [high, low] : [low, high];
  if (mode === 'up') return outer;
  if (mode === 'down') return inner;
  const order = value.minus(inner).absolute().compare(outer.minus(value).absolute());
  if (order !== 0) return order < 0 ? inner : outer;
  if (mode === 'half_up') return outer;
  return inner.dividedBy(place).numerator % 2n === 0n ? inner : outer;
}

/** By multiplying as often as the exponent says. */
function raised(base: Rational, exponent: Rational | undefined): Rational | undefined {
  if (exponent === undefined || !exponent.isInteger() || exponent.sign() < 0 || base.sign() < 0)
    return undefined;
  let power = Rational.ONE;
  for (let times = 0n; times < exponent.numerator; times += 1n) power = power.times(base);
  return power;
}
