import { arbitraryRound, arbitraryRoundProblem } from '@tranche/testkit/arbitrary';
import { brokenRoundRules, roundPriceByBisection, solveRoundSlowly } from '@tranche/testkit/model';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { type RoundInput, type RoundOutput, type RoundProblem, round, solveRound } from './index.ts';

const RUNS = { numRuns: 300 };

/** A property of every generated round that has an answer; the share of those is looked at by the first law. */
const ofEveryRound = (holds: (input: RoundInput, output: RoundOutput) => void): void =>
  fc.assert(
    fc.property(arbitraryRound(), (input) => {
      const result = round(input);
      if (result.ok) holds(input, result.value.output);
    }),
    RUNS,
  );

test('every definition of a round holds of its answer exactly, and most generated rounds have one', () => {
  let answered = 0;
  fc.assert(
    fc.property(arbitraryRound(), (input) => {
      const result = round(input);
      if (result.ok) {
        answered += 1;
        expect(brokenRoundRules(input, result.value.output)).toEqual([]);
      } else expect(['NO_SOLUTION', 'OUT_OF_RANGE']).toContain(result.failure.code);
    }),
    { numRuns: 500 },
  );
  expect(answered).toBeGreaterThan(300);
});

test('halving the price in floating point finds the same price, and none where there is none', () => {
  fc.assert(
    fc.property(arbitraryRound(), (input) => {
      const result = round(input);
      if (!result.ok && result.failure.code !== 'NO_SOLUTION') return;
      // The model does not look at the pre-money that a given price implies.
      if (!result.ok && input.price.pricePerShare !== undefined) return;
      const slow = roundPriceByBisection(input);
      if (result.ok) {
        const fast = result.value.output.pricePerShare.value.toApproximateNumber();
        expect(Math.abs((slow ?? 0) / fast - 1)).toBeLessThan(1e-9);
      } else expect(slow).toBeUndefined();
    }),
    RUNS,
  );
});

test('the derivation of a round says by which inequalities each choice in it is the right one', () => {
  // Own numbers: 800 common and 100 preferred at 2 ratcheted by a price of 7/8; the SAFE's cap price is 1/2.
  const input: RoundInput = {
    capitalization: {
      holdings: [
        { id: 'common', shares: Rational.of(800n) },
        { id: 'preferred', shares: Rational.of(100n) },
      ],
    },
    convertibles: [
      {
        id: 'safe',
        kind: 'safe',
        amount: Rational.of(1n),
        cap: { amount: Rational.of(450n), base: 'outstanding' },
        discount: Rational.of(1, 10),
      },
    ],
    price: { pricePerShare: Rational.of(7, 8) },
    newMoney: [{ investor: 'new', amount: Rational.of(100n) }],
    pool: { mode: 'target_post', target: Rational.of(1, 10) },
    antiDilution: [{ holding: 'preferred', conversionPrice: Rational.of(2n), method: 'full_ratchet' }],
  };
  const { graph } = expectOk(round(input));
  expect(graph.conditions?.map(({ because }) => because)).toEqual([
    'the pool is topped up, since it falls short of its target',
    'the conversion price of preferred is adjusted, since the price is below it',
    'safe converts by its cap, which gives more shares than the round price',
    'safe converts by its cap, which gives more shares than the discount',
    'the parts add up to the company capitalization that the caps are measured by',
  ]);
});

test('everyone after the round owns all of it', () => {
  ofEveryRound((_, output) => {
    const parts = [
      ...[...output.holdings.values()].map(({ ownershipAfter }) => ownershipAfter),
      ...[...output.convertibles.values()].map(({ ownershipAfter }) => ownershipAfter),
      ...[...output.newInvestors.values()].map(({ ownershipAfter }) => ownershipAfter),
      output.pool.ownershipAfter,
      output.optionsPromised.ownershipAfter,
    ];
    expect(sum(parts.map(({ value }) => value)).toString()).toBe('1');
  });
});

test('a company with k times the shares has a price k times lower, and the same ownership', () => {
  fc.assert(
    fc.property(arbitraryRound(), fc.integer({ min: 2, max: 1000 }), (input, k) => {
      const more = (shares: Rational): Rational => shares.times(Rational.of(k));
      const less = (price: Rational): Rational => price.dividedBy(Rational.of(k));
      const {
        holdings,
        optionsPromised = Rational.ZERO,
        unissuedPool = Rational.ZERO,
      } = input.capitalization;
      const { price, pool } = input;
      const scaled: RoundInput = {
        ...input,
        capitalization: {
          holdings: holdings.map((one) => ({ ...one, shares: more(one.shares) })),
          optionsPromised: more(optionsPromised),
          unissuedPool: more(unissuedPool),
        },
        price: price.pricePerShare ? { pricePerShare: less(price.pricePerShare) } : price,
        ...(pool?.increase ? { pool: { ...pool, increase: more(pool.increase) } } : {}),
        antiDilution: (input.antiDilution ?? []).map((one) => ({
          ...one,
          conversionPrice: less(one.conversionPrice),
          ...(one.base ? { base: more(one.base) } : {}),
        })),
      };
      const [plain, large] = [round(input), round(scaled)];
      expect(large.ok).toBe(plain.ok);
      if (!plain.ok || !large.ok) return;
      const [a, b] = [plain.value.output, large.value.output];
      expect(b.pricePerShare.value).toEqual(less(a.pricePerShare.value));
      expect(b.postTotal.value).toEqual(more(a.postTotal.value));
      expect(b.newOwnership.value).toEqual(a.newOwnership.value);
    }),
    RUNS,
  );
});

