import type { StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { magnitudeValue } from './numerals.ts';

const NUMBERS = 'five six seven eight nine ten eleven twelve'.split(' ');
/** Leading digits of "low", "mid" and "high" figures. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  low: [100, 399],
  mid: [400, 699],
  high: [700, 999],
};

/** "a nine-figure sum" is 100,000,000 to 999,000,000; "low", "mid" and "high" take about a third of it each. */
export function figuresAmount(number: string, part: string | undefined, currency: string): StatedAmount {
  const digits = NUMBERS.indexOf(number.toLowerCase()) + 5;
  const unit = 10n ** BigInt(digits - 3);
  const [low, high] = PARTS[part?.toLowerCase() ?? ''] ?? [100, 999];
  return {
    currency,
    min: Rational.of(BigInt(low) * unit),
    max: Rational.of(BigInt(high) * unit),
    qualifier: part === undefined ? 'exact' : 'about',
  };
}

/**
 * "several hundred million": from two of the unit to just under the next power of ten; "tens of" and "dozens of"
 * are 10 to 99 of it, "a couple" is two to three.
 */
export function vagueAmount(
  words: string,
  scale: string | undefined,
  magnitude: string | undefined,
  currency: string,
): StatedAmount {
  const unit = magnitudeValue(magnitude);
  const word = words.toLowerCase();
  const [low, high] = /^(?:tens|dozens)/.test(word)
    ? [10, 99]
    : word.startsWith('hundreds')
      ? [100, 999]
      : word.startsWith('a couple')
        ? [2, 3]
        : [2, 9];
  const hundred = scale?.toLowerCase() === 'hundred';
  const times = hundred ? 100 : scale === undefined ? 1 : 1000;
  return {
    currency,
    min: unit.times(Rational.of(low * times)),
    max: unit.times(Rational.of(hundred ? high * 100 + 99 : high * times)),
    qualifier: 'about',
  };
}

/** "a multimillion-dollar round": from two of the unit to just under a thousand of it. */
export const multiAmount = (magnitude: string, currency: string): StatedAmount => ({
  currency,
  min: magnitudeValue(magnitude).times(Rational.of(2)),
  max: magnitudeValue(magnitude).times(Rational.of(999)),
  qualifier: 'about',
});
