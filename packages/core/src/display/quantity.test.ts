import { arbitraryRational } from '@tranche/testkit/arbitrary';
import { bounds, exactly, rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount, formatBounds, formatQuantity } from './index.ts';

describe('a quantity', () => {
  test.each([
    ['40e9', 'USD', 'USD 40bn'],
    ['7.5e9', 'USD', 'USD 7.5bn'],
    ['291544762455', 'CNY', 'CNY 291.5448bn'],
    ['5980800000000', 'JPY', 'JPY 5.9808tn'],
    ['125000', 'USD', 'USD 125,000'],
    ['15.46345', 'USD', 'USD 15.46'],
    ['0.00123', 'USD', 'USD 0.0012'],
    ['-200e6', 'USD', 'USD −200m'],
    ['0', 'USD', 'USD 0'],
    ['2/15', 'fraction', '13.33 %'],
    ['0.0999', 'fraction', '9.99 %'],
    ['1/100000', 'fraction', '0.001 %'],
    ['1', 'fraction', '100 %'],
    ['1000000', 'shares', '1,000,000 shares'],
    ['75634/10377', 'CNY per USD', '7.2886 CNY per USD'],
    ['7/2', 'count', '3.5'],
  ])('%s %s reads %s', (value, unit, expected) => {
    expect(formatQuantity(rational(value), unit)).toBe(expected);
  });

  test.each([
    ['999999999.999', 'USD 1bn'],
    ['999999.996', 'USD 1m'],
    ['999999.99', 'USD 999,999.99'],
    ['999949999', 'USD 999.95m'],
    ['-999999999999.9', 'USD −1tn'],
    ['1e16', 'USD 10,000tn'],
  ])('%s near the edge of a magnitude reads %s', (value, expected) => {
    expect(formatQuantity(rational(value), 'USD')).toBe(expected);
  });

  test('keeps its sign and never shows a number that is not zero as zero, down to a millionth of a millionth', () => {
    const unit = fc.constantFrom('USD', 'fraction', 'shares', 'count', 'CNY per USD');
    fc.assert(
      fc.property(arbitraryRational(), unit, (value, of) => {
        const text = formatQuantity(value, of);
        expect(text.includes('−')).toBe(value.sign() < 0 && /[1-9]/.test(text));
        if (value.absolute().compare(rational('1e-12')) >= 0) expect(text).toMatch(/[1-9]/);
      }),
    );
  });
});

describe('bounds', () => {
  test.each([
    [exactly('40e9'), 'exact', 'USD 40bn'],
    [bounds('40e9', '40e9', true), 'about', 'about USD 40bn'],
    [bounds('40e9', '40e9', true), 'exact', 'about USD 40bn'],
    [bounds('0', '40e9'), 'up_to', 'up to USD 40bn'],
    [bounds(undefined, '40e9'), 'exact', 'up to USD 40bn'],
    [bounds('0', '40e9', true), 'nearly', 'nearly USD 40bn'],
    [bounds('13e9'), 'over', 'over USD 13bn'],
    [bounds('13e9'), 'at_least', 'at least USD 13bn'],
    [bounds('15e9', '25e9'), 'exact', 'USD 15bn to USD 25bn'],
    [bounds('15e9', '25e9', true), 'about', 'about USD 15bn to USD 25bn'],
    [bounds('-1e9', '1e9'), 'exact', 'USD −1bn to USD 1bn'],
    [exactly('0'), 'exact', 'USD 0'],
    [bounds('0'), 'exact', 'unknown'],
    [bounds(), 'exact', 'unknown'],
  ] as const)('%j, stated as %s, read %s', (given, qualifier, expected) => {
    expect(formatBounds(given, 'USD', qualifier)).toBe(expected);
  });
});

describe('a stated amount', () => {
  test('keeps the words of its source', () => {
    const amount = { currency: 'USD', value: rational('10e9'), qualifier: 'about' } as const;
    expect(formatAmount(amount)).toBe('about USD 10bn');
  });

  test('shows a range by both ends', () => {
    const range = { currency: 'USD', min: rational('15e9'), max: rational('25e9') };
    expect(formatAmount({ ...range, qualifier: 'exact' })).toBe('USD 15bn to USD 25bn');
  });
});
