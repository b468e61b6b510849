import { day, rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, exactValue } from '../formula/index.ts';
import { Rational } from '../rational/index.ts';
import { expectOk } from '../result/index.ts';
import { convertGivenMoney, type GivenConversion } from './index.ts';

const rate = (pair: string, value: string, date = '2025-02-07') => {
  const [base = '', quote = ''] = pair.split('/');
  return { base, quote, rate: rational(value), date: day(date) };
};

const question: GivenConversion = {
  amount: rational('100'),
  from: 'USD',
  to: 'CNY',
  via: 'EUR',
  rates: [rate('EUR/USD', '1.0377'), rate('EUR/CNY', '7.5634')],
  rounding: { decimals: 2, mode: 'half_even' },
};
const answer = (changes: Partial<GivenConversion>) => {
  const { exact, path, rounded } = expectOk(convertGivenMoney({ ...question, ...changes })).output;
  return [exact.value.toString(), path.join(' '), rounded.value.toString()];
};

test('a cross divides the euro rates of the European Central Bank and rounds the amount only', () => {
  // 100 × 7.5634 ÷ 1.0377 = 728.86190…; rounding the rate to 7.29 first would give 729.
  expect(answer({})).toEqual(['7563400/10377', 'USD EUR CNY', '36443/50']);
});

test('an old rate of the two currencies goes before a new cross, and an inverse one too', () => {
  const inverse = rate('CNY/USD', '0.125', '2020-01-01');
  expect(answer({ rates: [...question.rates, inverse] })).toEqual(['800', 'USD CNY', '800']);
  const direct = rate('USD/CNY', '7', '2020-01-01');
  expect(answer({ rates: [...question.rates, inverse, direct] })).toEqual(['700', 'USD CNY', '700']);
});

test('without a date the newest rate of the two currencies counts', () => {
  const rates = [
    rate('USD/CNY', '7', '2025-01-01'),
    rate('USD/CNY', '8', '2025-03-01'),
    rate('USD/CNY', '9', '2025-02-01'),
  ];
  expect(answer({ rates })).toEqual(['800', 'USD CNY', '800']);
});

test('with a date only the rates of that day count, however near the others are', () => {
  const rates = [rate('USD/CNY', '7', '2025-02-06'), ...question.rates];
  expect(answer({ rates, date: day('2025-02-06') })).toEqual(['700', 'USD CNY', '700']);
  expect(convertGivenMoney({ ...question, rates, date: day('2025-02-08') })).toMatchObject({
    ok: false,
    failure: { code: 'RATE_NOT_FOUND', path: 'rates', expected: expect.stringContaining('dated 2025-02-08') },
  });
});

test('a cross goes through the currency that is named, and there is none without one', () => {
  const { via: _, ...unnamed } = question;
  for (const other of [unnamed, { ...question, via: 'GBP' }]) {
    expect(convertGivenMoney(other)).toMatchObject({ ok: false, failure: { code: 'RATE_NOT_FOUND' } });
  }
});

test('there and back at the rates that are given is where one began, and the graph says so', () => {
  const positive = fc.integer({ min: 1, max: 10_000 }).map((cents) => Rational.of(cents, 100));
  const anyAmount = fc.integer().map((cents) => Rational.of(cents, 100));
  const pairs = fc.constantFrom(
    ['USD/CNY'],
    ['CNY/USD'],
    ['EUR/USD', 'EUR/CNY'],
    ['USD/EUR', 'CNY/EUR'],
    ['USD/EUR', 'EUR/CNY'],
  );
  fc.assert(
    fc.property(anyAmount, pairs, positive, positive, (amount, [one = '', other], first, second) => {
      const rates = [rate(one, `${first}`), ...(other === undefined ? [] : [rate(other, `${second}`)])];
      const there = expectOk(convertGivenMoney({ ...question, amount, rates }));
      const exact = there.output.exact;
      const back = { ...question, amount: exact.value, from: 'CNY', to: 'USD', rates };
      expect(expectOk(convertGivenMoney(back)).output.exact.value).toEqual(amount);
      const values = evaluate(there.graph);
      for (const { node, value } of [exact, there.output.rate, there.output.rounded]) {
        expect(exactValue(values.get(node) ?? { vague: true })).toEqual(value);
      }
    }),
  );
});
