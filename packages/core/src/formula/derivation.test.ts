import { arbitraryRational } from '@tranche/testkit/arbitrary';
import { rational } from '@tranche/testkit/build';
import { applyAtPoint } from '@tranche/testkit/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rational } from '../rational/index.ts';
import {
  Derivation,
  evaluate,
  exactValue,
  explain,
  explainConditions,
  GraphBuilder,
  holds,
  type Operator,
  type Quantity,
  type Relation,
} from './index.ts';

const given = (sheet: Derivation, value: string, label = 'x'): Quantity =>
  sheet.given(label, 'count', rational(value), label);

/** One step of each kind on two quantities; a divisor or base that would not do is replaced before. */
const STEPS: Readonly<Record<Operator, (sheet: Derivation, one: Quantity, other: Quantity) => Quantity>> = {
  add: (sheet, one, other) => sheet.add('sum', 'count', [one, other]),
  subtract: (sheet, one, other) => sheet.subtract('difference', 'count', one, other),
  multiply: (sheet, one, other) => sheet.multiply('product', 'count', [one, other]),
  divide: (sheet, one, other) =>
    other.value.sign() === 0 ? one : sheet.divide('quotient', 'count', one, other),
  minimum: (sheet, one, other) => sheet.least('least', 'count', [one, other]),
  maximum: (sheet, one, other) => sheet.greatest('greatest', 'count', [one, other]),
  round: (sheet, one) => sheet.round('rounded', 'count', one, { decimals: 2, mode: 'half_even' }),
  power: (sheet, one) =>
    sheet.power(
      'square',
      'count',
      sheet.greatest('base', 'count', [one, given(sheet, '0')]),
      given(sheet, '2'),
    ),
};

test('each quantity has the value that its graph gives, whatever the steps', () => {
  const step = fc.tuple(fc.constantFrom(...(Object.keys(STEPS) as Operator[])), fc.nat(), fc.nat());
  fc.assert(
    fc.property(
      fc.array(arbitraryRational(), { minLength: 1, maxLength: 3 }),
      fc.array(step, { maxLength: 6 }),
      (values, steps) => {
        const sheet = new Derivation();
        const known = values.map((value, index) => sheet.given(`x${index}`, 'count', value, `x[${index}]`));
        const pick = (at: number): Quantity => known[at % known.length] ?? given(sheet, '1');
        for (const [operator, one, other] of steps)
          known.push(STEPS[operator](sheet, pick(one), pick(other)));
        const bounds = evaluate(sheet.build());
        for (const { node, value } of known) {
          expect(exactValue(bounds.get(node) ?? { vague: true })).toEqual(value);
        }
      },
    ),
  );
});

describe('what a number stands on', () => {
  test('is its field, the rule behind a default, or the method that found it and how near', () => {
    const sheet = new Derivation();
    const total = sheet.add('total', 'money', [
      sheet.given('price', 'money', rational('3'), 'issue.price', { date: '2025-01-31' }),
      sheet.assumed('floor', 'money', rational('0'), 'nothing below zero'),
      sheet.solved('root', 'money', rational('2'), 'bisection', { accuracy: '1e-12 relative' }),
    ]);
    const words = explain(sheet.build(), total.node).map((step) => step.words);
    expect(words).toEqual([
      'issue.price',
      'nothing below zero',
      'bisection, to 1e-12 relative',
      'price + floor + root',
    ]);
  });

  test('a result is as inexact as what it rests on, and no more', () => {
    const sheet = new Derivation();
    const exact = given(sheet, '2');
    const near = sheet.solved('near', 'count', rational('2'), 'search', { accuracy: '1e-9' });
    expect(sheet.add('exact sum', 'count', [exact, exact]).accuracy).toBeUndefined();
    expect(sheet.divide('quotient', 'count', exact, near).accuracy).toBe('1e-9');
    const chosen = sheet.choose('choice', 'count', near, [], 'the only one');
    expect(sheet.subtract('rest', 'count', chosen, exact).accuracy).toBe('1e-9');
    expect(sheet.solved('exactly', 'count', rational('2'), 'elimination').accuracy).toBeUndefined();
  });
});

test('a choice has the value of the chosen and keeps what was passed over, and why', () => {
  const sheet = new Derivation();
  const [least, other] = [given(sheet, '3', 'cap price'), given(sheet, '4', 'discount price')];
  const chosen = sheet.choose(
    'conversion price',
    'count',
    least,
    [{ quantity: other, passedOverBecause: 'it is higher' }],
    'the lowest price',
  );
  expect(chosen.value).toEqual(least.value);
  expect(sheet.build().nodes.at(-1)).toMatchObject({
    kind: 'choice',
    chosen: least.node,
    alternatives: [{ node: other.node, passedOverBecause: 'it is higher' }],
  });
});

