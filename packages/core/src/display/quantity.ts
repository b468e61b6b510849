import type { Bounds, Qualifier, StatedAmount } from '../money/index.ts';
import { Rational } from '../rational/index.ts';

const MAGNITUDES: readonly (readonly [bigint, string])[] = [
  [1_000_000_000_000n, 'tn'],
  [1_000_000_000n, 'bn'],
  [1_000_000n, 'm'],
];

const WORDS: Readonly<Record<Qualifier, string>> = {
  exact: '',
  about: 'about ',
  up_to: 'up to ',
  at_least: 'at least ',
  nearly: 'nearly ',
  over: 'over ',
};

/** A number of a unit as a person reads it: `USD 40bn`, `13.33 %`, `7.2886 CNY per USD`. Rounds for display only. */
export function formatQuantity(value: Rational, unit: string): string {
  if (unit === 'fraction') return `${trimmed(value.times(Rational.of(100n)), 2)} %`;
  if (/^[A-Z]{3}$/.test(unit)) return `${unit} ${scaled(value)}`;
  return unit === 'count' ? trimmed(value, 4) : `${trimmed(value, 4)} ${unit}`;
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

export function formatAmount(amount: StatedAmount): string {
  const { currency, qualifier } = amount;
  if ('min' in amount) {
    return `${WORDS[qualifier]}${formatQuantity(amount.min, currency)} to ${formatQuantity(amount.max, currency)}`;
  }
  return `${WORDS[qualifier]}${formatQuantity(amount.value, currency)}`;
}

function scaled(value: Rational): string {
  const magnitude = value.absolute();
  for (const [unit, suffix] of MAGNITUDES) {
    const limit = Rational.of(unit);
    if (magnitude.compare(limit) >= 0) return `${trimmed(value.dividedBy(limit), 4)}${suffix}`;
  }
  return grouped(trimmed(value, 2));
}

function trimmed(value: Rational, decimals: number): string {
  const text = value.toDecimal(decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

const grouped = (text: string): string => {
  const [whole = '', part] = text.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return part === undefined ? separated : `${separated}.${part}`;
};
