import { Rational } from '@tranche/core/rational';

/** Coefficients by ascending exponent. */
type Polynomial = readonly Rational[];

/**
 * How many distinct real roots a polynomial has above `low` and up to `high` (above `low` at all, if absent), by
 * Sturm's theorem, in exact arithmetic: the small slow model that the internal rates of return are held against.
 */
export function countRoots(coefficients: Polynomial, low: Rational, high?: Rational): number {
  const chain = [trimmed(coefficients)];
  chain.push(trimmed(derivative(chain[0] ?? [])));
  for (;;) {
    const [before = [], last = []] = chain.slice(-2);
    if (last.length === 0) break;
    chain.push(remainder(before, last).map((coefficient) => coefficient.negated()));
  }
  const at = (point: Rational): number => changes(chain.map((one) => valueAt(one, point)));
  const atInfinity = changes(chain.map((one) => one.at(-1) ?? Rational.ZERO));
  return at(low) - (high === undefined ? atInfinity : at(high));
}

function remainder(dividend: Polynomial, divisor: Polynomial): Polynomial {
  let rest = [...dividend];
  const lead = divisor.at(-1) ?? Rational.ONE;
  while (rest.length >= divisor.length) {
    const factor = (rest.at(-1) ?? Rational.ZERO).dividedBy(lead);
    const offset = rest.length - divisor.length;
    rest = trimmed(
      rest.map((coefficient, index) =>
        coefficient.minus(factor.times(divisor[index - offset] ?? Rational.ZERO)),
      ),
    );
  }
  return rest;
}

const derivative = (polynomial: Polynomial): Polynomial =>
  polynomial.slice(1).map((coefficient, index) => coefficient.times(Rational.of(index + 1)));

const valueAt = (polynomial: Polynomial, point: Rational): Rational =>
  polynomial.reduceRight((value, coefficient) => value.times(point).plus(coefficient), Rational.ZERO);

function trimmed(polynomial: Polynomial): Rational[] {
  const last = polynomial.findLastIndex((coefficient) => coefficient.sign() !== 0);
  return polynomial.slice(0, last + 1);
}

function changes(values: readonly Rational[]): number {
  const signs = values.map((value) => value.sign()).filter((sign) => sign !== 0);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}
