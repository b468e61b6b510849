import {
  arbitraryBoundedPoint,
  arbitraryMoney,
  arbitraryRational,
  arbitraryRounding,
  contains,
} from '@tranche/testkit/arbitrary';
import { bounds, exactly } from '@tranche/testkit/build';
import { applyAtPoint } from '@tranche/testkit/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maximum, minimum, type Rational } from '../rational/index.ts';
import type { Operator } from './graph.ts';
import { applyOperator, shareOfWhole } from './interval.ts';

const OPERATORS: readonly Operator[] = ['add', 'subtract', 'multiply', 'divide', 'minimum', 'maximum'];
const open = bounds();

describe('worked examples', () => {
  test.each([
    ['add', bounds('15', '25'), bounds('1.5'), bounds('16.5')],
    ['subtract', exactly('300'), bounds('0', '40'), bounds('260', '300')],
    ['subtract', bounds('0', '10'), bounds('0', '4'), bounds('-4', '10')],
    ['multiply', bounds('-2', '3'), bounds('-5', '4'), bounds('-15', '12')],
    ['multiply', bounds('2'), bounds(undefined, '-1'), bounds(undefined, '-2')],
    ['multiply', exactly('0'), open, exactly('0')],
    ['divide', exactly('40'), bounds('260', '300'), bounds('2/15', '2/13')],
    ['divide', exactly('40'), bounds('0', '300'), bounds('2/15')],
    ['divide', exactly('40'), bounds('-8', '0'), bounds(undefined, '-5')],
    ['divide', exactly('40'), bounds('-1', '1'), open],
    ['divide', exactly('40'), exactly('0'), open],
    ['divide', bounds('10'), bounds('2'), bounds('0')],
    ['minimum', bounds('15', '25'), bounds(undefined, '20'), bounds(undefined, '20')],
    ['maximum', bounds('15', '25'), bounds(undefined, '20'), bounds('15', '25')],
  ] as const)('%s of %j and %j is %j', (operator, one, other, expected) => {
    expect(applyOperator(operator, [one, other])).toEqual(expected);
  });

  test('"about" in one operand makes the result vague', () => {
    expect(applyOperator('add', [bounds('8', '8', true), exactly('2')])).toEqual(bounds('10', '10', true));
  });
});

const pointed = arbitraryBoundedPoint(arbitraryRational());

describe.each(OPERATORS)('%s', (operator) => {
  test('holds the result for every point within the bounds', () => {
    fc.assert(
      fc.property(pointed, pointed, (one, other) => {
        const value = applyAtPoint(operator, [one.point, other.point]);
        fc.pre(value !== undefined);
        expect(contains(applyOperator(operator, [one.bounds, other.bounds]), value)).toBe(true);
      }),
    );
  });

  test('is as narrow as the results at the corners, where all four ends are known', () => {
    fc.assert(
      fc.property(pointed, pointed, ({ bounds: one }, { bounds: other }) => {
        if (one.low === undefined || one.high === undefined) return;
        if (other.low === undefined || other.high === undefined) return;
        if (operator === 'divide') fc.pre(other.low.sign() > 0 || other.high.sign() < 0);
        const corners = [one.low, one.high].flatMap((a) =>
          [other.low, other.high].flatMap((b) => applyAtPoint(operator, [a, b as Rational]) ?? []),
        );
        const result = applyOperator(operator, [one, other]);
        expect(result.low).toEqual(corners.reduce(minimum));
        expect(result.high).toEqual(corners.reduce(maximum));
      }),
    );
  });
});

describe('round', () => {
  test('holds the result for every point within the bounds, and its ends are those of the bounds, rounded', () => {
    fc.assert(
      fc.property(pointed, arbitraryRounding(), ({ bounds: given, point }, rounding) => {
        const result = applyOperator('round', [given], rounding);
        const at = (value: Rational | undefined) => applyAtPoint('round', [value], rounding);
        expect(contains(result, at(point) as Rational)).toBe(true);
        expect([result.low, result.high]).toEqual([at(given.low), at(given.high)]);
      }),
    );
  });

  test('by no policy, or of nothing, is a broken promise', () => {
    expect(() => applyOperator('round', [open])).toThrow('has a policy');
    expect(() => applyOperator('round', [], { decimals: 0, mode: 'up' })).toThrow('has operands');
  });
});

describe('power', () => {
  const notNegative = arbitraryBoundedPoint(arbitraryMoney()).filter(
    ({ bounds: { low } }) => low !== undefined,
  );

  test('holds the result for every point within the bounds, and is as narrow as its ends', () => {
    fc.assert(
      fc.property(notNegative, fc.nat({ max: 5 }), ({ bounds: base, point }, exponent) => {
        const times = exactly(String(exponent));
        const result = applyOperator('power', [base, times]);
        const at = (value: Rational | undefined) => applyAtPoint('power', [value, times.low]);
        expect(contains(result, at(point) as Rational)).toBe(true);
        expect(result.low).toEqual(at(base.low));
        if (base.high !== undefined) expect(result.high).toEqual(at(base.high));
      }),
    );
  });

  test.each([
    ['a base that may be below zero', bounds('-1', '2'), exactly('2')],
    ['a base without a lower end', open, exactly('2')],
    ['an exponent that is not known', exactly('2'), bounds('1', '2')],
  ])('of %s is a broken promise', (_, base, exponent) => {
    expect(() => applyOperator('power', [base, exponent])).toThrow();
  });
});

describe('the share of a part in the whole that holds it', () => {
  test('15 to 25 bought at a pre-money of 260 is 15/275 to 25/285', () => {
    expect(shareOfWhole(bounds('15', '25'), exactly('260'))).toEqual(bounds('3/55', '5/57'));
  });

  test('with an unknown part lies anywhere from nothing to all', () => {
    expect(shareOfWhole(bounds('0'), exactly('260'))).toEqual(bounds('0', '1'));
  });

  test('is left to the plain quotient where a part may be negative', () => {
    expect(shareOfWhole(bounds('-1', '1'), exactly('2'))).toBeUndefined();
    expect(shareOfWhole(exactly('1'), bounds('-5', '2'))).toBeUndefined();
    expect(shareOfWhole(exactly('1'), open)).toBeUndefined();
  });

  const money = arbitraryBoundedPoint(arbitraryMoney());

  test('holds the value for every point, and its ends are reached at the ends', () => {
    fc.assert(
      fc.property(money, money, (part, rest) => {
        const share = shareOfWhole(part.bounds, rest.bounds);
        const whole = part.point.plus(rest.point);
        fc.pre(share !== undefined && whole.sign() !== 0);
        expect(contains(share, part.point.dividedBy(whole))).toBe(true);
        const { low } = part.bounds;
        const { high } = rest.bounds;
        if (low !== undefined && high !== undefined && low.plus(high).sign() !== 0) {
          expect(share.low).toEqual(low.dividedBy(low.plus(high)));
        }
      }),
    );
  });
});
