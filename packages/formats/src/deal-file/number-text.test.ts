import { Rational } from '@tranche/core/rational';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNumberOf, losesDigits, NUMBER_PATTERN } from './number-text.ts';

describe('a number in a deal file', () => {
  it.each([
    [12, '12'],
    [0.1, '1/10'],
    ['12.5m', '12500000'],
    ['1_500_000', '1500000'],
    ['1,500,000.25', '6000001/4'],
    ['2 bn', '2000000000'],
    ['250k', '250000'],
    ['20%', '1/5'],
    ['20/23', '20/23'],
    ['-3', '-3'],
    ['4/3', '4/3'],
  ])('%j is exactly %s', (written, exact) => {
    expect(exactNumberOf(written)?.toString()).toBe(exact);
  });

  it.each(['', '12m5', '1,50', '1_', 'ten', '5M', '1/0', '$5m', '1e3', null, true, Number.NaN, undefined])(
    '%j is none',
    (written) => expect(exactNumberOf(written)).toBeUndefined(),
  );

  it('is matched by the published pattern when it is text, and only then', () => {
    const pattern = new RegExp(NUMBER_PATTERN);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,_/-mkbn% '), maxLength: 9 }),
        (written) => pattern.test(written.trim()) === (exactNumberOf(written) !== undefined),
      ),
    );
  });

  it('survives being written out as a decimal', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat(12), (digits, places) => {
        const value = Rational.of(digits, 10n ** BigInt(places));
        return exactNumberOf(value.toDecimal(places))?.equals(value) === true;
      }),
    );
  });

  it('without quotes keeps no more digits than its value does', () => {
    expect(losesDigits('0.1', 0.1)).toBe(false);
    expect(losesDigits('1000000.10', 1000000.1)).toBe(false);
    expect(losesDigits('9007199254740993', Number('9007199254740993'))).toBe(true);
    expect(losesDigits('0.12345678901234567890', Number('0.12345678901234567890'))).toBe(true);
  });
});
