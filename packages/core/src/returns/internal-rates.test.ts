import { rational } from '@tranche/testkit/build';
import { countRoots } from '@tranche/testkit/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maximum, Rational } from '../rational/index.ts';
import { internalRates, type TimedFlow } from './index.ts';

const ONE = Rational.ONE;
const yearly = (amounts: readonly Rational[]): TimedFlow[] =>
  amounts.map((amount, year) => ({ years: Rational.of(year), amount }));
const ratesOf = (...amounts: string[]): string[] => internalRates(yearly(amounts.map(rational))).map(String);

describe('worked examples', () => {
  test.each([
    // Open Venture Finance docs, pme-fixtures.md: two roots, and none.
    [
      ['-100', '230', '-132'],
      ['1/10', '1/5'],
    ],
    [['-100', '100', '-100'], []],
    // (g − 1.1)² and (g − 1.1)³: a multiple root is one root.
    [['-100', '220', '-121'], ['1/10']],
    [['-1000', '3300', '-3630', '1331'], ['1/10']],
    // Roots at zero, simple and double, and on both sides of it.
    [['-100', '100'], ['0']],
    [['-100', '200', '-100'], ['0']],
    [
      ['-100', '250', '-100'],
      ['-1/2', '1'],
    ],
    // (g − 1)(g − 2)(g − 3).
    [
      ['-1', '6', '-11', '6'],
      ['0', '1', '2'],
    ],
    [['-100', '1'], ['-99/100']],
    [['-100', '100.0000001'], ['1/1000000000']],
    [['100', '100'], []],
    [['0', '0'], []],
    [[], []],
  ])('flows of %j have the rates %j', (amounts, rates) => {
    expect(ratesOf(...amounts)).toEqual(rates);
  });

  test('ten roots one percent apart are all told apart', () => {
    const rates = Array.from({ length: 10 }, (_, index) => Rational.of(index + 1, 100));
    expect(internalRates(yearly(withRoots(rates)))).toEqual(rates);
  });

  test('a root of multiplicity twenty is one root, and exact', () => {
    const flows = yearly(withRoots(Array.from({ length: 20 }, () => Rational.of(1, 10))));
    expect(internalRates(flows)).toEqual([Rational.of(1, 10)]);
  });

  test('two rates that differ by a billionth are two', () => {
    const rates = [rational('0.1'), rational('0.100000001')];
    expect(internalRates(yearly(withRoots(rates)))).toEqual(rates);
  });

  test('a present value that stays above zero by a trillionth of a trillionth has no root', () => {
    expect(ratesOf('100', '-220', `${'121'}.${'0'.repeat(23)}1`)).toEqual([]);
  });

  test('a daily gain over a year is told in full, and so is a daily loss', () => {
    const day = Rational.of(1, 365);
    const grown = (amount: string) =>
      internalRates([
        { years: Rational.ZERO, amount: Rational.of(-100) },
        { years: day, amount: rational(amount) },
      ]);
    const [gain = Rational.ZERO] = grown('300');
    const [loss = Rational.ZERO] = grown('99');
    expect(nearness(gain, Rational.of(3n ** 365n - 1n)).compare(rational('1e-15'))).toBe(-1);
    expect(nearness(loss, rational('0.99').toThe(365n).minus(ONE)).compare(rational('1e-15'))).toBe(-1);
  });

  test('hundreds of flows of changing sign, by days, are settled', () => {
    // A plain generator of numbers, so that the flows are the same everywhere.
    let state = 1;
    const next = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    const flows = Array.from({ length: 300 }, (_, index) => ({
      years: Rational.of(index * 9 + next(5), 365),
      amount: Rational.of(next(2001) - 1000),
    }));
    const rates = internalRates(flows);
    expect(rates.length % 2).toBe(flows[0]?.amount.sign() === flows.at(-1)?.amount.sign() ? 0 : 1);
  });
});

