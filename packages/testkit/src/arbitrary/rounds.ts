import { Rational } from '@tranche/core/rational';
import type { Convertible, HoldingProtection, Pool, RoundInput, RoundPrice } from '@tranche/core/round';
import * as fc from 'fast-check';

const whole = (min: number, max: number, unit = 1): fc.Arbitrary<Rational> =>
  fc.integer({ min, max }).map((value) => Rational.of(value * unit));
const percent = (min: number, max: number): fc.Arbitrary<Rational> =>
  fc.integer({ min, max }).map((value) => Rational.of(value, 100));

/** Fields that are there or not, without `undefined` standing in their place. */
const present = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const KINDS = ['common', 'preferred_as_converted', 'options_outstanding', 'warrants'] as const;
const CAP_BASES = [
  'company_capitalization',
  'pre_money_capitalization',
  'outstanding',
  'round_pre_money_shares',
] as const;

const arbitraryCap = (agreed: boolean) =>
  fc.record({
    amount: whole(1, 60, 500_000),
    base: fc.constantFrom(...(agreed ? CAP_BASES : CAP_BASES.slice(0, 3))),
  });

const arbitraryTerms = (agreed: boolean) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        cap: fc.option(arbitraryCap(agreed), { nil: undefined }),
        discount: fc.option(percent(0, 40), { nil: undefined }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ fixedPercentage: percent(1, 12) }) },
    { weight: 1, arbitrary: fc.record({ electsFirst: fc.constant(true) }) },
  );

const arbitraryConvertibles = (agreed: boolean): fc.Arbitrary<readonly Convertible[]> =>
  fc
    .array(fc.tuple(whole(1, 300, 10_000), fc.constantFrom('safe', 'note'), arbitraryTerms(agreed)), {
      maxLength: 6,
    })
    .map((drawn) => {
      const first = drawn.findIndex(([, , terms]) => 'cap' in terms || 'discount' in terms);
      return drawn.map(([amount, kind, terms], index): Convertible => {
        const base = { id: `c${index}`, kind: kind as Convertible['kind'], amount };
        if (!('electsFirst' in terms)) return present({ ...base, ...terms }) as Convertible;
        return { ...base, mfn: { elect: first < 0 ? 'none' : `c${first}` } };
      });
    });

const arbitraryPrice: fc.Arbitrary<RoundPrice> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ preMoney: whole(2, 80, 500_000) }) },
  { weight: 2, arbitrary: fc.record({ postMoney: whole(40, 120, 500_000) }) },
  { weight: 1, arbitrary: fc.record({ pricePerShare: percent(5, 600) }) },
  { weight: 1, arbitrary: fc.record({ ownershipSold: percent(1, 60) }) },
);

const arbitraryPool: fc.Arbitrary<Pool> = fc
  .tuple(
    fc.oneof(
      fc.record({ mode: fc.constant('none' as const) }),
      fc.record({ mode: fc.constant('increase' as const), increase: whole(0, 3000, 1000) }),
      fc.record({ mode: fc.constant('target_post' as const), target: percent(0, 30) }),
    ),
    fc.constantFrom('ungranted' as const, 'granted_and_ungranted' as const),
    fc.constantFrom('pre_money' as const, 'post_money' as const),
  )
  .map(([mode, counts, placement]) => ({ ...mode, counts, placement }));

/** Rounds of every kind, most of which have an answer: each cap base, price form, pool, method and protection. */
export const arbitraryRound = (): fc.Arbitrary<RoundInput> =>
  arbitraryPrice.chain((price) =>
    fc
      .record({
        holdings: fc.array(fc.tuple(whole(1, 9000, 1000), fc.constantFrom(...KINDS)), {
          minLength: 1,
          maxLength: 4,
        }),
        optionsPromised: whole(0, 400, 1000),
        unissuedPool: whole(0, 900, 1000),
        convertibles: arbitraryConvertibles(price.preMoney !== undefined || price.postMoney !== undefined),
        newMoney: fc.array(whole(0, 40, 250_000), { minLength: 1, maxLength: 3 }),
        pool: arbitraryPool,
        pricingMethod: fc.constantFrom(
          'percent_ownership_fixed' as const,
          'pre_money_fixed' as const,
          'dollars_invested' as const,
        ),
        protections: fc.array(
          fc.record({
            conversionPrice: percent(10, 900),
            method: fc.constantFrom('weighted_average' as const, 'full_ratchet' as const),
            base: whole(500, 12_000, 1000),
          }),
          { maxLength: 2 },
        ),
      })
      .map(
        ({ holdings, optionsPromised, unissuedPool, newMoney, protections, ...rest }): RoundInput => ({
          capitalization: {
            holdings: holdings.map(([shares, kind], index) => ({ id: `h${index}`, shares, kind })),
            optionsPromised,
            unissuedPool,
          },
          ...rest,
          price,
          newMoney: newMoney.map((amount, index) => ({ investor: `n${index}`, amount })),
          antiDilution: protections
            .slice(0, holdings.length)
            .map((protection, index): HoldingProtection => ({ holding: `h${index}`, ...protection })),
        }),
      ),
  );
