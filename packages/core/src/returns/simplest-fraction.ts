import { Rational } from '../rational/index.ts';

/** The fraction with the smallest denominator from `low` to `high`, both included: by their continued fractions. */
export function simplestBetween(low: Rational, high: Rational): Rational {
  if (low.sign() <= 0 && high.sign() >= 0) return Rational.ZERO;
  if (high.sign() < 0) return simplestBetween(high.negated(), low.negated()).negated();
  // Both above zero: descend while the whole parts agree.
  const parts: bigint[] = [];
  let [from, to] = [low, high];
  for (;;) {
    const whole = from.floor();
    if (from.isInteger() || to.compare(Rational.of(whole + 1n)) >= 0) {
      parts.push(from.isInteger() ? whole : whole + 1n);
      break;
    }
    parts.push(whole);
    const base = Rational.of(whole);
    [from, to] = [Rational.ONE.dividedBy(to.minus(base)), Rational.ONE.dividedBy(from.minus(base))];
  }
  return parts
    .slice(0, -1)
    .reduceRight(
      (tail, part) => Rational.of(part).plus(Rational.ONE.dividedBy(tail)),
      Rational.of(parts.at(-1) ?? 0n),
    );
}
