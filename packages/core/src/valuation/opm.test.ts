import { arbitraryExitSecurities } from '@tranche/testkit/arbitrary';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { type ExitSecurities, payoffAt, payoffOf } from '../waterfall/index.ts';
import { type OpmOutput, opm } from './index.ts';

const r = (text: string): Rational => expectOk(Rational.parse(text));

/** Companies in which somebody is entitled to the residual. */
const companies = arbitraryExitSecurities().filter((securities) => payoffOf(securities).ok);
const equityValue = fc.integer({ min: 0, max: 900 }).map((thirds) => Rational.of(thirds, 3));
const hundredths = (min: number, max: number) =>
  fc.integer({ min, max }).map((hundredth) => Rational.of(hundredth, 100));
const market = fc.record({
  volatility: hundredths(5, 200),
  years: hundredths(10, 800),
  rate: hundredths(-5, 20),
  dividendYield: hundredths(0, 10),
});
const ZERO = Rational.ZERO;

const opmOf = (input: Parameters<typeof opm>[0]): OpmOutput => expectOk(opm(input)).output;

const relativeError = (value: Rational, wanted: Rational): number =>
  value.minus(wanted).toApproximateNumber() / wanted.toApproximateNumber();

describe('worked examples', () => {
  // Hull, "Black-Scholes-Merton pricing formulas", example: stock at 42 is a company with a debt of 40 in half a year.
  test('equity beside plain debt is a call on the company', () => {
    const { values, calls, perShare } = opmOf({
      classes: [
        { id: 'debt', kind: 'preferred', shares: r('1'), originalIssuePrice: r('40'), conversionRatio: ZERO },
        { id: 'equity', kind: 'common', shares: r('1') },
      ],
      equityValue: r('42'),
      volatility: r('1/5'),
      years: r('1/2'),
      rate: r('1/10'),
    });
    expect(values.get('equity')?.value.toApproximateNumber()).toBeCloseTo(4.7594, 4);
    // The printed 0.7693 and 0.6278.
    const [d1, d2] = [calls[0]?.d1, calls[0]?.d2].map((one) =>
      typeof one === 'object' ? one.value.toApproximateNumber() : Number.NaN,
    );
    expect(d1).toBeCloseTo(0.7693, 4);
    expect(d2).toBeCloseTo(0.6278, 4);
    expect(perShare.get('equity')?.value).toEqual(values.get('equity')?.value);
    expect(values.get('equity')?.accuracy).toBe('1e-12 relative');
  });

  test('a price of preferred stock backs out the equity value, and says how sure it is', () => {
    // Open Venture Finance, opm-backsolve.md: 16,120,936.94.
    const { equityValue: equity } = opmOf({
      classes: [
        { id: 'A', kind: 'preferred', shares: r('2000000'), originalIssuePrice: r('5/2') },
        { id: 'common', kind: 'common', shares: r('8000000') },
      ],
      backsolve: { class: 'A', pricePerShare: r('5/2') },
      volatility: r('3/5'),
      years: r('3'),
      rate: r('1/25'),
    });
    expect(equity.value.toApproximateNumber()).toBeCloseTo(16_120_936.94, 2);
    expect(equity.accuracy).toBe('1e-12 relative');
  });

  test('an answer on which the price hardly bears claims fewer digits, and one on which it does not is none', () => {
    const debt = (pricePerShare: string) =>
      opm({
        classes: [
          {
            id: 'debt',
            kind: 'preferred',
            shares: r('1'),
            originalIssuePrice: r('40'),
            conversionRatio: ZERO,
          },
          { id: 'equity', kind: 'common', shares: r('1') },
        ],
        backsolve: { class: 'debt', pricePerShare: r(pricePerShare) },
        volatility: r('3/10'),
        years: r('1'),
        rate: ZERO,
      });
    expect(expectOk(debt('39.9999')).output.equityValue.accuracy).toBe('1e-6 relative');
    for (const price of ['39.99999999999', '40', '41']) {
      expect(debt(price)).toMatchObject({
        failure: { code: 'NO_SOLUTION', path: 'backsolve.price_per_share' },
      });
    }
  });
});

describe('over generated companies', () => {
  test('no volatility and rates of zero give the waterfall, exactly', () => {
    fc.assert(
      fc.property(companies, equityValue, (securities, equity) => {
        const { values } = opmOf({
          ...securities,
          equityValue: equity,
          volatility: ZERO,
          years: r('3'),
          rate: ZERO,
        });
        expect(valuesOf(values)).toEqual(payoffAt(expectOk(payoffOf(securities)), equity));
      }),
      { numRuns: 50 },
    );
  });

  test('a vanishing volatility tends to the waterfall', () => {
    fc.assert(
      fc.property(companies, equityValue, (securities, equity) => {
        const terms = {
          ...securities,
          equityValue: equity,
          volatility: r('1/1000000'),
          years: r('1'),
          rate: ZERO,
        };
        const paid = payoffAt(expectOk(payoffOf(securities)), equity);
        for (const [id, { value }] of opmOf(terms).values) {
          const gap = value.minus(paid.get(id) ?? ZERO).absolute();
          expect(gap.compare(equity.times(r('1/1000000')))).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('values are not below zero, and sum to the equity value less its dividends, exactly', () => {
    fc.assert(
      fc.property(companies, equityValue, market, (securities, equity, terms) => {
        const { values } = opmOf({ ...securities, equityValue: equity, ...terms });
        const leak = terms.dividendYield.times(terms.years).toApproximateNumber();
        const total = sum(valuesOf(values).values());
        if (leak === 0) expect(total).toEqual(equity);
        else
          expect(total.toApproximateNumber()).toBeCloseTo(equity.toApproximateNumber() * Math.exp(-leak), 10);
        const slack = equity.times(r('1/10000000000000')).negated();
        for (const { value } of values.values()) expect(value.compare(slack)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 50 },
    );
  });

  test('a backsolve from the price of a class leads back to the equity value', () => {
    fc.assert(
      fc.property(companies, equityValue, market, fc.nat(), (securities, equity, terms, pick) => {
        fc.pre(equity.sign() > 0);
        const before = opmOf({ ...securities, equityValue: equity, ...terms });
        const target = pickedClass(securities, before, pick);
        fc.pre(target !== undefined);
        const solved = opm({ ...securities, backsolve: target, ...terms });
        // A class whose value hardly moves with the equity leaves its answer open, and says so.
        if (!solved.ok) {
          expect(solved.failure.code).toBe('NO_SOLUTION');
          return;
        }
        const { equityValue: after } = solved.value.output;
        const allowed = after.accuracy === '1e-12 relative' ? 1e-11 : 1e-5;
        expect(Math.abs(relativeError(after.value, equity))).toBeLessThan(allowed);
      }),
      { numRuns: 50 },
    );
  });
});

const valuesOf = (values: OpmOutput['values']): ReadonlyMap<string, Rational> =>
  new Map([...values].map(([id, { value }]) => [id, value]));

/** A class of the company, at the price of its shares in a valuation. */
function pickedClass(
  { classes }: ExitSecurities,
  { perShare }: OpmOutput,
  pick: number,
): { readonly class: string; readonly pricePerShare: Rational } | undefined {
  const one = classes[pick % Math.max(1, classes.length)];
  const price = one === undefined ? undefined : perShare.get(one.id)?.value;
  // What is worth less than a trillionth of a trillionth is no price.
  if (one === undefined || price === undefined || price.compare(r('1e-24')) <= 0) return undefined;
  return { class: one.id, pricePerShare: price };
}
