import { Rational } from '../rational/index.ts';
import { invariant } from '../result/index.ts';

/** A floating number as the rational it is, exactly: the named step by which an estimate enters a derivation. */
export function exactlyOf(value: number): Rational {
  invariant(Number.isFinite(value), `${value} is a number`);
  let whole = value;
  let halvings = 0n;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    halvings += 1n;
  }
  return Rational.of(BigInt(whole), 2n ** halvings);
}

/** Whether a number is within what estimates are made for: zero, or from 1e-200 to 1e200 in size. */
export function isWithinFloating(value: Rational): boolean {
  const size = Math.abs(value.toApproximateNumber());
  return value.sign() === 0 || (size >= 1e-200 && size <= 1e200);
}
