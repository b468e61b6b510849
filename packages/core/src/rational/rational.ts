import { fail, InvariantError, invariant, ok, type Result } from '../result/index.ts';

/** How a number that does not fit is moved to one that does; `up` and `down` are away from and towards zero. */
export type RoundingMode = 'half_up' | 'half_even' | 'up' | 'down';

/**
 * An exact rational number: `numerator / denominator`, reduced, with a positive denominator.
 * Immutable; arithmetic returns new values and never rounds. Division by zero is a broken invariant.
 */
export class Rational {
  static readonly ZERO = new Rational(0n, 1n);
  static readonly ONE = new Rational(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** From trusted parts; reduces and moves the sign to the numerator. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
    const n = typeof numerator === 'bigint' ? numerator : integerOf(numerator);
    const d = typeof denominator === 'bigint' ? denominator : integerOf(denominator);
    if (d === 0n) throw new InvariantError('a rational has a denominator other than zero');
    if (d === 1n) return new Rational(n, 1n);
    const sign = d < 0n ? -1n : 1n;
    const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
    return new Rational((sign * n) / divisor, (sign * d) / divisor);
  }

  /** From `12`, `-0.1`, `1e9` or `20/23`. Fails: BAD_NUMBER. */
  static parse(text: string): Result<Rational> {
    const fraction = /^([+-]?\d{1,4000})\/(\d{1,4000})$/.exec(text);
    if (fraction) {
      const denominator = BigInt(fraction[2] as string);
      if (denominator === 0n) return badNumber(text);
      return ok(Rational.of(BigInt(fraction[1] as string), denominator));
    }
    const decimal = /^([+-]?)(\d{1,4000})(?:\.(\d{1,4000}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
    if (!decimal) return badNumber(text);
    const [, sign, whole = '', part = '', exponentText = '0'] = decimal;
    const exponent = Number(exponentText) - part.length;
    const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`);
    return ok(
      exponent >= 0
        ? Rational.of(digits * 10n ** BigInt(exponent))
        : Rational.of(digits, 10n ** BigInt(-exponent)),
    );
  }

  /**
   * From a floating number by its shortest decimal spelling, so that 149.52 is 14952/100 and not its binary
   * neighbour. For numbers read from JSON. Fails: BAD_NUMBER on NaN and infinities.
   */
  static fromShortestDecimal(value: number): Result<Rational> {
    return Number.isFinite(value) ? Rational.parse(String(value)) : badNumber(String(value));
  }

  plus(other: Rational): Rational {
    if (this.denominator === 1n && other.denominator === 1n) {
      return new Rational(this.numerator + other.numerator, 1n);
    }
    const shared = gcd(this.denominator, other.denominator);
    const [left, right] = [this.denominator / shared, other.denominator / shared];
    const numerator = this.numerator * right + other.numerator * left;
    // What numerator and denominator can still have in common lies within what the denominators had.
    const divisor = gcd(numerator < 0n ? -numerator : numerator, shared);
    return new Rational(numerator / divisor, left * (other.denominator / divisor));
  }

  minus(other: Rational): Rational {
    return this.plus(other.negated());
  }

  times(other: Rational): Rational {
    return Rational.product(this.numerator, this.denominator, other.numerator, other.denominator);
  }

  dividedBy(other: Rational): Rational {
    invariant(other.numerator !== 0n, 'division by zero');
    const [numerator, denominator] =
      other.numerator < 0n ? [-other.denominator, -other.numerator] : [other.denominator, other.numerator];
    return Rational.product(this.numerator, this.denominator, numerator, denominator);
  }

  /**
   * Of reduced fractions with positive denominators. Each numerator is reduced against the other denominator before
   * they are multiplied: the divisors are then of small numbers wherever one fraction is, however large the other.
   */
  private static product(n1: bigint, d1: bigint, n2: bigint, d2: bigint): Rational {
    if (d1 === 1n && d2 === 1n) return new Rational(n1 * n2, 1n);
    const first = gcd(n1 < 0n ? -n1 : n1, d2);
    const second = gcd(n2 < 0n ? -n2 : n2, d1);
    return new Rational((n1 / first) * (n2 / second), (d1 / second) * (d2 / first));
  }

  /** This number to a whole power of at least zero, below 1,000,000. Anything else is a broken invariant. */
  toThe(exponent: Rational | bigint): Rational {
    const power = typeof exponent === 'bigint' ? exponent : exponent.numerator;
    const whole = typeof exponent === 'bigint' || exponent.isInteger();
    invariant(whole && power >= 0n && power < 1_000_000n, 'an exponent is a whole number of at least zero');
    return new Rational(this.numerator ** power, this.denominator ** power);
  }

  negated(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  absolute(): Rational {
    return this.numerator < 0n ? this.negated() : this;
  }

  /** Negative, zero or positive as this is less than, equal to or greater than `other`. */
  compare(other: Rational): -1 | 0 | 1 {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Rational): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  sign(): -1 | 0 | 1 {
    return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0;
  }

  isInteger(): boolean {
    return this.denominator === 1n;
  }

  /** The greatest integer not above this. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.numerator < 0n && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient;
  }

  /** This number moved to `decimals` places by a named mode. Exact when it already fits. */
  rounded(decimals: number, mode: RoundingMode): Rational {
    const scale = 10n ** BigInt(decimals);
    return Rational.of(roundToInteger(this.numerator * scale, this.denominator, mode), scale);
  }

  /** `12` or `20/23`: parses back to an equal value. */
  toString(): string {
    return this.denominator === 1n ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
  }

  /** A decimal with exactly `decimals` places, rounded by a named mode; for display. */
  toDecimal(decimals: number, mode: RoundingMode = 'half_up'): string {
    const scaled = roundToInteger(this.numerator * 10n ** BigInt(decimals), this.denominator, mode);
    const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
    const sign = scaled < 0n ? '-' : '';
    return decimals === 0
      ? `${sign}${digits}`
      : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }

  /** The nearest floating number: a named step out of exactness, for charts and JSON renderings. */
  toApproximateNumber(): number {
    return nearestNumber(this.numerator, this.denominator);
  }

  /** JSON carries the exact spelling, as a string. */
  toJSON(): string {
    return this.toString();
  }
}

function roundToInteger(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const quotient = magnitude / denominator;
  const twiceRest = 2n * (magnitude % denominator);
  const away =
    mode === 'up'
      ? twiceRest > 0n
      : mode === 'down'
        ? false
        : twiceRest > denominator ||
          (twiceRest === denominator && (mode === 'half_up' || quotient % 2n === 1n));
  const rounded = away ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/**
 * The quotient rounded once. Two integers below 2^53 divide correctly as they are; others are first brought to
 * a quotient of more than 64 bits, whose last bit is set when something is left over, so that a tie is not mistaken.
 */
function nearestNumber(numerator: bigint, denominator: bigint): number {
  const [n, d] = [Number(numerator), Number(denominator)];
  if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return n / d;
  const magnitude = numerator < 0n ? -numerator : numerator;
  const shift = bitLength(denominator) - bitLength(magnitude) + 66;
  const dividend = shift > 0 ? magnitude << BigInt(shift) : magnitude;
  const divisor = shift < 0 ? denominator << BigInt(-shift) : denominator;
  const quotient = dividend / divisor;
  const kept = Number(dividend % divisor === 0n ? quotient : quotient | 1n);
  // In two steps, since 2 to the whole shift may itself lie outside what a floating number can hold.
  const half = Math.trunc(shift / 2);
  const value = kept * 2 ** -half * 2 ** -(shift - half);
  return numerator < 0n ? -value : value;
}

const bitLength = (value: bigint): number => value.toString(2).length;

function integerOf(value: number): bigint {
  invariant(Number.isSafeInteger(value), `${value} is not a safe integer`);
  return BigInt(value);
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

const badNumber = (text: string): Result<never> =>
  fail('BAD_NUMBER', '', `"${text.slice(0, 40)}" is not a number`, {
    expected: 'a number such as 12, 0.1 or 20/23',
  });

export const sum = (values: Iterable<Rational>): Rational => {
  let total = Rational.ZERO;
  for (const value of values) total = total.plus(value);
  return total;
};

export const minimum = (first: Rational, second: Rational): Rational =>
  first.compare(second) <= 0 ? first : second;
export const maximum = (first: Rational, second: Rational): Rational =>
  first.compare(second) >= 0 ? first : second;
