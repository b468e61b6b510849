import { day, inputOf, rational, usd } from '@tranche/testkit/build';
import { describe, expect, test } from 'vitest';
import { formatBounds } from '../display/index.ts';
import { exactValue, explain, GraphBuilder } from '../formula/index.ts';
import { convertAmount, convertMoney, type DatedRate } from './index.ts';

const rate = (base: string, quote: string, value: string, date: string, publisher: string): DatedRate => ({
  base,
  quote,
  rate: rational(value),
  date: day(date),
  publisher,
});

const ECB = [
  rate('EUR', 'USD', '1.0377', '2025-02-07', 'European Central Bank'),
  rate('EUR', 'CNY', '7.5634', '2025-02-07', 'European Central Bank'),
];
const cross = { from: 'USD', to: 'CNY', date: day('2025-02-12'), rates: ECB };

test('40 billion dollars are 5,980.8 billion yen at the rate of the release of 31 March 2025', () => {
  // SoftBank Group's release: 40 billion dollars, converted at 149.52 yen.
  const rates = [rate('USD', 'JPY', '149.52', '2025-03-31', 'SoftBank Group')];
  const result = convertAmount({
    amount: rational('40e9'),
    from: 'USD',
    to: 'JPY',
    date: day('2025-03-31'),
    rates,
  });
  expect(result.ok && result.value.amount.toString()).toBe('5980800000000');
});

test('a failure to find the rate is passed on', () => {
  const result = convertAmount({ ...cross, to: 'KRW', amount: rational('1') });
  expect(result).toMatchObject({ ok: false, failure: { code: 'RATE_NOT_FOUND' } });
  const builder = new GraphBuilder();
  expect(convertMoney(builder, { ...cross, to: 'krw', amount: usd(builder, 'amount', '1') })).toMatchObject({
    ok: false,
    failure: { code: 'BAD_CURRENCY', path: 'to' },
  });
});

describe('as nodes of a graph', () => {
  test('a cross shows both published rates, their division and the multiplication', () => {
    const builder = new GraphBuilder();
    const amount = usd(builder, 'amount of the round', '40e9');
    const result = convertMoney(builder, { ...cross, amount });
    if (!result.ok) throw new Error(result.failure.message);
    const told = explain(builder.build(), result.value.node).map(
      ({ words, numbers }) => `${words}: ${numbers}`,
    );
    expect(told).toEqual([
      'assumption: USD 40bn',
      'European Central Bank, 2025-02-07: 7.5634 CNY per EUR',
      'European Central Bank, 2025-02-07: 1.0377 USD per EUR',
      'CNY per EUR ÷ USD per EUR: 7.5634 CNY per EUR ÷ 1.0377 USD per EUR = 7.2886 CNY per USD',
      'amount of the round × CNY per USD, cross through EUR: USD 40bn × 7.2886 CNY per USD = CNY 291.5448bn',
    ]);
  });

  test.each([
    ['direct', rate('USD', 'CNY', '7.25', '2025-02-07', 'a newspaper'), []],
    ['inverse', rate('CNY', 'USD', '4/29', '2025-02-07', 'a newspaper'), []],
    ['cross, both inverse to the cross', rate('CNY', 'EUR', '0.13', '2025-02-07', 'x'), ECB.slice(0, 1)],
    ['cross, both along the way', rate('USD', 'EUR', '0.96', '2025-02-07', 'x'), ECB.slice(1)],
    [
      'cross, divided by the second',
      rate('CNY', 'EUR', '0.13', '2025-02-07', 'x'),
      [rate('USD', 'EUR', '0.96', '2025-02-07', 'x')],
    ],
  ] as const)('a %s rate gives the exact amount that is computed without a graph', (_, first, others) => {
    const builder = new GraphBuilder();
    const question = { ...cross, rates: [first, ...others] };
    const node = convertMoney(builder, { ...question, amount: usd(builder, 'amount', '40e9') });
    const exact = convertAmount({ ...question, amount: rational('40e9') });
    if (!node.ok || !exact.ok) throw new Error('the rate is there');
    expect(exactValue(builder.boundsOf(node.value.node))).toEqual(exact.value.amount);
    expect(exactValue(builder.boundsOf(node.value.rateNode ?? ''))).toEqual(exact.value.rate);
    expect(builder.node(node.value.node).unit).toBe('CNY');
  });

  test('an amount with bounds is converted at both ends', () => {
    const builder = new GraphBuilder();
    const bounds = { low: rational('15e9'), high: rational('25e9'), vague: false };
    const result = convertMoney(builder, { ...cross, amount: inputOf(builder, 'amount', 'USD', bounds) });
    expect(result.ok && formatBounds(builder.boundsOf(result.value.node), 'CNY')).toBe(
      'CNY 109.3293bn to CNY 182.2155bn',
    );
  });

  test('the same currency adds nothing', () => {
    const builder = new GraphBuilder();
    const amount = usd(builder, 'amount', '40e9');
    const result = convertMoney(builder, { ...cross, to: 'USD', amount });
    expect(result).toMatchObject({ ok: true, value: { node: amount, legs: [] } });
    expect(builder.build().nodes).toHaveLength(1);
  });
});
