import {
  arbitraryBoundedPoint,
  arbitraryMoney,
  arbitraryPointedGraph,
  arbitraryRational,
  contains,
} from '@tranche/testkit/arbitrary';
import { bounds, exactly, inputOf, unreported, usd } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Rational, sum } from '../rational/index.ts';
import { evaluate, exactValue, GraphBuilder } from './index.ts';

describe('over any graph', () => {
  const anyGraph = fc.oneof(
    arbitraryPointedGraph(arbitraryRational()),
    arbitraryPointedGraph(arbitraryMoney()),
  );

  test('the bounds of a node hold its value for every choice of inputs within their bounds', () => {
    fc.assert(
      fc.property(anyGraph, ({ builder, points }) => {
        const values = evaluate(builder.build());
        for (const [id, point] of points)
          expect(contains(values.get(id) ?? bounds('1', '0'), point)).toBe(true);
      }),
    );
  });

  test('the builder knows the same bounds while the graph is still being built', () => {
    fc.assert(
      fc.property(anyGraph, ({ builder }) => {
        const values = evaluate(builder.build());
        for (const [id, value] of values) expect(builder.boundsOf(id)).toEqual(value);
      }),
    );
  });
});

test('exact inputs give the exact value: 40 of 300 is two fifteenths', () => {
  const builder = new GraphBuilder();
  const operands = [usd(builder, 'amount', '40e9'), usd(builder, 'post-money', '300e9')];
  const stake = builder.formula({ label: 'stake', unit: 'fraction', operator: 'divide', operands });
  expect(exactValue(builder.boundsOf(stake))?.toString()).toBe('2/15');
});

test('a share of a sum knows that its part is in the sum, so it is never above one', () => {
  const parts = fc.array(arbitraryBoundedPoint(arbitraryMoney()), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(arbitraryBoundedPoint(arbitraryMoney()), parts, (first, others) => {
      fc.pre([first, ...others].every(({ bounds: { low } }) => low !== undefined));
      const builder = new GraphBuilder();
      const [part = '', ...rest] = [first, ...others].map(({ bounds: given }, index) =>
        inputOf(builder, `part ${index + 1}`, 'USD', given),
      );
      const whole = builder.formula({
        label: 'whole',
        unit: 'USD',
        operator: 'add',
        operands: [...rest, part],
      });
      const operands = [part, whole];
      const share = builder.boundsOf(
        builder.formula({ label: 'share', unit: 'fraction', operator: 'divide', operands }),
      );
      expect(share.high?.compare(Rational.ONE)).not.toBe(1);
      const total = sum([first, ...others].map(({ point }) => point));
      if (total.sign() !== 0) expect(contains(share, first.point.dividedBy(total))).toBe(true);
    }),
  );
});

test('a part that stands twice in the sum is twice in the whole', () => {
  const builder = new GraphBuilder();
  const part = usd(builder, 'part', '1e9');
  const operands = [part, part, usd(builder, 'rest', '2e9')];
  const whole = builder.formula({ label: 'whole', unit: 'USD', operator: 'add', operands });
  const share = builder.formula({
    label: 'share',
    unit: 'fraction',
    operator: 'divide',
    operands: [part, whole],
  });
  expect(builder.boundsOf(share)).toEqual(exactly('1/4'));
});

test('a choice has the value of what was chosen, whatever was passed over', () => {
  const builder = new GraphBuilder();
  const chosen = usd(builder, 'first payment, by the filing', '7.5e9');
  const node = usd(builder, 'first payment, by a report', '8e9', 'about');
  const choice = builder.choice({
    label: 'first payment',
    unit: 'USD',
    chosen,
    alternatives: [{ node, passedOverBecause: 'of a lower tier' }],
    rule: 'tier decides',
  });
  expect(builder.boundsOf(choice)).toEqual(exactly('7.5e9'));
});

test('a sum that nobody reported is not below zero, and that is all', () => {
  const builder = new GraphBuilder();
  const operands = [usd(builder, 'reported', '7.5e9'), unreported(builder, 'not reported')];
  const total = builder.formula({ label: 'sum', unit: 'USD', operator: 'add', operands });
  expect(builder.boundsOf(total)).toEqual(bounds('7.5e9'));
});

describe('building', () => {
  test('gives equal nodes one id and different ones different ids', () => {
    const builder = new GraphBuilder();
    expect(usd(builder, 'amount', '40e9')).toBe(usd(builder, 'amount', '40e9'));
    expect(usd(builder, 'amount', '40e9')).not.toBe(usd(builder, 'amount', '41e9'));
    expect(builder.build().nodes).toHaveLength(2);
  });

  test('refuses what cannot be derived: no grounds, no operands, operands from elsewhere', () => {
    const builder = new GraphBuilder();
    const described = { label: 'amount', unit: 'USD' };
    const one = usd(builder, 'one', '1');
    expect(() => builder.input({ ...described, bounds: exactly('1'), grounds: [] })).toThrow(
      'stands on something',
    );
    expect(() => builder.formula({ ...described, operator: 'add', operands: [] })).toThrow(
      'has its operands',
    );
    expect(() => builder.formula({ ...described, operator: 'divide', operands: [one] })).toThrow(
      'has its operands',
    );
    expect(() => builder.formula({ ...described, operator: 'add', operands: ['n99'] })).toThrow(
      'holds the node n99',
    );
    expect(() => builder.boundsOf('n99')).toThrow('holds the node n99');
  });
});

test('what two sums share leaves no trace in their difference, even when nothing is known of it', () => {
  const builder = new GraphBuilder();
  const shared = unreported(builder, 'paid by others');
  const [open, paid] = [usd(builder, 'open', '22.5e9'), usd(builder, 'paid', '7.5e9')];
  const sumOf = (label: string, operands: readonly string[]): string =>
    builder.formula({ label, unit: 'USD', operator: 'add', operands });
  const undrawn = builder.formula({
    label: 'undrawn',
    unit: 'USD',
    operator: 'subtract',
    operands: [sumOf('committed', [shared, paid, open]), sumOf('drawn', [paid, shared])],
  });
  expect(exactValue(builder.boundsOf(undrawn))?.toString()).toBe('22500000000');
  const nothing = builder.formula({
    label: 'nothing',
    unit: 'USD',
    operator: 'subtract',
    operands: [shared, shared],
  });
  expect(exactValue(builder.boundsOf(nothing))?.toString()).toBe('0');
});
