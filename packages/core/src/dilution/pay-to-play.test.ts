import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { type PayToPlayInput, payToPlay } from './index.ts';

const whole = (max: bigint, min = 0n) => fc.bigInt({ min, max }).map((value) => Rational.of(value));
const NAMES = ['A', 'B', 'C', 'D'];

/** Holders A to C, of whom some buy, and D, who holds nothing before. */
const input: fc.Arbitrary<PayToPlayInput> = fc
  .record({
    holders: fc.array(
      fc.record({ common: whole(10n ** 6n), preferred: whole(10n ** 6n) }, { requiredKeys: [] }),
      { maxLength: 3 },
    ),
    unissuedPool: whole(10n ** 6n, 1n),
    preMoney: whole(10n ** 9n, 1n),
    purchases: fc.array(whole(10n ** 6n), { maxLength: 4 }),
    required: fc.record({
      offeredAmount: whole(10n ** 6n),
      preferredPerCommon: whole(20n, 1n),
      partial: fc.constantFrom('proportional' as const, 'all_or_nothing' as const),
    }),
    pricingOrder: fc.constantFrom('convert_then_price' as const, 'price_then_convert' as const),
  })
  .map(({ holders, purchases, ...rest }) => ({
    ...rest,
    holders: holders.map((one, index) => ({ ...one, id: NAMES[index] ?? '' })),
    purchases: purchases.map((amount, index) => ({ investor: NAMES[3 - index] ?? '', amount })),
  }));

const resultOf = (given: PayToPlayInput) => expectOk(payToPlay(given)).output;

test('what is required sums to the offered amount, unless nobody holds preferred stock', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { holders } = resultOf(given);
      const anyPreferred = given.holders.some(({ preferred }) => preferred?.sign() === 1);
      expect(sum([...holders.values()].map(({ required }) => required.value))).toEqual(
        anyPreferred ? given.required.offeredAmount : Rational.ZERO,
      );
    }),
  );
});

test('preferred stock is kept or converted, none is lost, and k of it make one common', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { holders } = resultOf(given);
      for (const { id, preferred = Rational.ZERO } of given.holders) {
        const played = holders.get(id);
        expect(played?.preferredKept.value.plus(played.preferredConverted.value)).toEqual(preferred);
        expect(played?.commonReceived.value.times(given.required.preferredPerCommon ?? Rational.ONE)).toEqual(
          played?.preferredConverted.value,
        );
        expect(played?.honoured.value.sign()).toBeGreaterThanOrEqual(0);
        expect(played?.honoured.value.compare(Rational.ONE)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test('converted first, the new money owns exactly its part of the post-money; priced first, no less', () => {
  fc.assert(
    fc.property(input, (given) => {
      const newMoney = sum(given.purchases.map(({ amount }) => amount));
      const part = newMoney.dividedBy(given.preMoney.plus(newMoney));
      const owned = (pricingOrder: PayToPlayInput['pricingOrder']) =>
        resultOf({ ...given, pricingOrder }).newOwnership.value;
      expect(owned('convert_then_price')).toEqual(part);
      expect(owned('price_then_convert').compare(part)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('everyone together owns all but the pool', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { ownershipAfter, postTotal } = resultOf(given);
      const pool = (given.unissuedPool ?? Rational.ZERO).dividedBy(postTotal.value);
      const owned = sum([...ownershipAfter.values()].map(({ value }) => value));
      expect(owned.plus(pool)).toEqual(Rational.ONE);
    }),
  );
});

test('where everyone pays what is required nothing converts, and the order of pricing does not matter', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { holders } = resultOf(given);
      const paid = {
        ...given,
        purchases: given.holders.map(({ id }) => ({
          investor: id,
          amount: holders.get(id)?.required.value ?? Rational.ZERO,
        })),
      };
      const first = resultOf({ ...paid, pricingOrder: 'convert_then_price' });
      const second = resultOf({ ...paid, pricingOrder: 'price_then_convert' });
      expect(second.pricePerShare.value).toEqual(first.pricePerShare.value);
      for (const { preferredConverted } of first.holders.values()) {
        expect(preferredConverted.value.sign()).toBe(0);
      }
    }),
  );
});
