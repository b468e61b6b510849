import { Derivation, Quantity } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import { arbitraryRational } from '@tranche/testkit/arbitrary';
import { rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueAt } from '../verify/compare.ts';
import { keyPath, render } from './index.ts';

const exact = (text: string): Quantity => new Quantity('n1', rational(text));
const near = (value: Rational): Quantity => new Quantity('n2', value, '1e-12 relative');
const decimalOf = (text: string): unknown => render({ x: near(rational(text)) }).output;

describe('exact numbers', () => {
  test('are integers or reduced fractions, and each tells its node by its path', () => {
    const output = {
      pricePerShare: exact('6/4'),
      results: [{ exitValue: exact('-12') }],
      holders: new Map([['A', { asConvertedShares: exact('0') }]]),
      status: 'closed',
      triggered: false,
      irr: null,
      absent: undefined,
    };
    const { output: json, figures } = render(output);
    expect(json).toEqual({
      price_per_share: '3/2',
      results: [{ exit_value: '-12' }],
      holders: { A: { as_converted_shares: '0' } },
      status: 'closed',
      triggered: false,
      irr: null,
    });
    expect([...figures.keys()]).toEqual([
      'price_per_share',
      'results[0].exit_value',
      'holders.A.as_converted_shares',
    ]);
  });

  test('are never bare: a number without a derivation is a broken promise', () => {
    expect(() => render({ x: Rational.ONE })).toThrow('x is a quantity');
    expect(() => render({ x: 5 })).toThrow('x is a quantity');
  });
});

describe('decimals', () => {
  test.each([
    ['0', '0'],
    ['1/3', '0.33333333333333333'],
    ['2/3', '0.66666666666666667'],
    ['-2/3', '-0.66666666666666667'],
    ['100/3', '33.333333333333333'],
    ['1/10', '0.10000000000000000'],
    ['1', '1.0000000000000000'],
    ['12345678901234567', '12345678901234567'],
    ['12345678901234567.89', '12345678901234568'],
    ['1234567890123456789012', '1234567890123456789012'],
    ['0.000012345678901234567891', '0.000012345678901234568'],
    [`0.${'0'.repeat(320)}123`, `0.${'0'.repeat(320)}12300000000000000`],
    ['0.99999999999999999999', '1.00000000000000000'],
    [`1${'0'.repeat(320)}`, `1${'0'.repeat(320)}`],
  ])('%s is told as %s', (value, expected) => {
    expect(decimalOf(value)).toEqual({ x: expected });
  });

  test('have at least 17 digits, no exponent, and lie within half of the last one', () => {
    fc.assert(
      fc.property(arbitraryRational(), fc.nat({ max: 60 }), fc.boolean(), (drawn, zeros, isSmall) => {
        const scale = Rational.of(10n ** BigInt(zeros));
        const value = isSmall ? drawn.dividedBy(scale) : drawn.times(scale);
        fc.pre(value.sign() !== 0);
        const { x: text } = render({ x: near(value) }).output as { x: string };
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        const digits = text.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
        expect(digits.length).toBeGreaterThanOrEqual(17);
        const distance = rational(text).minus(value).absolute();
        expect(distance.compare(value.absolute().times(rational('5e-17')))).not.toBe(1);
      }),
    );
  });
});

describe('ids of the input as fields of the output', () => {
  const ODD = [
    '__proto__',
    'constructor',
    'toString',
    'a.b',
    'a[0]',
    'J. "Jo" Doe',
    'back\\slash',
    '2024-01-31',
    '7',
    'süß',
    'new\nline',
    '[',
    ']',
    '.',
    ' ',
    'as_converted',
    'camelCase',
    'A-1',
  ];

  test('are kept as they are, and found again by their path', () => {
    const sheet = new Derivation();
    const holders = new Map(
      ODD.map((name, index) => [name, { shares: sheet.given(name, 'shares', Rational.of(index), name) }]),
    );
    const { output, figures } = render({ holders });
    expect(Object.keys((output as { holders: object }).holders).sort()).toEqual([...ODD].sort());
    for (const [index, name] of ODD.entries()) {
      const path = `holders${keyPath(name)}.shares`;
      expect(figures.has(path), path).toBe(true);
      expect(valueAt(output, path), path).toBe(String(index));
    }
    expect(({} as { shares?: unknown }).shares).toBeUndefined();
  });

  test('any two of them have different paths, which lead back to them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 6 }),
        (names) => {
          const { output, figures } = render(
            new Map(names.map((name, index) => [name, exact(String(index))])),
          );
          expect(figures.size).toBe(names.length);
          for (const [index, name] of names.entries()) {
            expect(valueAt(output, keyPath(name))).toBe(String(index));
          }
        },
      ),
    );
  });
});
