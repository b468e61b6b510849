import { arbitraryDay } from '@tranche/testkit/arbitrary';
import { day, rational } from '@tranche/testkit/build';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Rational } from '../rational/index.ts';
import { addDays, daysBetween, type PlainDate } from '../time/index.ts';
import { type ConversionRate, type DatedRate, findRate } from './index.ts';

const rate = (pair: string, value: string, date: string, publisher = 'European Central Bank'): DatedRate => {
  const [base = '', quote = ''] = pair.split('/');
  return { base, quote, rate: rational(value), date: day(date), publisher };
};

// Euro reference rates of the European Central Bank.
const ECB: readonly DatedRate[] = [
  rate('EUR/USD', '1.0393', '2025-01-31'),
  rate('EUR/JPY', '160.99', '2025-01-31'),
  rate('EUR/CNY', '7.5363', '2025-01-31'),
  rate('EUR/USD', '1.0377', '2025-02-07'),
  rate('EUR/JPY', '157.77', '2025-02-07'),
  rate('EUR/CNY', '7.5634', '2025-02-07'),
];

/** The rate found; throws when there is none. */
function found(from: string, to: string, date: string, rates = ECB, via?: string): ConversionRate {
  const result = findRate({ from, to, date: day(date), rates, ...(via === undefined ? {} : { via: [via] }) });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

describe('a cross through the euro', () => {
  test('yuan per dollar on 12 February 2025 divide the rates of 7 February', () => {
    const cross = found('USD', 'CNY', '2025-02-12');
    expect(cross.rate.toString()).toBe('75634/10377');
    expect(cross.rate.toDecimal(4)).toBe('7.2886');
    expect(cross).toMatchObject({ path: ['USD', 'EUR', 'CNY'], ageDays: 5 });
  });

  test.each([
    ['CNY', '2025-01-31', '7.251323'],
    ['JPY', '2025-01-31', '154.902338'],
    ['EUR', '2025-01-31', '0.962186'],
    ['CNY', '2025-02-07', '7.288619'],
    ['JPY', '2025-02-07', '152.038161'],
  ])('%s per dollar on %s is %s', (to, date, expected) => {
    expect(found('USD', to, date).rate.toDecimal(6, 'half_even')).toBe(expected);
  });

  test('goes through the currency asked for, and through no other', () => {
    const rates = [...ECB, rate('GBP/USD', '1.25', '2025-02-07'), rate('GBP/CNY', '9', '2025-02-07')];
    expect(found('USD', 'CNY', '2025-02-07', rates, 'GBP').rate.toString()).toBe('36/5');
    const result = findRate({ from: 'USD', to: 'CNY', date: day('2025-02-07'), rates: ECB, via: ['GBP'] });
    expect(result).toMatchObject({ ok: false, failure: { code: 'RATE_NOT_FOUND' } });
  });

  test('takes both rates of one day where it can, even if one of them has a later one', () => {
    const rates = [...ECB, rate('EUR/CNY', '8', '2025-02-10')];
    expect(found('USD', 'CNY', '2025-02-12', rates)).toEqual(found('USD', 'CNY', '2025-02-12'));
  });

  test('is as old as its older rate', () => {
    const rates = [rate('EUR/USD', '1.04', '2025-02-01'), rate('EUR/CNY', '7.5', '2025-02-10')];
    expect(found('USD', 'CNY', '2025-02-12', rates).ageDays).toBe(11);
  });
});

describe('which rate counts', () => {
  test('a published rate goes before a cross of the same day, and the way round it is published before the other', () => {
    const direct = rate('USD/CNY', '7.3', '2025-02-07', 'a newspaper');
    const inverse = rate('CNY/USD', '0.137', '2025-02-07', 'a newspaper');
    expect(found('USD', 'CNY', '2025-02-07', [...ECB, inverse, direct]).legs).toMatchObject([
      { published: direct },
    ]);
    expect(found('USD', 'CNY', '2025-02-07', [...ECB, inverse]).rate.toString()).toBe('1000/137');
  });

  test('a newer cross goes before an older published rate', () => {
    const old = rate('USD/CNY', '7.3', '2025-01-31', 'a newspaper');
    expect(found('USD', 'CNY', '2025-02-07', [...ECB, old]).path).toEqual(['USD', 'EUR', 'CNY']);
  });

  test('the same currency needs no rate', () => {
    expect(found('USD', 'USD', '2025-02-07', [])).toEqual({
      rate: Rational.ONE,
      legs: [],
      path: ['USD'],
      ageDays: 0,
    });
  });
});

describe('fails', () => {
  const ask = (from: string, to: string, date = '2025-02-07') =>
    findRate({ from, to, date: day(date), rates: ECB });

  test('on a currency that is not three capitals', () => {
    expect(ask('usd', 'CNY')).toMatchObject({ ok: false, failure: { code: 'BAD_CURRENCY', path: 'from' } });
    expect(ask('USD', 'US$')).toMatchObject({ ok: false, failure: { code: 'BAD_CURRENCY', path: 'to' } });
  });

  test('when no rate leads there, or only later ones', () => {
    expect(ask('USD', 'KRW')).toMatchObject({
      ok: false,
      failure: { code: 'RATE_NOT_FOUND', path: 'rates' },
    });
    expect(ask('USD', 'CNY', '2025-01-30')).toMatchObject({ ok: false, failure: { code: 'RATE_NOT_FOUND' } });
  });
});

describe('over any rates', () => {
  const currency = fc.constantFrom('USD', 'EUR', 'CNY', 'JPY');
  const start = day('2025-01-01');
  const anyRate = fc
    .record({
      base: currency,
      quote: currency,
      rate: fc.integer({ min: 1, max: 5000 }).map((cents) => Rational.of(cents, 100)),
      date: fc.integer({ min: 0, max: 30 }).map((days) => addDays(start, days)),
      publisher: fc.constantFrom('one', 'other'),
    })
    .filter(({ base, quote }) => base !== quote);
  const anyRates = fc.array(anyRate, { maxLength: 12 });
  const age = (rates: readonly DatedRate[], date: PlainDate): number =>
    Math.max(...rates.map((used) => daysBetween(used.date, date)));

  test('a rate leads from one currency to the other along its path, and multiplies to the rate found', () => {
    fc.assert(
      fc.property(anyRates, currency, currency, (rates, from, to) => {
        const date = addDays(start, 20);
        const result = findRate({ from, to, date, rates });
        fc.pre(result.ok && from !== to);
        const { legs, path, rate: whole, ageDays } = result.value;
        expect([legs[0]?.from, legs.at(-1)?.to]).toEqual([from, to]);
        expect(path).toEqual([from, ...legs.map((leg) => leg.to)]);
        let money = Rational.ONE;
        for (const { from: one, to: other, published, direct } of legs) {
          expect([published.base, published.quote]).toEqual(direct ? [one, other] : [other, one]);
          expect(published.date <= date).toBe(true);
          money = direct ? money.times(published.rate) : money.dividedBy(published.rate);
        }
        expect(money.equals(whole)).toBe(true);
        expect(ageDays).toBe(
          age(
            legs.map((leg) => leg.published),
            date,
          ),
        );
      }),
    );
  });

  test('no pair of rates that leads there is younger than the one found', () => {
    fc.assert(
      fc.property(anyRates, currency, currency, (rates, from, to) => {
        fc.pre(from !== to);
        const date = addDays(start, 20);
        const joins = (rate: DatedRate, one: string, other: string): boolean =>
          (rate.base === one && rate.quote === other) || (rate.base === other && rate.quote === one);
        const usable = rates.filter((given) => given.date <= date);
        const ages = [
          ...usable.filter((given) => joins(given, from, to)).map((given) => age([given], date)),
          ...['USD', 'EUR', 'CNY', 'JPY']
            .filter((middle) => middle !== from && middle !== to)
            .flatMap((middle) =>
              usable
                .filter((given) => joins(given, from, middle))
                .flatMap((first) =>
                  usable
                    .filter((given) => joins(given, middle, to))
                    .map((second) => age([first, second], date)),
                ),
            ),
        ];
        const result = findRate({ from, to, date, rates });
        if (ages.length === 0) expect(result.ok).toBe(false);
        else expect(result).toMatchObject({ ok: true, value: { ageDays: Math.min(...ages) } });
      }),
    );
  });

  test('the way back is the reciprocal', () => {
    fc.assert(
      fc.property(fc.array(anyRate, { minLength: 1, maxLength: 1 }), arbitraryDay(), ([given], later) => {
        fc.pre(given !== undefined && later >= given.date);
        const { base, quote } = given;
        const there = findRate({ from: base, to: quote, date: later, rates: [given] });
        const back = findRate({ from: quote, to: base, date: later, rates: [given] });
        expect(there.ok && back.ok && there.value.rate.times(back.value.rate).equals(Rational.ONE)).toBe(
          true,
        );
      }),
    );
  });
});
