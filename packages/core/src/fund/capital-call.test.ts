import { rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Rational, sum } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { type CapitalCallInput, capitalCall } from './index.ts';

const outputOf = (input: CapitalCallInput) => expectOk(capitalCall(input)).output;

const modes = ['up', 'down', 'half_up', 'half_even'] as const;
const member = fc
  .record({ contributed: fc.nat({ max: 900 }), due: fc.nat({ max: 300 }), paidPercent: fc.nat({ max: 100 }) })
  .map(({ contributed, due, paidPercent }) => ({
    contributed: Rational.of(contributed),
    due: Rational.of(due),
    paid: Rational.of(due * paidPercent, 100),
  }));
/** Members, and shares of the shortfall that some of them cover. */
const call = fc
  .record({
    members: fc.array(member, { minLength: 1, maxLength: 5 }),
    covers: fc.array(fc.nat({ max: 25 }), { maxLength: 4 }),
    remedy: fc.constantFrom('proportional', 'punitive', 'default_loan'),
    factor: fc.nat({ max: 60 }),
    rounding: fc.option(fc.record({ decimals: fc.nat({ max: 5 }), percentMode: fc.constantFrom(...modes) })),
  })
  .map(({ members, covers, remedy, factor, rounding }): CapitalCallInput => {
    const shortfall = sum(members.map(({ due, paid }) => due.minus(paid)));
    return {
      members: members.map((one, index) => ({ ...one, id: `m${index}` })),
      coveredBy: covers
        .slice(0, members.length)
        .map((percent, index) => ({ id: `m${index}`, amount: shortfall.times(Rational.of(percent, 100)) })),
      remedy,
      penaltyFactor: Rational.of(factor, 10),
      ...(rounding === null ? {} : { rounding: { mode: 'percent', ...rounding } }),
    };
  })
  .filter(({ members }) => members.some(({ contributed }) => contributed.sign() > 0));

describe('laws', () => {
  test('percentages sum to one and none is below zero, whatever the remedy', () => {
    fc.assert(
      fc.property(call, (input) => {
        const members = [...outputOf(input).members.values()];
        expect(sum(members.map(({ percentBefore }) => percentBefore.value))).toEqual(Rational.ONE);
        expect(sum(members.map(({ percentAfter }) => percentAfter.value))).toEqual(Rational.ONE);
        expect(sum(members.map(({ increase }) => increase.value))).toEqual(Rational.ZERO);
        for (const { percentAfter } of members) expect(percentAfter.value.sign()).not.toBe(-1);
      }),
    );
  });

  test('what is contributed after the call is what was before, what was called and what nobody paid, less that', () => {
    fc.assert(
      fc.property(call, (input) => {
        const { totalContributed, totalCalled, unfunded, members } = outputOf(input);
        const before = sum(input.members.map(({ contributed }) => contributed));
        expect(totalContributed.value).toEqual(before.plus(totalCalled.value).minus(unfunded.value));
        expect(sum([...members.values()].map(({ contributedAfter }) => contributedAfter.value))).toEqual(
          totalContributed.value,
        );
      }),
    );
  });

  test('what is covered is lent to those short in proportion, and to nobody else', () => {
    fc.assert(
      fc.property(call, (drawn) => {
        const { members, totalShortfall, unfunded } = outputOf({ ...drawn, remedy: 'default_loan' });
        const covered = totalShortfall.value.minus(unfunded.value);
        for (const { loanOwed, shortfall } of members.values()) {
          expect(loanOwed?.value.times(totalShortfall.value)).toEqual(covered.times(shortfall.value));
        }
      }),
    );
  });

  test('a punitive gain that no floor cuts is the factor × what is covered ÷ the total', () => {
    fc.assert(
      fc.property(call, ({ rounding: _, ...drawn }) => {
        const input: CapitalCallInput = { ...drawn, remedy: 'punitive' };
        const { members, totalContributed } = outputOf(input);
        const all = [...members.values()];
        fc.pre(all.every(({ percentAfter }) => percentAfter.value.sign() > 0));
        for (const [index, { id }] of input.members.entries()) {
          const { amount = Rational.ZERO } = input.coveredBy?.find((cover) => cover.id === id) ?? {};
          const gain = (input.penaltyFactor ?? Rational.ZERO).times(amount).dividedBy(totalContributed.value);
          if (all[index]?.shortfall.value.sign() === 0) expect(all[index]?.increase.value).toEqual(gain);
        }
      }),
    );
  });
});

test('a gap nobody fills costs the defaulter less than one that others fill: 4.04 % against 4 %', () => {
  // 4.00 % or 4.0404 %, by whether the gap is funded.
  const members = [
    { id: 'd', contributed: rational('4'), due: rational('1'), paid: rational('0') },
    { id: 'o', contributed: rational('95'), due: rational('0'), paid: rational('0') },
  ];
  const percentOf = (coveredBy: CapitalCallInput['coveredBy'] & object) =>
    outputOf({ members, coveredBy, remedy: 'proportional' })
      .members.get('d')
      ?.percentAfter.value.toDecimal(6);
  expect(percentOf([])).toBe('0.040404');
  expect(percentOf([{ id: 'o', amount: Rational.ONE }])).toBe('0.040000');
});
