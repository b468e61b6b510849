import { arbitraryRational } from '@tranche/testkit/arbitrary';
import { rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { maximum, minimum, Rational, type RoundingMode, sum } from './index.ts';

const any = arbitraryRational();
const oracle = (value: Rational): Fraction => new Fraction(value.numerator, value.denominator);
const text = (value: Fraction): string => value.toFraction();

describe('reading and printing', () => {
  test.each([
    ['12', '12'],
    ['-0.1', '-1/10'],
    ['7.5e9', '7500000000'],
    ['1E-3', '1/1000'],
    ['+40', '40'],
    ['20/23', '20/23'],
    ['-6/4', '-3/2'],
    ['0/5', '0'],
    ['-0', '0'],
    ['0.10', '1/10'],
  ])('%s is read as %s', (spelling, expected) => {
    expect(rational(spelling).toString()).toBe(expected);
  });

  test.each([
    '',
    ' 1',
    '1 ',
    '.5',
    '5.',
    '1,000',
    '1e',
    '1/0',
    '1/-2',
    '1/2/3',
    '0x10',
    'NaN',
    'Infinity',
    '١',
    '1\n',
    '--1',
  ])('%j is not a number', (spelling) => {
    const result = Rational.parse(spelling);
    expect(result).toMatchObject({ ok: false, failure: { code: 'BAD_NUMBER' } });
  });

  test('an absurdly long number is refused rather than computed with', () => {
    expect(Rational.parse('9'.repeat(5000)).ok).toBe(false);
    expect(Rational.parse('1e9999').ok).toBe(false);
  });

  test('a floating number is taken by its shortest spelling, not by its binary value', () => {
    expect(Rational.fromShortestDecimal(149.52)).toEqual({ ok: true, value: Rational.of(14952n, 100n) });
    expect(Rational.fromShortestDecimal(1e21)).toEqual({ ok: true, value: Rational.of(10n ** 21n) });
    expect(Rational.fromShortestDecimal(Number.NaN).ok).toBe(false);
  });

  test('printed text is read back as an equal number', () => {
    fc.assert(fc.property(any, (value) => rational(value.toString()).equals(value)));
  });

  test('JSON carries the exact spelling', () => {
    expect(JSON.stringify({ stake: Rational.of(41, 301) })).toBe('{"stake":"41/301"}');
  });
});

describe('arithmetic agrees with fraction.js', () => {
  test.each([
    ['plus', (a: Rational, b: Rational) => a.plus(b), (a: Fraction, b: Fraction) => a.add(b)],
    ['minus', (a: Rational, b: Rational) => a.minus(b), (a: Fraction, b: Fraction) => a.sub(b)],
    ['times', (a: Rational, b: Rational) => a.times(b), (a: Fraction, b: Fraction) => a.mul(b)],
    ['minimum', minimum, (a: Fraction, b: Fraction) => (a.lt(b) ? a : b)],
    ['maximum', maximum, (a: Fraction, b: Fraction) => (a.gt(b) ? a : b)],
  ])('%s', (_, ours, theirs) => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(ours(a, b).toString()).toBe(text(theirs(oracle(a), oracle(b))));
      }),
    );
  });

  test('dividedBy', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        fc.pre(b.sign() !== 0);
        expect(a.dividedBy(b).toString()).toBe(text(oracle(a).div(oracle(b))));
      }),
    );
  });

  test('compare, equals, sign and floor', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(a.compare(b)).toBe(oracle(a).compare(oracle(b)));
        expect(a.equals(b)).toBe(oracle(a).equals(oracle(b)));
        expect(a.sign()).toBe(oracle(a).compare(0));
        expect(a.floor().toString()).toBe(text(oracle(a).floor(0)));
      }),
    );
  });

  test('the sum of many is the sum one by one', () => {
    fc.assert(
      fc.property(fc.array(any), (values) => {
        const expected = values.reduce((total, value) => total.add(oracle(value)), new Fraction(0));
        expect(sum(values).toString()).toBe(text(expected));
      }),
    );
  });
});

test('a rational is reduced and bears its sign above the line', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt(), (numerator, denominator) => {
      fc.pre(denominator !== 0n);
      const value = Rational.of(numerator, denominator);
      expect(value.denominator > 0n).toBe(true);
      expect(value.numerator * denominator).toBe(numerator * value.denominator);
      expect(new Fraction(numerator, denominator).d).toBe(value.denominator);
    }),
  );
});

test('dividing by zero is a broken promise, not an expected failure', () => {
  expect(() => Rational.ONE.dividedBy(Rational.ZERO)).toThrow('division by zero');
  expect(() => Rational.of(1, 0)).toThrow('denominator other than zero');
});

