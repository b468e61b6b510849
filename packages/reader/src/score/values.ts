import { wordsOf } from './names.ts';

/** An amount as claims in JSON have it: one value, or a range. Read as it comes, since gold is written by hand. */
export interface WrittenAmount {
  readonly currency?: unknown;
  readonly value?: unknown;
  readonly min?: unknown;
  readonly max?: unknown;
  readonly qualifier?: unknown;
}

/** Two sums that a text itself equates. */
export interface Conversion {
  readonly from: WrittenAmount;
  readonly to: WrittenAmount;
}

/** How far two numbers may lie apart: a hundredth, and nothing when strict. */
const near = (one: number, other: number, strict: boolean): boolean =>
  Number.isFinite(one) &&
  Number.isFinite(other) &&
  Math.abs(one - other) <= (strict ? 1e-9 : 0.01) * Math.max(Math.abs(one), Math.abs(other));

const isRange = ({ min, max }: WrittenAmount): boolean => min !== undefined || max !== undefined;

/** Whether two sums agree as they stand; a bound stands for the range that it closes. */
function sameSum(one: WrittenAmount, other: WrittenAmount, strict: boolean): boolean {
  const same = (a: unknown, b: unknown) => near(Number(a), Number(b), strict);
  if (String(one.currency).toUpperCase() !== String(other.currency).toUpperCase()) return false;
  if (isRange(one) && isRange(other)) return same(one.min, other.min) && same(one.max, other.max);
  if (!isRange(one) && !isRange(other)) return same(one.value, other.value);
  const [range, value] = isRange(one) ? [one, other] : [other, one];
  return same(range.max, value.value) || (value.qualifier === 'at_least' && same(range.min, value.value));
}

/** Whether two sums agree, as they stand or by a conversion that the text prints. */
export function sameAmount(
  one: WrittenAmount,
  other: WrittenAmount,
  conversions: readonly Conversion[],
  strict: boolean,
): boolean {
  const same = (a: WrittenAmount, b: WrittenAmount) => sameSum(a, b, strict);
  return (
    same(one, other) ||
    conversions.some(
      ({ from, to }) => (same(one, from) && same(other, to)) || (same(one, to) && same(other, from)),
    )
  );
}

/** Whether two conversions are of the same sums, in either direction. */
export const sameConversion = (one: Conversion, other: Conversion, strict: boolean): boolean =>
  (sameSum(one.from, other.from, strict) && sameSum(one.to, other.to, strict)) ||
  (sameSum(one.from, other.to, strict) && sameSum(one.to, other.from, strict));

/** Whether two phrases share half the words of the shorter one, or, when strict, all words of both. */
export function samePhrase(one: unknown, other: unknown, strict: boolean): boolean {
  const telling = (phrase: unknown) =>
    new Set(
      wordsOf(phrase)
        .split(' ')
        .filter((word) => word.length > 1),
    );
  const [a, b] = [telling(one), telling(other)];
  if (a.size === 0 || b.size === 0) return false;
  const shared = [...a].filter((word) => b.has(word)).length;
  return strict ? shared === a.size && shared === b.size : shared / Math.min(a.size, b.size) >= 0.5;
}

/** Whether two dates are the same, or, unless strict, one is the other more precisely. */
export function sameDate(one: unknown, other: unknown, strict: boolean): boolean {
  const [a, b] = [String(one), String(other)];
  if (a === b) return true;
  return !strict && /^\d{4}/.test(a) && /^\d{4}/.test(b) && (a.startsWith(b) || b.startsWith(a));
}

/** Whether two percentages lie within half a point, and when strict are the same. */
export const samePercent = (one: unknown, other: unknown, strict: boolean): boolean =>
  Math.abs(Number(one) - Number(other)) <= (strict ? 1e-9 : 0.5);
