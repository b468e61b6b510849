import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { type ContractClass, type ContractTerms, contractValue } from './index.ts';

const r = (text: string): Rational => expectOk(Rational.parse(text));
const of = (value: number): Rational => Rational.of(value);

const A: ContractClass = { id: 'A', shares: r('100e6'), invested: r('50e6'), seniority: 1 };
const B: ContractClass = { id: 'B', shares: r('100e6'), invested: r('100e6'), seniority: 1 };
const base: ContractTerms = {
  commonShares: r('750e6'),
  unissuedPool: r('50e6'),
  classes: [A, B],
  pricedClass: 'B',
  exitRate: r('0.25'),
  volatility: r('0.9'),
  rate: r('0.025'),
  ipoProbability: {
    interpolation: 'linear_in_log10',
    below: r('0'),
    above: r('1'),
    points: [
      { value: r('32e6'), probability: r('0') },
      { value: r('1e9'), probability: r('0.65') },
      { value: r('100e9'), probability: r('0.85') },
    ],
  },
};
const fairValueOf = (terms: ContractTerms): number =>
  expectOk(contractValue(terms)).output.fairValue.value.toApproximateNumber() / 1e6;
const withB = (more: Partial<ContractClass>): ContractTerms => ({ ...base, classes: [A, { ...B, ...more }] });

// Gornall and Strebulaev (2020), table 1, in millions, by Monte Carlo: the printed baseline is 771.
test('the baseline of the paper is overvalued by 30 % and its common stock by 28 %', () => {
  const { output } = expectOk(contractValue(base));
  expect(fairValueOf(base)).toBeCloseTo(771, 0);
  expect(output.overvaluation.value.toDecimal(2)).toBe('0.30');
  expect(output.commonOvervaluation.value.toDecimal(2)).toBe('0.28');
  expect(output.postMoney.value.toString()).toBe('1000000000');
  expect(output.postMoney.accuracy).toBeUndefined();
});

test('better terms of the priced class mean a company worth less', () => {
  const plain = fairValueOf(base);
  const better: readonly Partial<ContractClass>[] = [
    { preferenceMultiple: r('1.25') },
    { seniority: 2 },
    { participation: 'capped', capMultiple: r('2.5') },
    { participation: 'full' },
    { ipo: { ratchetMultiple: r('1') } },
    { ipo: { conversionVetoBelow: r('750e6') } },
  ];
  for (const terms of better) expect(fairValueOf(withB(terms))).toBeLessThan(plain);
  expect(fairValueOf(withB({ seniority: 0 }))).toBeGreaterThan(plain);
});

test('a veto at the valuation is as good as a ratchet of one', () => {
  const veto = fairValueOf(withB({ ipo: { conversionVetoBelow: r('1e9') } }));
  expect(veto).toBeCloseTo(fairValueOf(withB({ ipo: { ratchetMultiple: r('1') } })), 6);
});

test('a right of zero is no right', () => {
  const none = { ratchetMultiple: r('0'), conversionVetoBelow: r('0') };
  expect(fairValueOf(withB({ ipo: none }))).toBe(fairValueOf(base));
});

const terms: fc.Arbitrary<ContractTerms> = fc
  .record({
    classes: fc.array(
      fc.record({
        shares: fc.integer({ min: 1, max: 50 }).map(of),
        invested: fc.integer({ min: 1, max: 90 }).map(of),
        preferenceMultiple: fc.integer({ min: 0, max: 4 }).map((half) => Rational.of(half, 2)),
        participation: fc.constantFrom('none' as const, 'full' as const, 'capped' as const),
        seniority: fc.integer({ min: 0, max: 2 }),
        ratchetMultiple: fc.option(
          fc.integer({ min: 0, max: 4 }).map((half) => Rational.of(half, 2)),
          { nil: undefined },
        ),
        conversionVetoBelow: fc.option(fc.integer({ min: 0, max: 600 }).map(of), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    commonShares: fc.integer({ min: 1, max: 200 }).map(of),
    volatility: fc.integer({ min: 10, max: 150 }).map((hundredth) => Rational.of(hundredth, 100)),
    rate: fc.integer({ min: -5, max: 10 }).map((hundredth) => Rational.of(hundredth, 100)),
    exitRate: fc.integer({ min: 10, max: 100 }).map((hundredth) => Rational.of(hundredth, 100)),
    chances: fc.array(
      fc.integer({ min: 0, max: 10 }).map((tenth) => Rational.of(tenth, 10)),
      { minLength: 3, maxLength: 5 },
    ),
    firstPoint: fc.integer({ min: 1, max: 300 }),
  })
  .map(
    ({
      classes,
      chances: [below = Rational.ZERO, above = Rational.ONE, ...chances],
      firstPoint,
      ...rest
    }) => ({
      ...rest,
      classes: classes.map(({ ratchetMultiple, conversionVetoBelow, ...one }, index) => ({
        ...one,
        id: `c${index}`,
        ...(one.participation === 'capped' ? { capMultiple: r('3') } : {}),
        ipo: {
          ...(ratchetMultiple === undefined ? {} : { ratchetMultiple }),
          ...(conversionVetoBelow === undefined ? {} : { conversionVetoBelow }),
        },
      })),
      pricedClass: 'c0',
      ipoProbability: {
        interpolation: 'linear_in_log10' as const,
        below,
        above,
        points: chances.map((probability, index) => ({ value: of(firstPoint * 4 ** index), probability })),
      },
    }),
  );

test('values sum to the fair value, the priced class is worth its investment, and nothing is below zero', () => {
  fc.assert(
    fc.property(terms, (given) => {
      const result = contractValue(given);
      if (!result.ok) {
        expect(['NO_SOLUTION', 'UNSUPPORTED_COMBINATION']).toContain(result.failure.code);
        return;
      }
      const { values, fairValue } = result.value.output;
      const total = sum([...values.values()].map(({ value }) => value)).toApproximateNumber();
      expect(Math.abs(total / fairValue.value.toApproximateNumber() - 1)).toBeLessThan(1e-12);
      const invested = given.classes[0]?.invested.toApproximateNumber() ?? Number.NaN;
      const worth = values.get('c0')?.value.toApproximateNumber() ?? Number.NaN;
      expect(Math.abs(worth / invested - 1)).toBeLessThan(1e-12);
      for (const { value } of values.values())
        expect(value.toApproximateNumber()).toBeGreaterThan(-1e-10 * total);
    }),
    { numRuns: 60 },
  );
});
