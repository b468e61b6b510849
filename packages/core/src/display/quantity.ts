import type { Bounds, Qualifier, StatedAmount } from '../money/index.ts';
import { Rational } from '../rational/index.ts';

const THOUSAND = Rational.of(1000n);
const MILLION = Rational.of(1_000_000n);
const HUNDRED = Rational.of(100n);
const SUFFIXES = ['m', 'bn', 'tn'] as const;

const WORDS: Readonly<Record<Qualifier, string>> = {
  exact: '',
  about: 'about ',
  up_to: 'up to ',
  at_least: 'at least ',
  nearly: 'nearly ',
  over: 'over ',
};

/**
 * A number of a unit as a person reads it: `USD 40bn`, `13.33 %`, `1,000,000 shares`, `7.2886 CNY per USD`; the unit
 * `money` is the one currency of a model that names none.
 * Rounds half up, for display only: money to four places of its magnitude, fractions to two of a percent, all else
 * to four; below one, at least two digits that are not zero remain.
 */
export function formatQuantity(value: Rational, unit: string): string {
  if (unit === 'fraction') return `${decimal(value.times(HUNDRED), 2)} %`;
  if (/^[A-Z]{3}$/.test(unit)) return `${unit} ${money(value)}`;
  if (unit === 'money') return money(value);
  return unit === 'count' ? decimal(value, 4) : `${decimal(value, 4)} ${unit}`;
}

/** Bounds as a person reads them: "up to" when the lower end is zero or open, "unknown" when the upper is too. */
export function formatBounds(bounds: Bounds, unit: string, qualifier: Qualifier = 'exact'): string {
  const { low, high, vague } = bounds;
  const about = vague ? WORDS.about : '';
  if (low !== undefined && high !== undefined && low.equals(high)) {
    return `${qualifier === 'exact' ? about : WORDS[qualifier]}${formatQuantity(low, unit)}`;
  }
  const bounded = low !== undefined && low.sign() !== 0;
  if (high !== undefined) {
    if (bounded) return `${about}${formatQuantity(low, unit)} to ${formatQuantity(high, unit)}`;
    return `${qualifier === 'nearly' ? WORDS.nearly : WORDS.up_to}${formatQuantity(high, unit)}`;
  }
  if (bounded) return `${qualifier === 'over' ? WORDS.over : WORDS.at_least}${formatQuantity(low, unit)}`;
  return 'unknown';
}

/** A sum as its source states it, with its qualifier: `about USD 10bn`, `USD 15bn to USD 25bn`. */
export function formatAmount(amount: StatedAmount): string {
  const { currency, qualifier } = amount;
  if ('min' in amount) {
    return `${WORDS[qualifier]}${formatQuantity(amount.min, currency)} to ${formatQuantity(amount.max, currency)}`;
  }
  return `${WORDS[qualifier]}${formatQuantity(amount.value, currency)}`;
}

/** From a million up in millions, billions or trillions, whichever leaves less than a thousand after rounding. */
function money(value: Rational): string {
  if (value.absolute().rounded(2, 'half_up').compare(MILLION) < 0) return decimal(value, 2);
  let scaled = value.dividedBy(MILLION);
  let step = 0;
  while (step < SUFFIXES.length - 1 && scaled.absolute().rounded(4, 'half_up').compare(THOUSAND) >= 0) {
    scaled = scaled.dividedBy(THOUSAND);
    step += 1;
  }
  return `${decimal(scaled, 4)}${SUFFIXES[step]}`;
}

/** With separated thousands, a true minus sign, and no zeros at the end. */
function decimal(value: Rational, decimals: number): string {
  const text = value.absolute().toDecimal(placesFor(value.absolute(), decimals));
  const [whole = '', part = ''] = text.split('.');
  const kept = part.replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const digits = kept === '' ? grouped : `${grouped}.${kept}`;
  return value.sign() < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

/** More places than asked for where a value below one would otherwise keep fewer than two digits. */
function placesFor(magnitude: Rational, decimals: number): number {
  if (magnitude.sign() === 0 || magnitude.compare(Rational.ONE) >= 0) return decimals;
  let places = 1;
  let leading = magnitude.times(Rational.of(10n));
  while (leading.compare(Rational.ONE) < 0 && places < MOST_PLACES) {
    leading = leading.times(Rational.of(10n));
    places += 1;
  }
  return Math.max(decimals, places + 1);
}

/** Anything smaller than this many places shows as zero. */
const MOST_PLACES = 12;
