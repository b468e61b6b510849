import { arbitraryStatedAmount } from '@tranche/testkit/arbitrary';
import { bounds, rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundsOf,
  headlineOf,
  headlineValue,
  type Qualifier,
  type StatedAmount,
  sameStatedAmount,
} from './index.ts';

const stated = (qualifier: Qualifier): StatedAmount => ({
  currency: 'USD',
  value: rational('40e9'),
  qualifier,
});

describe('the words around a sum bound it', () => {
  test.each<[Qualifier, ReturnType<typeof bounds>]>([
    ['exact', bounds('40e9', '40e9')],
    ['about', bounds('40e9', '40e9', true)],
    ['up_to', bounds('0', '40e9')],
    ['nearly', bounds('0', '40e9', true)],
    ['at_least', bounds('40e9')],
    ['over', bounds('40e9')],
  ])('%s', (qualifier, expected) => {
    expect(boundsOf(stated(qualifier))).toEqual(expected);
  });

  test('a range bounds from both sides, and "about" leaves it vague', () => {
    const range = { currency: 'USD', min: rational('15e9'), max: rational('25e9') };
    expect(boundsOf({ ...range, qualifier: 'exact' })).toEqual(bounds('15e9', '25e9'));
    expect(boundsOf({ ...range, qualifier: 'about' })).toEqual(bounds('15e9', '25e9', true));
    expect(headlineValue({ ...range, qualifier: 'exact' })).toEqual(rational('25e9'));
  });
});

test('the headline of a sum is that of its bounds', () => {
  fc.assert(
    fc.property(arbitraryStatedAmount(), (amount) => {
      const headline = headlineOf(boundsOf(amount));
      // "At least 0" says nothing, so its bounds have no headline.
      if (headline !== undefined) expect(headline.equals(headlineValue(amount))).toBe(true);
      else expect(headlineValue(amount).sign()).toBe(0);
    }),
  );
  expect(headlineOf(bounds('0'))).toBeUndefined();
});

test('a sum is the same as itself only in currency, qualifier and value', () => {
  fc.assert(
    fc.property(arbitraryStatedAmount(), arbitraryStatedAmount(), (one, other) => {
      expect(sameStatedAmount(one, one)).toBe(true);
      expect(sameStatedAmount(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
  expect(sameStatedAmount(stated('exact'), stated('about'))).toBe(false);
});
