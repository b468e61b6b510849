import { rational } from '@tranche/testkit/build';
import { describe, expect, it } from 'vitest';
import { placesOf, printedFrom, printingOf } from './printed.ts';

describe('a printed percentage', () => {
  it.each([
    ['84.29', '84.29', 'exact'],
    ['84.291', '84.29', 'rounded'],
    // Facts, ds-lookthrough: 84.2954221 % is printed as 84.29, and elsewhere as 84.3 and 84.
    ['84.2954221', '84.29', 'cut off'],
    ['84.2954221', '84.3', 'rounded'],
    ['84.2954221', '84', 'rounded'],
    ['84.2854', '84.29', 'rounded'],
    ['84.31', '84.29', undefined],
    ['250/3', '83.33', 'rounded'],
  ] as const)('%s comes to %s: %s', (percent, printed, how) => {
    expect(printingOf(rational(percent), rational(printed))).toBe(how);
  });

  it('has the places it shows', () => {
    expect([placesOf(rational('84')), placesOf(rational('84.29')), placesOf(rational('1/3'))]).toEqual([
      0,
      2,
      undefined,
    ]);
  });

  it('stands for half a place either way when rounded, and for a whole place above when cut off', () => {
    const { rounded, 'cut off': cutOff } = printedFrom(rational('84.29'));
    expect([rounded.low, rounded.high, cutOff.low, cutOff.high].map((end) => end.toDecimal(3))).toEqual([
      '84.285',
      '84.295',
      '84.290',
      '84.300',
    ]);
  });
});