describe('conditions', () => {
  const table: readonly (readonly [Relation, readonly boolean[]])[] = [
    ['less_than', [true, false, false]],
    ['at_most', [true, true, false]],
    ['equal', [false, true, false]],
    ['at_least', [false, true, true]],
    ['more_than', [false, false, true]],
  ];
  test.each(table)('%s of 1 against 2, 1 against 1 and 2 against 1', (relation, expected) => {
    const pairs = [
      ['1', '2'],
      ['1', '1'],
      ['2', '1'],
    ] as const;
    expect(pairs.map(([left, right]) => holds(rational(left), relation, rational(right)))).toEqual(expected);
  });

  test('are told in words with their numbers, in the order they were stated', () => {
    const sheet = new Derivation();
    const preference = sheet.given('preference of A', 'money', rational('5000000'), 'a');
    const converted = sheet.given('A as converted', 'money', rational('6000000'), 'b');
    sheet.require(converted, 'more_than', preference, 'A converts');
    sheet.require(preference, 'at_most', converted, 'A would not stay');
    expect(explainConditions(sheet.build())).toEqual([
      'A as converted (6m) is more than preference of A (5m): A converts',
      'preference of A (5m) is at most A as converted (6m): A would not stay',
    ]);
  });

  test('that do not hold are a broken promise, and none are no part of the graph', () => {
    const sheet = new Derivation();
    const [one, two] = [given(sheet, '1', 'one'), given(sheet, '2', 'two')];
    expect(() => sheet.require(one, 'at_least', two, 'one is enough')).toThrow('one is enough');
    expect(sheet.build()).not.toHaveProperty('conditions');
    const builder = new GraphBuilder();
    const condition = { left: 'n1', relation: 'equal', right: 'n1', because: '' } as const;
    expect(() => builder.condition(condition)).toThrow('holds the node n1');
  });
});

describe('rounding and powers', () => {
  test('are told in words: the way, and to how many places', () => {
    const sheet = new Derivation();
    const price = given(sheet, '1.23456', 'price');
    const told = (decimals: number, mode: 'half_up' | 'half_even' | 'up' | 'down') => {
      const { node } = sheet.round('rounded', 'count', price, { decimals, mode });
      return explain(sheet.build(), node).at(-1)?.numbers;
    };
    expect(told(4, 'half_up')).toBe('1.2346 rounded to the nearest, halves up, to 4 decimals = 1.2346');
    expect(told(0, 'down')).toBe('1.2346 rounded down to a whole number = 1');
    expect(told(2, 'up')).toBe('1.2346 rounded up to 2 decimals = 1.24');
    const { node } = sheet.power(
      'growth',
      'count',
      given(sheet, '1.1', 'rate'),
      given(sheet, '2', 'periods'),
    );
    expect(explain(sheet.build(), node).at(-1)).toMatchObject({
      words: 'rate to the power of periods',
      numbers: '1.1 to the power of 2 = 1.21',
    });
  });

  test('refuse what has no meaning: another number of operands, a base below zero, a broken exponent', () => {
    const builder = new GraphBuilder();
    const described = { label: 'x', unit: 'count' };
    const grounds = [{ kind: 'given', id: 'x' }] as const;
    const x = builder.exact({ ...described, value: rational('2'), grounds });
    const rounding = { decimals: 0, mode: 'up' } as const;
    expect(() => builder.formula({ ...described, operator: 'round', operands: [x, x], rounding })).toThrow(
      'has its operands',
    );
    expect(() => builder.formula({ ...described, operator: 'round', operands: [x] })).toThrow('has a policy');
    expect(() => builder.formula({ ...described, operator: 'add', operands: [x], rounding })).toThrow(
      'has a policy',
    );
    const sheet = new Derivation();
    expect(() => sheet.power('p', 'count', given(sheet, '2'), given(sheet, '1/2', 'half'))).toThrow('whole');
    expect(() => sheet.power('p', 'count', given(sheet, '2'), given(sheet, '-1', 'below'))).toThrow('whole');
  });

  test('at a point are what repeated multiplication gives', () => {
    fc.assert(
      fc.property(arbitraryRational(), fc.nat({ max: 6 }), (value, exponent) => {
        const product = Array.from({ length: exponent }).reduce<Rational>(
          (all) => all.times(value),
          rational('1'),
        );
        const sheet = new Derivation();
        const raised = value.toThe(BigInt(exponent));
        expect(raised).toEqual(product);
        const base = sheet.given('base', 'count', value.absolute(), 'base');
        const power = sheet.power('power', 'count', base, given(sheet, String(exponent)));
        expect(power.value).toEqual(applyAtPoint('power', [base.value, rational(String(exponent))]));
      }),
    );
  });
});
