import { day, rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, exactValue } from '../formula/index.ts';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { addDays } from '../time/index.ts';
import { type Closing, type TranchedRoundInput, tranchedRound } from './index.ts';

const outputOf = (input: TranchedRoundInput) => expectOk(tranchedRound(input)).output;

test('of the 40 billion of March 2025, 10 go to co-investors, and 30 are undrawn after the first closing', () => {
  // SoftBank Group's releases of 31 March and 30 December 2025; one notional share for a dollar of pre-money.
  const { investors, totalUndrawn, closings } = outputOf({
    holdings: [{ id: 'existing', shares: rational('260e9') }],
    commitments: [
      {
        investor: 'softbank',
        amount: rational('40e9'),
        condition: 'open',
        amountIfFailed: rational('20e9'),
        syndicationTarget: rational('10e9'),
        syndicated: [{ investor: 'co_investors', amount: rational('10e9') }],
      },
    ],
    closings: [
      {
        id: 'first',
        date: day('2025-04-15'),
        price: { preMoney: rational('260e9') },
        fundings: [
          { investor: 'softbank', amount: rational('7.5e9') },
          { investor: 'co_investors', amount: rational('2.5e9') },
        ],
      },
    ],
  });
  expect(investors.get('softbank')?.undrawn?.value).toEqual(rational('22.5e9'));
  expect(investors.get('co_investors')?.undrawn?.value).toEqual(rational('7.5e9'));
  expect(totalUndrawn?.value).toEqual(rational('30e9'));
  expect(closings.get('first')?.postMoney?.value).toEqual(rational('270e9'));
});

const NAMES = ['a', 'b', 'c', 'd'];
const money = fc.nat(100).map((amount) => Rational.of(amount));
const above = fc.integer({ min: 1, max: 40 }).map((quarters) => Rational.of(quarters, 4));
const payers = fc.uniqueArray(fc.record({ investor: fc.constantFrom(...NAMES), amount: money }), {
  selector: ({ investor }) => investor,
  maxLength: 3,
});
const closing = fc.record({
  status: fc.constantFrom('closed' as const, 'pending' as const, 'lapsed' as const),
  form: fc.constantFrom('pricePerShare' as const, 'preMoney' as const, 'multipleOfPrevious' as const),
  price: above,
  fundings: payers,
  days: fc.nat(60),
});
/** The first closing has a price of its own, so that each multiple has one before it. */
const anyClosings = fc.array(closing, { maxLength: 5 }).map((drawn) => {
  let date = day('2024-01-01');
  return drawn.map(({ form, price, days, ...rest }, index): Closing => {
    date = addDays(date, days);
    if (index > 0) return { ...rest, id: `c${index}`, date, price: { [form]: price } };
    return { ...rest, id: 'c0', date, status: 'closed', price: { pricePerShare: price } };
  });
});
const anyRound = fc.record({
  holdings: fc
    .uniqueArray(fc.constantFrom('a', 'x', 'y'), { minLength: 1 })
    .map((ids) => ids.map((id, index) => ({ id, shares: Rational.of(100 + 7 * index) }))),
  commitments: fc
    .uniqueArray(
      fc.record({
        investor: fc.constantFrom(...NAMES),
        left: fc.integer({ min: 300, max: 600 }),
        more: fc.nat(50),
        condition: fc.constantFrom('none' as const, 'open' as const, 'met' as const, 'failed' as const),
        syndicated: payers,
      }),
      { selector: ({ investor }) => investor, maxLength: 4 },
    )
    .map((drawn) =>
      drawn.map(({ left, more, ...rest }) => ({
        ...rest,
        amount: Rational.of(left + more),
        amountIfFailed: Rational.of(left),
      })),
    ),
  closings: anyClosings,
  markPrice: above,
});