test('a number that an integer cannot be exactly is not taken for one', () => {
  expect(() => Rational.of(0.5)).toThrow('not a safe integer');
  expect(() => Rational.of(2 ** 53)).toThrow('not a safe integer');
});

describe('rounding', () => {
  // The table of java.math.RoundingMode, whose UP, DOWN, HALF_UP and HALF_EVEN these modes are.
  const table: readonly (readonly [string, string, string, string, string])[] = [
    ['5.5', '6', '5', '6', '6'],
    ['2.5', '3', '2', '3', '2'],
    ['1.6', '2', '1', '2', '2'],
    ['1.1', '2', '1', '1', '1'],
    ['1.0', '1', '1', '1', '1'],
    ['-1.0', '-1', '-1', '-1', '-1'],
    ['-1.1', '-2', '-1', '-1', '-1'],
    ['-1.6', '-2', '-1', '-2', '-2'],
    ['-2.5', '-3', '-2', '-3', '-2'],
    ['-5.5', '-6', '-5', '-6', '-6'],
  ];

  test.each(table)('%s is %s up, %s down, %s half up, %s half even', (value, up, down, halfUp, halfEven) => {
    const rounded = (mode: RoundingMode): string => rational(value).rounded(0, mode).toString();
    expect([rounded('up'), rounded('down'), rounded('half_up'), rounded('half_even')]).toEqual([
      up,
      down,
      halfUp,
      halfEven,
    ]);
  });

  const mode = fc.constantFrom<RoundingMode>('half_up', 'half_even', 'up', 'down');
  const decimals = fc.integer({ min: 0, max: 8 });

  test('a rounded number is less than one last place away, and half of it when rounding to the nearest', () => {
    fc.assert(
      fc.property(any, decimals, mode, (value, places, by) => {
        const distance = value.rounded(places, by).minus(value).absolute();
        const place = Rational.of(1n, 10n ** BigInt(places));
        if (by === 'up' || by === 'down') expect(distance.compare(place)).toBe(-1);
        else expect(distance.compare(place.dividedBy(Rational.of(2)))).not.toBe(1);
      }),
    );
  });

  test('up never moves towards zero, down never away from it', () => {
    fc.assert(
      fc.property(any, decimals, (value, places) => {
        expect(value.rounded(places, 'up').absolute().compare(value.absolute())).not.toBe(-1);
        expect(value.rounded(places, 'down').absolute().compare(value.absolute())).not.toBe(1);
      }),
    );
  });

  test('a number that fits is left as it is, so rounding twice is rounding once', () => {
    fc.assert(
      fc.property(any, decimals, mode, (value, places, by) => {
        const once = value.rounded(places, by);
        expect(once.rounded(places, by).equals(once)).toBe(true);
      }),
    );
  });

  test('the decimal spelling has the places asked for and is the rounded number', () => {
    fc.assert(
      fc.property(any, decimals, mode, (value, places, by) => {
        const spelling = value.toDecimal(places, by);
        expect(spelling).toMatch(places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${places}}$`));
        expect(rational(spelling).equals(value.rounded(places, by))).toBe(true);
      }),
    );
  });

  test('the euro cross of 7 February 2025 has six decimals by half even', () => {
    // ECB reference rates of that day: 7.5634 CNY and 1.0377 USD per EUR.
    expect(rational('7.5634').dividedBy(rational('1.0377')).toDecimal(6, 'half_even')).toBe('7.288619');
  });
});

describe('the nearest floating number', () => {
  test('is the same that reading the decimal spelling gives', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const exact = Rational.fromShortestDecimal(value);
        expect(exact.ok && exact.value.toApproximateNumber()).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  test('of a quotient of small integers is their division', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (numerator, denominator) => {
        fc.pre(denominator !== 0 && numerator !== 0);
        expect(Rational.of(numerator, denominator).toApproximateNumber()).toBe(numerator / denominator);
      }),
    );
  });

  test('just above the middle of two floating numbers is the upper one, however little above', () => {
    const middle = 2n ** 53n + 1n;
    expect(Rational.of(middle).toApproximateNumber()).toBe(2 ** 53);
    expect(Rational.of(middle * 2n ** 100n + 1n, 2n ** 100n).toApproximateNumber()).toBe(2 ** 53 + 2);
  });

  test('does not overflow on the way when the value itself does not', () => {
    expect(Rational.of(10n ** 400n, 3n * 10n ** 399n).toApproximateNumber()).toBe(10 / 3);
    expect(Rational.of(-1n, 10n ** 310n).toApproximateNumber()).toBe(-1e-310);
    expect(Rational.of(10n ** 400n).toApproximateNumber()).toBe(Number.POSITIVE_INFINITY);
  });
});
