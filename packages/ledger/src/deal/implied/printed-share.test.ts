import type { Bounds, Qualifier } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { expectOk } from '@tranche/core/result';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedShare } from './printed-share.ts';

const share = (percent: string, qualifier: Qualifier = 'exact'): Bounds =>
  printedShare({ percent: expectOk(Rational.parse(percent)), qualifier });
const ends = ({ low, high }: Bounds) => [low?.toDecimal(6), high?.toDecimal(6)];

describe('what a printed percentage can stand for', () => {
  it.each([
    ['27', '0.265000', '0.275000'],
    ['32.5', '0.324500', '0.325500'],
    ['9.99', '0.099850', '0.099950'],
    ['100', '0.995000', '1.000000'],
  ])('%s %% is %s to %s', (percent, low, high) => {
    expect(ends(share(percent))).toEqual([low, high]);
  });

  it('is bounded from one side by words such as "over" and "up to"', () => {
    expect(ends(share('10', 'over'))).toEqual(['0.100000', '1.000000']);
    expect(ends(share('18', 'nearly'))).toEqual(['0.000000', '0.180000']);
  });

  it('is itself where no decimal prints it', () => {
    expect(ends(share('100/3'))).toEqual(['0.333333', '0.333333']);
  });

  it('holds the percentage, for every percentage and every word', () => {
    const qualifier = fc.constantFrom<Qualifier>('exact', 'about', 'up_to', 'at_least', 'nearly', 'over');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), qualifier, (thousandths, word) => {
        const percent = Rational.of(thousandths, 1000);
        const { low, high } = printedShare({ percent, qualifier: word });
        const fraction = percent.dividedBy(Rational.of(100));
        expect(low?.compare(fraction) ?? -1).toBeLessThanOrEqual(0);
        expect(high?.compare(fraction) ?? 1).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
