import type { Operator } from '@tranche/core/formula';
import type { Rational } from '@tranche/core/rational';

/** An operator on plain values, without bounds; undefined when an operand is, or on division by zero. */
export function applyAtPoint(
  operator: Operator,
  operands: readonly (Rational | undefined)[],
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
  }
}
