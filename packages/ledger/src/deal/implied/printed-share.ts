import type { Bounds } from '@tranche/core/money';
import { minimum, Rational } from '@tranche/core/rational';
import type { StatedStake } from '../assembly/fields.ts';
import type { Assumption } from '../view.ts';

export const PRINTED_PRECISION: Assumption = {
  id: 'printed-precision',
  text:
    'A percentage is read to within half of its last printed place: 27 % is anything from 26.5 to 27.5 %. Sums of ' +
    'money are taken as printed. Implied values agree where the ranges overlap that this leaves.',
};

const HUNDRED = Rational.of(100n);
const TEN = Rational.of(10n);
const HALF = Rational.of(1n, 2n);

/**
 * The shares, as fractions of 1, that a printed percentage can stand for: half of its last place either way, at
 * least half a percent where it is whole, and never above the whole. "Over" and "at least" leave the upper end
 * open, "up to" and "nearly" the lower. A percentage that no decimal can print is itself.
 */
export function printedShare({ percent, qualifier }: StatedStake): Bounds {
  const half = halfPlaceOf(percent);
  const low = percent.minus(half).dividedBy(HUNDRED);
  const high = minimum(percent.plus(half).dividedBy(HUNDRED), Rational.ONE);
  const vague = qualifier === 'about' || qualifier === 'nearly';
  if (qualifier === 'over' || qualifier === 'at_least')
    return { low: percent.dividedBy(HUNDRED), high: Rational.ONE, vague };
  if (qualifier === 'up_to' || qualifier === 'nearly')
    return { low: Rational.ZERO, high: percent.dividedBy(HUNDRED), vague };
  return { low, high, vague };
}

/** No text prints a share to more places. */
const MOST_PLACES = 12;

function halfPlaceOf(percent: Rational): Rational {
  let half = HALF;
  let shifted = percent;
  for (let places = 0; places <= MOST_PLACES; places += 1) {
    if (shifted.isInteger()) return half;
    shifted = shifted.times(TEN);
    half = half.dividedBy(TEN);
  }
  return Rational.ZERO;
}