test('what is drawn never exceeds what is committed, and drawn and undrawn are together what is committed', () => {
  fc.assert(
    fc.property(anyRound, (input) => {
      const result = tranchedRound(input);
      if (!result.ok) expect(result.failure.code).toBe('COMMITMENT_EXCEEDED');
      fc.pre(result.ok);
      const { investors, totalCommitted, totalDrawn } = result.value.output;
      for (const { committed, drawn, undrawn } of investors.values()) {
        expect(committed === null).toBe(input.commitments.length === 0);
        if (committed === null || undrawn === null) continue;
        expect(drawn.value.compare(committed.value)).toBeLessThanOrEqual(0);
        expect(drawn.value.plus(undrawn.value)).toEqual(committed.value);
      }
      expect(totalDrawn.value).toEqual(sum([...investors.values()].map(({ drawn }) => drawn.value)));
      expect(totalCommitted.value).toEqual(
        sum(input.commitments.map((one) => (one.condition === 'failed' ? one.amountIfFailed : one.amount))),
      );
    }),
  );
});

test('what is committed is what was promised, less what others took over, and what was taken over from others', () => {
  fc.assert(
    fc.property(anyRound, ({ closings: _, ...input }) => {
      const { investors } = outputOf({ ...input, closings: [] });
      for (const [investor, { committed, grossCommitment, syndicated }] of investors) {
        const taken = input.commitments.flatMap((one) =>
          one.syndicated.filter((member) => member.investor === investor).map(({ amount }) => amount),
        );
        const own = (grossCommitment?.value ?? Rational.ZERO).minus(syndicated?.value ?? Rational.ZERO);
        expect(committed?.value).toEqual(own.plus(sum(taken)));
      }
    }),
  );
});

test('only closings that closed count: leaving out the others changes nothing else', () => {
  fc.assert(
    fc.property(anyRound, ({ commitments: _, ...input }) => {
      const all = expectOk(tranchedRound(input)).output;
      const closed = input.closings.filter(({ status }) => status === 'closed');
      const alone = expectOk(tranchedRound({ ...input, closings: closed })).output;
      expect(all.totalShares.value).toEqual(alone.totalShares.value);
      for (const [id, { shares, postMoney }] of alone.closings) {
        expect(all.closings.get(id)?.shares.value).toEqual(shares.value);
        expect(all.closings.get(id)?.postMoney?.value).toEqual(postMoney?.value);
      }
    }),
  );
});

test('ownership sums to all, post-money is all shares at the price, and the graph gives each figure', () => {
  fc.assert(
    fc.property(anyRound, ({ commitments: _, ...input }) => {
      const { output, graph } = expectOk(tranchedRound(input));
      const values = evaluate(graph);
      for (const { pricePerShare, totalAfter, postMoney, ownershipAfter } of output.closings.values()) {
        if (totalAfter === undefined || postMoney === undefined || ownershipAfter === undefined) continue;
        expect(postMoney.value).toEqual(pricePerShare.value.times(totalAfter.value));
        expect(sum([...ownershipAfter.values()].map(({ value }) => value))).toEqual(Rational.ONE);
        expect(exactValue(values.get(postMoney.node) ?? { vague: true })).toEqual(postMoney.value);
      }
      expect(sum([...output.ownershipAfter.values()].map(({ value }) => value))).toEqual(Rational.ONE);
    }),
  );
});

test('a holder that buys its share of every closing keeps it', () => {
  fc.assert(
    fc.property(anyClosings, (closings) => {
      const proRata = closings.map(({ id }) => ({ holder: 'x', closing: id }));
      const holdings = [
        { id: 'x', shares: Rational.of(20n) },
        { id: 'y', shares: Rational.of(80n) },
      ];
      const { closings: results } = expectOk(tranchedRound({ holdings, closings, proRata })).output;
      for (const { proRata: rights } of results.values()) {
        const { percent, ownershipIfExercised } = rights?.get('x') ?? {};
        expect(ownershipIfExercised?.value).toEqual(percent?.value);
      }
    }),
  );
});
