import { boundsOf, type StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';

/** How far "about" reaches: a number within a tenth of the other is what a reader would still call it. */
const VAGUE_FRACTION = Rational.of(1n, 10n);

/** Digits a printed sum is taken to vouch for at least: "40" is 39.5 to 40.5, and not 35 to 45. */
const LEAST_DIGITS = 2;

/**
 * Half a unit of the last digit that a printed number vouches for: 0.5 for 40, 5 for 290, 0.005 for 5.98.
 * Trailing zeros vouch for nothing beyond the second digit. Exact. Zero vouches for itself only.
 */
export function halfUnit(value: Rational): Rational {
  const magnitude = value.absolute();
  if (magnitude.sign() === 0) return Rational.ZERO;
  const ten = Rational.of(10n);
  let first = Rational.ONE;
  while (magnitude.compare(first) < 0) first = first.dividedBy(ten);
  while (magnitude.compare(first.times(ten)) >= 0) first = first.times(ten);
  let unit = first;
  for (let digits = 1; digits < 30; digits++) {
    const isWhole = magnitude.dividedBy(unit).isInteger();
    if (isWhole && digits >= LEAST_DIGITS) break;
    unit = unit.dividedBy(ten);
  }
  return unit.dividedBy(Rational.of(2n));
}

/** A sum rounded half up to two digits, for sentences that say "about". Sums below 100 are rounded to a whole. */
export function toTwoDigits(value: Rational): Rational {
  const drop = Math.max(0, value.absolute().floor().toString().length - 2);
  const scale = Rational.of(10n ** BigInt(drop));
  return value.dividedBy(scale).rounded(0, 'half_up').times(scale);
}

/** True when `exact`, rounded as `printed` is, would print the same. */
export const roundsTo = (exact: Rational, printed: Rational): boolean =>
  exact.minus(printed).absolute().compare(halfUnit(printed)) <= 0;

/**
 * `agrees`: the two can be one number as printed. `compatible`: only because an end is open ("up to 40" and 10).
 * `excluded`: no number satisfies both.
 */
export type Agreement = 'agrees' | 'compatible' | 'excluded';

/** Whether two stated amounts of one currency can mean the same sum; vague words reach by `VAGUE_FRACTION`. */
export function agreementOf(one: StatedAmount, other: StatedAmount): Agreement {
  // Each is widened in turn: 40 may be what 40.4 is rounded to, and 41 is not what 40 is.
  const isApart = (a: Ends, b: Ends): boolean => isAbove(a.low, b.high) || isAbove(b.low, a.high);
  if (isApart(reach(one), ends(other)) && isApart(ends(one), reach(other))) return 'excluded';
  const [headA, headB] = [headOf(one), headOf(other)];
  if (headA !== undefined && headB !== undefined && (roundsTo(headA, headB) || roundsTo(headB, headA))) {
    return 'agrees';
  }
  if (isSameRange(one, other)) return 'agrees';
  return [one, other].some((amount) => isOpenEnded(amount) || isWide(amount)) ? 'compatible' : 'agrees';
}

/** "Up to 40" says little of how much it was; nor does "over 13". */
const isOpenEnded = ({ qualifier }: StatedAmount): boolean =>
  ['up_to', 'at_least', 'over'].includes(qualifier);

/** "15 to 25" says little of a sum within it; "22 to 22.5" says what it was. */
const isWide = (amount: StatedAmount): boolean =>
  'min' in amount && amount.max.compare(amount.min.times(Rational.ONE.plus(VAGUE_FRACTION))) > 0;

const isSameRange = (one: StatedAmount, other: StatedAmount): boolean =>
  'min' in one && 'min' in other && one.min.equals(other.min) && one.max.equals(other.max);

const headOf = (amount: StatedAmount): Rational | undefined => ('min' in amount ? undefined : amount.value);

interface Ends {
  readonly low?: Rational;
  readonly high?: Rational;
}

/** The ends as stated; "nearly 10" is known from above only, and as a number is not far below. */
function ends(amount: StatedAmount): Ends {
  const { low, high } = boundsOf(amount);
  if (amount.qualifier === 'nearly' && high !== undefined) return { low: high, high };
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

function reach(amount: StatedAmount): Ends {
  const { vague } = boundsOf(amount);
  const { low, high } = ends(amount);
  const down = (value: Rational): Rational => value.minus(slack(value, vague));
  const up = (value: Rational): Rational => value.plus(slack(value, vague));
  return {
    ...(low === undefined ? {} : { low: down(low) }),
    ...(high === undefined ? {} : { high: up(high) }),
  };
}

function slack(value: Rational, vague: boolean): Rational {
  const rounding = halfUnit(value);
  const words = value.absolute().times(VAGUE_FRACTION);
  return vague && words.compare(rounding) > 0 ? words : rounding;
}

const isAbove = (one: Rational | undefined, other: Rational | undefined): boolean =>
  one !== undefined && other !== undefined && one.compare(other) > 0;