/** Flows whose present value is a product of `growth − (1 + rate)`, times other factors; the first flow is last. */
function withRoots(rates: readonly Rational[], others: readonly (readonly number[])[] = []): Rational[] {
  const factors = [
    ...rates.map((rate) => [ONE.plus(rate).negated(), ONE]),
    ...others.map((factor) => factor.map((coefficient) => Rational.of(coefficient))),
  ];
  return factors
    .reduce<readonly Rational[]>(
      (product, factor) => {
        const terms = Array.from({ length: product.length + factor.length - 1 }, () => Rational.ZERO);
        for (const [i, a] of product.entries())
          for (const [j, b] of factor.entries())
            terms[i + j] = (terms[i + j] ?? Rational.ZERO).plus(a.times(b));
        return terms;
      },
      [ONE],
    )
    .toReversed();
}

const nearness = (found: Rational, wanted: Rational): Rational =>
  found
    .minus(wanted)
    .absolute()
    .dividedBy(maximum(wanted.absolute(), rational('1e-9')));

describe('laws', () => {
  const rate = fc.oneof(
    fc.integer({ min: -99, max: 400 }).map((percent) => Rational.of(percent, 100)),
    fc.integer({ min: -9999, max: 10_000 }).map((points) => Rational.of(points, 10_000)),
  );
  const rootless = fc.constantFrom([1, 0, 1], [1, -1, 1], [2, 3], [5, 2, 1]);

  test('flows built from known rates have these rates and no others', () => {
    fc.assert(
      fc.property(
        fc.array(rate, { minLength: 1, maxLength: 5 }),
        fc.array(rootless, { maxLength: 2 }),
        (rates, others) => {
          const distinct = [...new Map(rates.map((one) => [one.toString(), one])).values()];
          distinct.sort((one, other) => one.compare(other));
          expect(internalRates(yearly(withRoots(rates, others))).map(String)).toEqual(distinct.map(String));
        },
      ),
    );
  });

  test('there are as many as Sturm counts, and each lies within 1e-12 of a true one', () => {
    const amounts = fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(amounts, (whole) => {
        fc.pre(whole.some((amount) => amount !== 0));
        const flows = whole.map((amount) => Rational.of(amount));
        const found = internalRates(yearly(flows));
        const inGrowth = flows.toReversed();
        expect(found.length).toBe(countRoots(inGrowth, Rational.ZERO));
        const near = rational('1e-12');
        for (const growth of found.map((one) => one.plus(ONE))) {
          const margin = growth.times(near);
          expect(countRoots(inGrowth, growth.minus(margin), growth.plus(margin))).toBe(1);
        }
      }),
    );
  });

  test('a rate that dated flows were built from is among theirs', () => {
    const earlier = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 60 }),
        amount: fc.integer({ min: -1000, max: 1000 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    // The growth of a day is a short fraction, so that the last flow, which settles the account, is exact.
    const dailyPoints = fc.integer({ min: -30, max: 30 });
    fc.assert(
      fc.property(earlier, dailyPoints, fc.integer({ min: 61, max: 90 }), (flows, points, last) => {
        const daily = Rational.of(10_000 + points, 10_000);
        const owed = flows.reduce(
          (sum, { day, amount }) => sum.plus(Rational.of(amount).times(daily.toThe(BigInt(last - day)))),
          Rational.ZERO,
        );
        fc.pre(owed.sign() !== 0);
        const timed = [...flows, { day: last, amount: owed.negated() }].map(({ day, amount }) => ({
          years: Rational.of(day, 365),
          amount: typeof amount === 'number' ? Rational.of(amount) : amount,
        }));
        const wanted = daily.toThe(365n).minus(ONE);
        const nearest = internalRates(timed).map((found) => nearness(found, wanted));
        expect(nearest.some((distance) => distance.compare(rational('1e-12')) < 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('neither the order of flows, nor their scale, nor the time origin moves a rate', () => {
    const flow = fc.record({
      years: fc.integer({ min: -40, max: 40 }).map((quarters) => Rational.of(quarters, 4)),
      amount: fc.integer({ min: -50, max: 50 }).map((amount) => Rational.of(amount)),
    });
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 6 }), (flows) => {
        const moved = flows.toReversed().map(({ years, amount }) => ({
          years: years.plus(rational('7/3')),
          amount: amount.times(rational('-2/7')),
        }));
        expect(internalRates(moved)).toEqual(internalRates(flows));
      }),
    );
  });
});
