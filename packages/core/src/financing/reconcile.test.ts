import { arbitraryBoundedPoint, arbitraryMoney, contains } from '@tranche/testkit/arbitrary';
import { inputOf, unreported, usd } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBounds } from '../display/index.ts';
import { GraphBuilder } from '../formula/index.ts';
import { sum } from '../rational/index.ts';
import { reconcile } from './index.ts';

const label = 'payments of the round';

describe('parts and a stated whole', () => {
  // Payments of the 2025 financing of OpenAI as reported, beside the total that was announced at its completion.
  test('7.5, 22.5, 2.5 and 8.3 beside a stated 41 leave 200 million', () => {
    const builder = new GraphBuilder();
    const parts = ['7.5e9', '22.5e9', '2.5e9', '8.3e9'].map((value, index) =>
      usd(builder, `part ${index}`, value),
    );
    const stated = usd(builder, 'stated', '41e9');
    const { sum: total, remainder, agrees } = reconcile(builder, { label, parts, stated, unit: 'USD' });
    expect(formatBounds(builder.boundsOf(total), 'USD')).toBe('USD 40.8bn');
    expect(formatBounds(builder.boundsOf(remainder), 'USD')).toBe('USD 200m');
    expect(agrees).toBe(false);
  });

  test('agree when nothing remains', () => {
    const builder = new GraphBuilder();
    const parts = [usd(builder, 'own', '30e9'), usd(builder, 'syndicated', '10e9')];
    const stated = usd(builder, 'stated', '40e9', 'about');
    expect(reconcile(builder, { label, parts, stated, unit: 'USD' }).agrees).toBe(true);
  });

  test('leave it open when a part is only "about" so much', () => {
    const builder = new GraphBuilder();
    const parts = [usd(builder, 'first', '8e9', 'about'), usd(builder, 'second', '2.5e9')];
    const stated = usd(builder, 'stated', '10e9');
    const { remainder, agrees } = reconcile(builder, { label, parts, stated, unit: 'USD' });
    expect(agrees).toBeUndefined();
    expect(formatBounds(builder.boundsOf(remainder), 'USD')).toBe('about USD −500m');
  });

  test('leave it open when a part is not reported, unless the others already exceed the whole', () => {
    const builder = new GraphBuilder();
    const parts = [usd(builder, 'reported', '7.5e9'), unreported(builder, 'not reported')];
    const agreesWith = (value: string): boolean | undefined =>
      reconcile(builder, { label, parts, stated: usd(builder, 'stated', value), unit: 'USD' }).agrees;
    expect(agreesWith('10e9')).toBeUndefined();
    expect(agreesWith('5e9')).toBe(false);
  });

  test('without parts cannot disagree', () => {
    const builder = new GraphBuilder();
    const stated = usd(builder, 'stated', '10e9');
    const { sum: total, agrees } = reconcile(builder, { label, parts: [], stated, unit: 'USD' });
    expect(agrees).toBeUndefined();
    expect(builder.node(total)).toMatchObject({ unknownBecause: 'no part is reported' });
  });
});

test('the remainder holds the difference at every point, and zero within it leaves agreement possible', () => {
  const money = arbitraryBoundedPoint(arbitraryMoney());
  fc.assert(
    fc.property(fc.array(money, { minLength: 1, maxLength: 4 }), money, (pieces, whole) => {
      const builder = new GraphBuilder();
      const parts = pieces.map(({ bounds }, index) => inputOf(builder, `part ${index}`, 'USD', bounds));
      const stated = inputOf(builder, 'stated', 'USD', whole.bounds);
      const { remainder, agrees } = reconcile(builder, { label, parts, stated, unit: 'USD' });
      const left = whole.point.minus(sum(pieces.map(({ point }) => point)));
      expect(contains(builder.boundsOf(remainder), left)).toBe(true);
      if (left.sign() === 0) expect(agrees).not.toBe(false);
      else expect(agrees).not.toBe(true);
    }),
  );
});
