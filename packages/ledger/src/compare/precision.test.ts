import type { StatedAmount } from '@tranche/core/money';
import { arbitraryStatedAmount } from '@tranche/testkit/arbitrary';
import { rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { agreementOf, halfUnit, roundsTo, toTwoDigits } from './precision.ts';

const usd = (value: string, qualifier: StatedAmount['qualifier'] = 'exact'): StatedAmount => ({
  currency: 'USD',
  value: rational(value),
  qualifier,
});
const range = (min: string, max: string): StatedAmount => ({
  currency: 'USD',
  min: rational(min),
  max: rational(max),
  qualifier: 'exact',
});

describe('a printed number vouches for its digits and no more', () => {
  it.each([
    ['40e9', '0.5e9'],
    ['290e9', '5e9'],
    ['291e9', '0.5e9'],
    ['5.98e12', '0.005e12'],
    ['149.52', '0.005'],
    ['1', '0.05'],
    ['0.13', '0.005'],
    ['0', '0'],
  ])('%s to within %s', (printed, half) => {
    expect(halfUnit(rational(printed)).toString()).toBe(rational(half).toString());
  });

  it('so that 291.54 prints as 290, and 295.1 does not', () => {
    expect(roundsTo(rational('291.54'), rational('290'))).toBe(true);
    expect(roundsTo(rational('295.1'), rational('290'))).toBe(false);
  });

  test('whatever a whole sum is rounded to at two digits prints the same', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n, max: 10n ** 15n }), (value) => {
        const exact = rational(`${value}`);
        const printed = toTwoDigits(exact);
        expect(roundsTo(exact, printed)).toBe(true);
      }),
    );
  });
});

describe('two stated amounts', () => {
  it.each([
    ['a sum and itself', usd('40e9'), usd('40e9'), 'agrees'],
    ['a limit and the sum it is', usd('40e9', 'up_to'), usd('40e9'), 'agrees'],
    ['a limit and a smaller sum', usd('40e9', 'up_to'), usd('10e9'), 'compatible'],
    ['a limit and a larger sum', usd('30e9', 'up_to'), usd('40e9'), 'excluded'],
    ['a sum and its neighbour', usd('40e9'), usd('41e9'), 'excluded'],
    ['"about 8" and 7.5', usd('8e9', 'about'), usd('7.5e9'), 'agrees'],
    ['"about 8" and 22.5', usd('8e9', 'about'), usd('22.5e9'), 'excluded'],
    ['"over 13" and 13', usd('13e9', 'over'), usd('13e9'), 'agrees'],
    ['"over 13" and 11.8', usd('13e9', 'over'), usd('11.8e9'), 'excluded'],
    ['"nearly 10" and 10', usd('10e9', 'nearly'), usd('10e9'), 'agrees'],
    ['"nearly 10" and 5', usd('10e9', 'nearly'), usd('5e9'), 'excluded'],
    ['a wide range and a sum within it', range('15e9', '25e9'), usd('20e9'), 'compatible'],
    ['a narrow range and its end', range('22e9', '22.5e9'), usd('22.5e9'), 'agrees'],
    ['a range and a sum above it', range('15e9', '25e9'), usd('40e9'), 'excluded'],
  ] as const)('%s: %#', (_what, one, other, expected) => {
    expect(agreementOf(one, other)).toBe(expected);
  });

  test('agree or not whichever is named first, and always with themselves', () => {
    fc.assert(
      fc.property(arbitraryStatedAmount(), arbitraryStatedAmount(), (one, other) => {
        expect(agreementOf(one, other)).toBe(agreementOf(other, one));
        expect(agreementOf(one, one)).not.toBe('excluded');
      }),
    );
  });
});
