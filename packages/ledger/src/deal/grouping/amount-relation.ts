import { headlineValue, type StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';

/**
 * How two stated amounts stand to each other: `same` number, `close` (one may be a looser statement of the
 * other), `different`, or `incomparable` (another currency: nothing is converted to find out).
 */
export type AmountRelation = 'same' | 'close' | 'different' | 'incomparable';

/** Figures of one thing as two reports round it, and as words such as "at least" leave it. */
const CLOSE = Rational.of(20, 100);
const CLOSE_IF_LOOSE = Rational.of(30, 100);

export function amountRelation(one: StatedAmount, other: StatedAmount): AmountRelation {
  if (one.currency !== other.currency) return 'incomparable';
  const [a, b] = [endsOf(one), endsOf(other)];
  if (a.low.equals(b.low) && a.high.equals(b.high)) return 'same';
  const margin = isLoose(one) || isLoose(other) ? CLOSE_IF_LOOSE : CLOSE;
  const reach = Rational.ONE.plus(margin);
  const [c, d] = [reachable(one, reach), reachable(other, reach)];
  const apart = c.low.compare(d.high.times(reach)) > 0 || d.low.compare(c.high.times(reach)) > 0;
  return apart ? 'different' : 'close';
}

/** The closest relation of an amount to any of several; `incomparable` when there is none to compare with. */
export function closestRelation(amount: StatedAmount, others: readonly StatedAmount[]): AmountRelation {
  const found = new Set(others.map((other) => amountRelation(amount, other)));
  return (['same', 'close', 'different'] as const).find((relation) => found.has(relation)) ?? 'incomparable';
}

/** True when the amount is more than `limit`, beyond what rounding explains. */
export const exceeds = (amount: StatedAmount, limit: StatedAmount): boolean =>
  amount.currency === limit.currency &&
  endsOf(amount).low.compare(headlineValue(limit).times(Rational.ONE.plus(CLOSE))) > 0;

const endsOf = (amount: StatedAmount): { readonly low: Rational; readonly high: Rational } =>
  'min' in amount ? { low: amount.min, high: amount.max } : { low: amount.value, high: amount.value };

/** A ceiling is not contradicted by a smaller outcome, down to half of it; no margin is added to that. */
const reachable = (
  amount: StatedAmount,
  reach: Rational,
): { readonly low: Rational; readonly high: Rational } => {
  const { low, high } = endsOf(amount);
  return amount.qualifier === 'up_to'
    ? { low: low.times(Rational.of(1, 2)).times(reach), high }
    : { low, high };
};

const isLoose = (amount: StatedAmount): boolean =>
  amount.qualifier !== 'exact' && amount.qualifier !== 'about';
