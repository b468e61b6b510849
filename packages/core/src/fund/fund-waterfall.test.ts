import { rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maximum, minimum, Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { type FundWaterfallInput, fundWaterfall } from './index.ts';

const outputOf = (input: FundWaterfallInput) => expectOk(fundWaterfall(input)).output;

const money = fc.nat({ max: 1000 }).map((value) => Rational.of(value));
const cost = fc.integer({ min: 1, max: 500 }).map((value) => Rational.of(value));
const terms = fc
  .record({
    carry: fc.nat({ max: 60 }).map((percent) => Rational.of(percent, 100)),
    rate: fc.nat({ max: 30 }).map((percent) => Rational.of(percent, 100)),
    years: fc.nat({ max: 12 }).map((quarters) => Rational.of(quarters, 4)),
    catchUpShare: fc.nat({ max: 100 }).map((percent) => Rational.of(percent, 100)),
  })
  .map(({ carry, rate, years, catchUpShare }) => ({
    carry,
    preferredReturn: { rate, method: 'simple', years } as const,
    catchUp: { gpShare: catchUpShare.compare(carry) > 0 ? catchUpShare : Rational.ZERO },
  }));
type Terms = typeof terms extends fc.Arbitrary<infer T> ? T : never;
const deals = fc
  .array(fc.record({ cost, proceeds: money }), { minLength: 1, maxLength: 4 })
  .map((all) => all.map((deal, index) => ({ ...deal, id: `d${index}` })));

/** The manager's share in one line, without tiers: it never leads its carry of all profit. */
function modelGp({ carry, preferredReturn: { rate, years }, catchUp }: Terms, paid: Rational, got: Rational) {
  const above = maximum(got.minus(paid.times(Rational.ONE.plus(rate.times(years)))), Rational.ZERO);
  return catchUp.gpShare.sign() === 0
    ? carry.times(above)
    : minimum(catchUp.gpShare.times(above), carry.times(maximum(got.minus(paid), Rational.ZERO)));
}

describe('laws', () => {
  test('the tiers sum to the proceeds, as do investors and manager, and none is below zero', () => {
    fc.assert(
      fc.property(terms, cost, money, (agreed, contributed, proceeds) => {
        const { tiers, lp, gp } = outputOf({ style: 'european', contributed, proceeds, ...agreed });
        const { returnOfCapital, preferredReturn, catchUp, residual } = tiers;
        expect(sum([returnOfCapital, preferredReturn, catchUp, residual].map(({ value }) => value))).toEqual(
          proceeds,
        );
        expect(lp.value.plus(gp.value)).toEqual(proceeds);
        expect(tiers.residualLp.value.plus(tiers.residualGp.value)).toEqual(residual.value);
        expect(tiers.catchUpGp.value.plus(tiers.residualGp.value)).toEqual(gp.value);
        for (const { value } of Object.values(tiers)) expect(value.sign()).not.toBe(-1);
      }),
    );
  });

  test('the manager gets what a line without tiers gives', () => {
    fc.assert(
      fc.property(terms, cost, money, (agreed, contributed, proceeds) => {
        const { gp } = outputOf({ style: 'european', contributed, proceeds, ...agreed });
        expect(gp.value).toEqual(modelGp(agreed, contributed, proceeds));
      }),
    );
  });

  test('deal by deal, interim less clawback is what the manager keeps, and no more than by the whole fund', () => {
    fc.assert(
      fc.property(terms, deals, (agreed, all) => {
        const out = outputOf({ style: 'american', deals: all, ...agreed });
        const interim = all.map((deal) => modelGp(agreed, deal.cost, deal.proceeds));
        expect(out.interimGp.value).toEqual(sum(interim));
        expect([...(out.deals?.values() ?? [])].map(({ gp }) => gp.value)).toEqual(interim);
        expect(out.gp.value).toEqual(minimum(out.interimGp.value, out.wholeFundGp.value));
        expect(out.gp.value).toEqual(out.interimGp.value.minus(out.clawback.value));
        expect(out.lp.value.plus(out.gp.value)).toEqual(sum(all.map(({ proceeds }) => proceeds)));
      }),
    );
  });

  test('a fund of one deal is the same in both styles', () => {
    fc.assert(
      fc.property(terms, cost, money, (agreed, contributed, proceeds) => {
        const { deals: _, ...american } = outputOf({
          style: 'american',
          deals: [{ id: 'only', cost: contributed, proceeds }],
          ...agreed,
        });
        const european = outputOf({ style: 'european', contributed, proceeds, ...agreed });
        expect(american.gp.value).toEqual(european.gp.value);
        expect(american.clawback.value).toEqual(Rational.ZERO);
        expect(american.tiers.catchUp.value).toEqual(european.tiers.catchUp.value);
      }),
    );
  });
});

test('a catch-up in full ends where the manager has carry of all profit: 2 of 10, not 1.6', () => {
  // 1.6 (carry × preferred return) is the usual error.
  const { tiers, gp } = outputOf({
    style: 'european',
    contributed: rational('100'),
    proceeds: rational('110'),
    carry: rational('0.2'),
    preferredReturn: { rate: rational('0.08'), method: 'simple', years: Rational.ONE },
    catchUp: { gpShare: Rational.ONE },
  });
  expect([tiers.catchUp, tiers.residual, gp].map(({ value }) => value.toString())).toEqual(['2', '0', '2']);
});