test('in a currency worth a k-th, every price is k times higher and no share moves', () => {
  fc.assert(
    fc.property(arbitraryRound(), fc.integer({ min: 2, max: 1000 }), (input, k) => {
      const dear = (money: Rational): Rational => money.times(Rational.of(k));
      const { preMoney, postMoney, pricePerShare, ownershipSold } = input.price;
      const scaled: RoundInput = {
        ...input,
        convertibles: (input.convertibles ?? []).map((one) => ({
          ...one,
          amount: dear(one.amount),
          ...(one.cap ? { cap: { ...one.cap, amount: dear(one.cap.amount) } } : {}),
        })),
        price: {
          ...(preMoney ? { preMoney: dear(preMoney) } : {}),
          ...(postMoney ? { postMoney: dear(postMoney) } : {}),
          ...(pricePerShare ? { pricePerShare: dear(pricePerShare) } : {}),
          ...(ownershipSold ? { ownershipSold } : {}),
        },
        newMoney: input.newMoney.map((one) => ({ ...one, amount: dear(one.amount) })),
        antiDilution: (input.antiDilution ?? []).map((one) => ({
          ...one,
          conversionPrice: dear(one.conversionPrice),
        })),
      };
      const [plain, costly] = [round(input), round(scaled)];
      expect(costly.ok).toBe(plain.ok);
      if (!plain.ok || !costly.ok) return;
      expect(costly.value.output.pricePerShare.value).toEqual(dear(plain.value.output.pricePerShare.value));
      expect(costly.value.output.postTotal.value).toEqual(plain.value.output.postTotal.value);
    }),
    RUNS,
  );
});

test('the order of the convertibles changes nothing', () => {
  fc.assert(
    fc.property(arbitraryRound(), (input) => {
      const turned = { ...input, convertibles: [...(input.convertibles ?? [])].reverse() };
      const [one, other] = [round(input), round(turned)];
      expect(other.ok).toBe(one.ok);
      if (!one.ok || !other.ok) return;
      expect(other.value.output.pricePerShare.value).toEqual(one.value.output.pricePerShare.value);
      for (const [id, { shares, basis }] of one.value.output.convertibles) {
        expect(other.value.output.convertibles.get(id)?.shares.value).toEqual(shares.value);
        expect(other.value.output.convertibles.get(id)?.basis).toBe(basis);
      }
    }),
    RUNS,
  );
});

test('rounded, counts are whole where something is bought, and each is within a share of what its rounded price buys', () => {
  fc.assert(
    fc.property(arbitraryRound(), fc.integer({ min: 2, max: 6 }), (input, priceDecimals) => {
      const result = round({ ...input, rounding: { mode: 'price_then_shares', priceDecimals } });
      if (!result.ok) return;
      const { output } = result.value;
      const price = output.pricePerShare.value;
      const exact = expectOk(round(input)).output.pricePerShare.value;
      expect(price).toEqual(exact.rounded(priceDecimals, 'half_up'));
      expect(output.pool.increase.value.isInteger()).toBe(true);
      for (const { amount, shares, paid } of output.newInvestors.values()) {
        expect(shares.value.isInteger()).toBe(true);
        const left = amount.value.minus(paid.value);
        expect(left.sign()).toBeGreaterThanOrEqual(0);
        expect(left.compare(price)).toBeLessThan(0);
      }
      for (const { shares, conversionPrice, balance } of output.convertibles.values()) {
        expect(shares.value.isInteger()).toBe(true);
        const left = balance.value.minus(shares.value.times(conversionPrice.value));
        expect(left.sign()).toBeGreaterThanOrEqual(0);
        expect(left.compare(conversionPrice.value)).toBeLessThan(0);
      }
      expect(output.postMoney.value).toEqual(price.times(output.postTotal.value));
    }),
    RUNS,
  );
});

test('convertible by convertible in reduced rationals, the solver finds the very same price, counts and choices', () => {
  fc.assert(
    fc.property(arbitraryRoundProblem(), (problem) => {
      const [fast, slow] = [solveRound(problem), solveRoundSlowly(problem)];
      expect(fast?.price).toEqual(slow?.price);
      expect(fast?.converted).toEqual(slow?.converted);
      expect(fast?.poolIncrease).toEqual(slow?.poolIncrease);
      expect(fast?.choices).toEqual(slow?.choices);
    }),
    { numRuns: 500 },
  );
});

test('a round far outside the range of floating point is solved exactly all the same', () => {
  fc.assert(
    fc.property(arbitraryRoundProblem(), fc.integer({ min: -400, max: 400 }), (problem, power) => {
      const scale = Rational.of(10n ** BigInt(Math.abs(power)));
      const dear = (money: Rational): Rational => (power < 0 ? money.dividedBy(scale) : money.times(scale));
      const { pricing } = problem;
      const scaled: RoundProblem = {
        ...problem,
        protections: problem.protections.map((one) => ({
          ...one,
          conversionPrice: dear(one.conversionPrice),
          money: dear(one.money),
        })),
        convertibles: problem.convertibles.map((one) => ({
          ...one,
          balance: dear(one.balance),
          ...(one.cap ? { cap: { ...one.cap, amount: dear(one.cap.amount) } } : {}),
        })),
        newMoney: dear(problem.newMoney),
        pricing:
          'price' in pricing
            ? { price: dear(pricing.price) }
            : {
                ...pricing,
                money: dear(pricing.money),
                ...(pricing.preMoney ? { preMoney: dear(pricing.preMoney) } : {}),
              },
      };
      const [plain, far] = [solveRound(problem), solveRound(scaled)];
      expect(far?.price).toEqual(plain && dear(plain.price));
      expect(far?.choices).toEqual(plain?.choices);
    }),
    RUNS,
  );
});
