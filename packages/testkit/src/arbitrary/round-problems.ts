import { Rational } from '@tranche/core/rational';
import type { CapBase, ConversionTerms, RoundProblem } from '@tranche/core/round';
import * as fc from 'fast-check';

const whole = (min: number, max: number): fc.Arbitrary<Rational> =>
  fc.integer({ min, max }).map((value) => Rational.of(value));
const part = (min: number, max: number, of: number): fc.Arbitrary<Rational> =>
  fc.integer({ min, max }).map((value) => Rational.of(value, of));

/** Few values, so that terms are shared and choices tie; a company of a thousand shares worth about a thousand. */
const arbitraryTerms = (bases: readonly CapBase[]): fc.Arbitrary<ConversionTerms> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.record({ balance: whole(1, 60), fixedPercentage: part(1, 9, 100) }) },
    {
      weight: 9,
      arbitrary: fc
        .tuple(
          fc.oneof(whole(1, 90), part(1, 900, 12)),
          fc.option(part(0, 4, 10)),
          fc.option(
            fc.record({
              amount: fc.oneof(
                part(1, 15, 1).map((step) => step.times(Rational.of(100n))),
                part(100, 9000, 7),
              ),
              base: fc.constantFrom(...bases),
            }),
          ),
        )
        .map(([balance, discount, cap]) => ({
          balance,
          ...(discount === null ? {} : { discount }),
          ...(cap === null ? {} : { cap }),
        })),
    },
  );

/** Equations of rounds with many ties, near which the quick comparisons have to give way to exact ones. */
export const arbitraryRoundProblem = (): fc.Arbitrary<RoundProblem> =>
  fc.boolean().chain((agreed) => {
    const bases: CapBase[] = ['company_capitalization', 'pre_money_capitalization', 'outstanding'];
    if (agreed) bases.push('round_pre_money_shares');
    const money = whole(1, 30).map((step) => step.times(Rational.of(100n)));
    return fc.record({
      standingShares: whole(1, 10).map((step) => step.times(Rational.of(100n))),
      standingCounted: whole(0, 100),
      protections: fc.array(
        fc
          .record({
            shares: whole(0, 300),
            conversionPrice: part(1, 30, 10),
            fixed: fc.constant(Rational.ZERO),
            money: fc.constant(Rational.ZERO),
            counted: fc.boolean(),
          })
          .chain((one) =>
            // A share at the old price is one share: fixed + money ÷ old price = 1.
            part(0, 10, 10).map((fixed) => ({
              ...one,
              fixed,
              money: Rational.ONE.minus(fixed).times(one.conversionPrice),
            })),
          ),
        { maxLength: 2 },
      ),
      convertibles: fc.array(arbitraryTerms(bases), { maxLength: 24 }),
      newMoney: whole(0, 500),
      pool: fc.oneof(fc.record({ increase: whole(0, 200) }), fc.record({ target: part(0, 6, 20) })),
      pricing: agreed
        ? fc.tuple(money, fc.boolean(), fc.boolean()).map(([preMoney, countsPool, countsConverted]) => ({
            money: preMoney,
            preMoney,
            countsPool,
            countsConverted,
          }))
        : fc.record({ price: part(1, 30, 10) }),
    });
  });
