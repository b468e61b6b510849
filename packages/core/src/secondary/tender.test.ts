import { rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, exactValue } from '../formula/index.ts';
import { minimum, Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { type Offer, type TenderInput, tender } from './index.ts';

const outputOf = (input: TenderInput) => expectOk(tender(input)).output;

test('20 million shares offered for 10 million are bought by half', () => {
  // capipedia.com, "Proration Factor".
  const output = outputOf({
    price: { mode: 'fixed', pricePerShare: rational('50') },
    offers: [{ id: 'all', holder: 'all', shares: rational('20e6') }],
    maxShares: rational('10e6'),
    rounding: 'floor',
  });
  expect([output.factor, output.totalPaid].map(({ value }) => value.toString())).toEqual([
    '1/2',
    '500000000',
  ]);
});

const whole = (most: number, least = 0) =>
  fc.integer({ min: least, max: most }).map((count) => Rational.of(count));
const anyOffer = fc.record(
  {
    holder: fc.constantFrom('h', 'k', 'l'),
    shares: whole(60, 1),
    ask: whole(6, 1),
    limit: whole(40),
    strikes: fc.array(whole(8), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['holder', 'shares', 'ask'] },
);
const anyOffers = fc.array(anyOffer, { minLength: 1, maxLength: 6 }).map((drawn) =>
  drawn.map(({ strikes, ...offer }, index): Offer => {
    const id = `o${index}`;
    if (strikes === undefined) return { ...offer, id };
    const each = offer.shares.dividedBy(Rational.of(strikes.length));
    return { ...offer, id, lots: strikes.map((strike) => ({ shares: each, strike })) };
  }),
);
const anyTender = fc
  .record(
    {
      offers: anyOffers,
      pricePerShare: whole(6, 1),
      maxShares: whole(120),
      maxAmount: whole(400),
      rounding: fc.constantFrom('exact' as const, 'floor' as const, 'largest_remainder' as const),
    },
    { requiredKeys: ['offers'] },
  )
  .map(
    ({ pricePerShare, ...rest }): TenderInput => ({
      ...rest,
      price: pricePerShare === undefined ? { mode: 'clearing' } : { mode: 'fixed', pricePerShare },
    }),
  );

const eligible = ({ shares, limit }: Offer): Rational =>
  limit === undefined ? shares : minimum(shares, limit);

/** Sells at a price: the offer of each id that does, with what may be sold of it. */
const supplyAt = (offers: readonly Offer[], price: Rational): readonly Offer[] =>
  offers.filter(({ ask }) => ask === undefined || ask.compare(price) <= 0);

/** The slow model of the clearing: all asks, cheapest first, each judged by the definition alone. */
function modelPrice({ price, offers, maxShares, maxAmount }: TenderInput): Rational {
  if (price.pricePerShare !== undefined) return price.pricePerShare;
  const asks = offers
    .flatMap(({ ask }) => (ask === undefined ? [] : [ask]))
    .sort((one, other) => one.compare(other));
  const reaching = asks.find((ask) => {
    const supply = sum(supplyAt(offers, ask).map(eligible));
    const isEnough = maxShares !== undefined && supply.compare(maxShares) >= 0;
    return isEnough || (maxAmount !== undefined && supply.times(ask).compare(maxAmount) >= 0);
  });
  return reaching ?? asks.at(-1) ?? Rational.ZERO;
}

/** The slow model of the shares sold, by offer: parts in proportion, then one share after another. */
function modelAccepted(input: TenderInput, price: Rational): ReadonlyMap<string, Rational> {
  const { offers, maxShares, maxAmount, rounding = 'exact' } = input;
  const selling = supplyAt(offers, price);
  const supply = sum(selling.map(eligible));
  let wanted = supply;
  if (maxShares !== undefined) wanted = minimum(wanted, maxShares);
  if (maxAmount !== undefined) wanted = minimum(wanted, maxAmount.dividedBy(price));
  const parts = selling.map((offer) => {
    const part = supply.sign() === 0 ? Rational.ZERO : eligible(offer).times(wanted).dividedBy(supply);
    return { id: offer.id, part, sold: rounding === 'exact' ? part : Rational.of(part.floor()) };
  });
  const left = () => wanted.minus(sum(parts.map(({ sold }) => sold)));
  while (rounding === 'largest_remainder' && left().compare(Rational.ONE) >= 0) {
    const behind = parts.reduce((one, other) =>
      other.part.minus(other.sold).compare(one.part.minus(one.sold)) > 0 ? other : one,
    );
    behind.sold = behind.sold.plus(Rational.ONE);
  }
  return new Map(parts.map(({ id, sold }) => [id, sold]));
}

describe('over any offers', () => {
  test('price and shares sold are those of the definition, followed step by step', () => {
    fc.assert(
      fc.property(anyTender, (input) => {
        const { pricePerShare, offers } = outputOf(input);
        const price = modelPrice(input);
        expect(pricePerShare.value).toEqual(price);
        const model = modelAccepted(input, price);
        for (const [id, { accepted }] of offers)
          expect(accepted.value).toEqual(model.get(id) ?? Rational.ZERO);
      }),
    );
  });

  test('what is sold and returned is what was tendered, and sold and unallocated are within the limits', () => {
    fc.assert(
      fc.property(anyTender, (input) => {
        const { offers, tendered, accepted, unallocated, pricePerShare } = outputOf(input);
        const all = [...offers.values()];
        const returned = sum(all.map((one) => one.returned.value));
        expect(accepted.value).toEqual(sum(all.map((one) => one.accepted.value)));
        expect(accepted.value.plus(returned)).toEqual(tendered.value);
        expect(unallocated.value.sign()).toBeGreaterThanOrEqual(0);
        const taken = accepted.value.plus(unallocated.value);
        const { maxShares = taken, maxAmount } = input;
        expect(taken.compare(maxShares)).toBeLessThanOrEqual(0);
        const spent = taken.times(pricePerShare.value);
        expect(spent.compare(maxAmount ?? spent)).toBeLessThanOrEqual(0);
        for (const offer of input.offers) {
          expect(offers.get(offer.id)?.accepted.value.compare(eligible(offer))).toBeLessThanOrEqual(0);
        }
        if (input.rounding === 'exact') expect(unallocated.value).toEqual(Rational.ZERO);
        if (input.rounding === 'largest_remainder') expect(unallocated.value.floor()).toBe(0n);
      }),
    );
  });

  test('lots sum to their offer, offers to their holder, holders to what is paid, and no lot is paid above the price', () => {
    fc.assert(
      fc.property(anyTender, (input) => {
        const { offers, holders, accepted, totalPaid, pricePerShare } = outputOf(input);
        for (const { lots, accepted: sold, proceeds } of offers.values()) {
          if (lots === undefined) continue;
          expect(sum(lots.map(({ shares }) => shares.value))).toEqual(sold.value);
          expect(sum(lots.map((lot) => lot.proceeds.value))).toEqual(proceeds.value);
          for (const lot of lots) {
            const gross = lot.shares.value.times(pricePerShare.value);
            expect(lot.proceeds.value.sign()).toBeGreaterThanOrEqual(0);
            expect(lot.proceeds.value.compare(gross)).toBeLessThanOrEqual(0);
          }
        }
        expect(sum([...holders.values()].map((one) => one.accepted.value))).toEqual(accepted.value);
        expect(sum([...holders.values()].map((one) => one.proceeds.value))).toEqual(totalPaid.value);
      }),
    );
  });

  test('after a buyback the holders own more of less: their ownership sums to one without the buyer', () => {
    fc.assert(
      fc.property(anyTender, fc.constantFrom('investor' as const, 'company' as const), (input, buyer) => {
        const holders = ['h', 'k', 'l'].map((id) => ({ id, shares: Rational.of(400n) }));
        const total = Rational.of(1200n);
        const { ownershipAfter, totalAfter, accepted } = outputOf({
          ...input,
          buyer,
          outstanding: { total, holders },
        });
        const owned = sum([...(ownershipAfter?.values() ?? [])].map(({ value }) => value));
        const bought = buyer === 'company' ? Rational.ZERO : accepted.value.dividedBy(total);
        expect(owned.plus(bought)).toEqual(Rational.ONE);
        expect(totalAfter?.value).toEqual(buyer === 'company' ? total.minus(accepted.value) : total);
      }),
    );
  });

  test('the graph gives each figure', () => {
    fc.assert(
      fc.property(anyTender, (input) => {
        const { output, graph } = expectOk(tender(input));
        const values = evaluate(graph);
        const { pricePerShare, factor, tendered, accepted, unallocated, totalPaid, offers } = output;
        const perOffer = [...offers.values()].flatMap((one) => [one.accepted, one.returned, one.proceeds]);
        for (const figure of [
          pricePerShare,
          factor,
          tendered,
          accepted,
          unallocated,
          totalPaid,
          ...perOffer,
        ]) {
          expect(exactValue(values.get(figure.node) ?? { vague: true })).toEqual(figure.value);
        }
      }),
    );
  });
});
