import { Rational } from '../rational/index.ts';

/** The words a source puts around a number. `exact` is the absence of any. */
export type Qualifier = 'exact' | 'about' | 'up_to' | 'at_least' | 'nearly' | 'over';

export const QUALIFIERS: readonly Qualifier[] = ['exact', 'about', 'up_to', 'at_least', 'nearly', 'over'];

/** A sum of money as a source states it: one value or a range, in whole units of an ISO 4217 currency, exact. */
export type StatedAmount =
  | { readonly currency: string; readonly value: Rational; readonly qualifier: Qualifier }
  | {
      readonly currency: string;
      readonly min: Rational;
      readonly max: Rational;
      readonly qualifier: Qualifier;
    };

/**
 * What is known of a quantity: closed bounds, an absent bound being open, plus whether the words were vague
 * (`about`): then the bounds are the stated value, and the vagueness is shown and never turned into a number.
 */
export interface Bounds {
  readonly low?: Rational;
  readonly high?: Rational;
  readonly vague: boolean;
}

/**
 * What a stated sum says of the quantity. `up_to` bounds from above, `at_least` and `over` from below; `nearly`
 * bounds from above and is vague. A sum of money is never below zero, so a bound from above has zero as its other end.
 */
export function boundsOf(amount: StatedAmount): Bounds {
  if ('min' in amount) return { low: amount.min, high: amount.max, vague: amount.qualifier === 'about' };
  const { value, qualifier } = amount;
  switch (qualifier) {
    case 'up_to':
      return { low: Rational.ZERO, high: value, vague: false };
    case 'nearly':
      return { low: Rational.ZERO, high: value, vague: true };
    case 'at_least':
    case 'over':
      return { low: value, vague: false };
    case 'about':
      return { low: value, high: value, vague: true };
    case 'exact':
      return { low: value, high: value, vague: false };
  }
}

/** The number a headline would print: the value, or a range's upper end. */
export const headlineValue = (amount: StatedAmount): Rational =>
  'min' in amount ? amount.max : amount.value;

/** The same of bounds: the upper end, or the lower where the upper is open; undefined where nothing is known. */
export const headlineOf = ({ low, high }: Bounds): Rational | undefined =>
  high ?? (low !== undefined && low.sign() > 0 ? low : undefined);

/** True when two sums agree in currency, words and value. */
export function sameStatedAmount(one: StatedAmount, other: StatedAmount): boolean {
  if (one.currency !== other.currency || one.qualifier !== other.qualifier) return false;
  if ('min' in one) return 'min' in other && one.min.equals(other.min) && one.max.equals(other.max);
  return !('min' in other) && one.value.equals(other.value);
}
