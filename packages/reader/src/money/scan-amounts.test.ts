import { Rational } from '@tranche/core/rational';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanAmounts, scanPercents } from './index.ts';

const read = (text: string, currency?: string) =>
  scanAmounts(text, 0, { yuanByDefault: false, ...(currency === undefined ? {} : { currency }) }).map(
    (mention) => {
      const { amount } = mention;
      const number =
        'min' in amount ? `${amount.min.toString()}..${amount.max.toString()}` : amount.value.toString();
      return `${amount.currency} ${number} ${amount.qualifier}`;
    },
  );

describe('the amount grammar', () => {
  it.each([
    ['a $40bn round', 'USD 40000000000 exact'],
    ['US$40B', 'USD 40000000000 exact'],
    ['40 billion dollars', 'USD 40000000000 exact'],
    ['USD 40.0 billion at most', 'USD 40000000000 up_to'],
    ['the $40-billion round', 'USD 40000000000 exact'],
    ['half a trillion dollars', 'USD 500000000000 exact'],
    ['Rs 2,500 crore', 'INR 25000000000 exact'],
    ['about Rs 3.42 lakh crore', 'INR 3420000000000 about'],
    ['₹1,00,000', 'INR 100000 exact'],
    ['$43,512,500, according to it', 'USD 43512500 exact'],
    ['a $43,512,500 credit line', 'USD 43512500 exact'],
    ['Rs 450 cr', 'INR 4500000000 exact'],
    ['RMB1 billion', 'CNY 1000000000 exact'],
    ['500 million yuan', 'CNY 500000000 exact'],
    ['nearly ¥1.5 trillion', 'JPY 1500000000000 nearly'],
    ['20 billion won', 'KRW 20000000000 exact'],
    ['EUR 12.5 million', 'EUR 12500000 exact'],
    ['CHF 58m', 'CHF 58000000 exact'],
    ['a £350k grant', 'GBP 350000 exact'],
    ['C$5.5M', 'CAD 5500000 exact'],
    ['NOK 90M', 'NOK 90000000 exact'],
    ['$400,000 on SAFEs', 'USD 400000 exact'],
    ['$ 90 billion', 'USD 90000000000 exact'],
    ['¥1.5兆', 'JPY 1500000000000 exact'],
    ['€1.1 Mrd', 'EUR 1100000000 exact'],
    ['$15 billion to $25 billion', 'USD 15000000000..25000000000 exact'],
    ['between $15 billion and $25 billion', 'USD 15000000000..25000000000 exact'],
    ['$400-500 million', 'USD 400000000..500000000 exact'],
    ['Rs 560-600 crore', 'INR 5600000000..6000000000 exact'],
    ['£8m to £10m', 'GBP 8000000..10000000 exact'],
    ['between ten and fifteen million euros', 'EUR 10000000..15000000 exact'],
    ['several hundred million yuan', 'CNY 200000000..999000000 about'],
    ['a nine-figure sum', 'USD 100000000..999000000 exact'],
    ['at a unicorn price', 'USD 1000000000 at_least'],
    ['"well under $10B"', 'USD 10000000000 up_to'],
    ['north of 300 million yuan', 'CNY 300000000 over'],
    ['close to $25bn', 'USD 25000000000 nearly'],
    ['the $6 billion or so', 'USD 6000000000 about'],
    ['"at least $150 million"', 'USD 150000000 at_least'],
    ['a $6M cap', 'USD 6000000 up_to'],
    ['8 billion US dollars', 'USD 8000000000 exact'],
  ])('reads "%s" as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('keeps a move from one sum to another as two sums', () => {
    expect(read('shrink from $40 billion to $30 billion')).toEqual([
      'USD 40000000000 exact',
      'USD 30000000000 exact',
    ]);
    expect(read('falls from $14 to $9 per user')).toEqual(['USD 14 exact', 'USD 9 exact']);
    expect(read('$20 billion and $5 billion')).toHaveLength(2);
  });

  it('takes the currency of a bare sum from the one before it, and leaves counts alone', () => {
    expect(read('10 billion dollars of a planned 40 billion.')).toEqual([
      'USD 10000000000 exact',
      'USD 40000000000 exact',
    ]);
    expect(read('maybe three million" next summer', 'USD')).toEqual(['USD 3000000 exact']);
    expect(read('they scheduled 1.2 billion working hours', 'USD')).toEqual([]);
    expect(read('500 million people')).toEqual([]);
  });

  it('counts spans in the text it was given', () => {
    const text = 'It took about $2.4bn, then more.';
    const [mention] = scanAmounts(text, 0, { yuanByDefault: false });
    expect(mention && text.slice(...mention.span)).toBe('$2.4bn');
    expect(mention && text.slice(mention.start, mention.span[1])).toBe('about $2.4bn');
  });
});

describe('sums as reports print them', () => {
  it.each([
    ['USD 40mn', 'USD 40000000 exact'],
    ['US $40 million', 'USD 40000000 exact'],
    ['$40mm', 'USD 40000000 exact'],
    ['$40bn USD', 'USD 40000000000 exact'],
    ['€1,5 Mio', 'EUR 1500000 exact'],
    ['$1.250.000', 'USD 1250000 exact'],
    ['€1 250 000', 'EUR 1250000 exact'],
    ['MSEK 50', 'SEK 50000000 exact'],
    ['500 MSEK', 'SEK 500000000 exact'],
    ['40 M€', 'EUR 40000000 exact'],
    ['RM50 million', 'MYR 50000000 exact'],
    ['from $4 to $6 billion', 'USD 4000000000..6000000000 exact'],
    ['$1 to 1.5bn', 'USD 1000000000..1500000000 exact'],
    ['somewhere between about 5 and 10 billion dollars', 'USD 5000000000..10000000000 about'],
    ['one and a half billion dollars', 'USD 1500000000 exact'],
    ['two hundred and fifty million pounds', 'GBP 250000000 exact'],
    ['a hundred million dollars', 'USD 100000000 exact'],
    ['three quarters of a billion dollars', 'USD 750000000 exact'],
    ['a half-billion-dollar round', 'USD 500000000 exact'],
    ['a couple of million dollars', 'USD 2000000..3000000 about'],
    ['a multibillion-dollar deal', 'USD 2000000000..999000000000 about'],
    ['in the low nine figures', 'USD 100000000..399000000 about'],
    ['a mid-eight-figure sum', 'USD 40000000..69900000 about'],
    ['raised seven figures', 'USD 1000000..9990000 exact'],
    ['$2.5 million-plus', 'USD 2500000 over'],
    ['$100m+', 'USD 100000000 over'],
    ['should not exceed USD 30.0bn', 'USD 30000000000 up_to'],
    ['no more than $30bn', 'USD 30000000000 up_to'],
    ['topping $30bn', 'USD 30000000000 over'],
    ['at least another $500 million', 'USD 500000000 at_least'],
    ['as much as an additional $5m', 'USD 5000000 up_to'],
    ['just shy of $5m', 'USD 5000000 nearly'],
    ['c. £30m', 'GBP 30000000 about'],
    ['about Rs 560-600 crore', 'INR 5600000000..6000000000 about'],
  ])('reads "%s" as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['in talks over $90 million', ['USD 90000000 exact']],
    ['gave $5 million to 10 companies', ['USD 5000000 exact']],
    ['between 2019 and 100 million euros', ['EUR 100000000 exact']],
    ['the valuation rose from $4 to $6 billion', ['USD 4000000000 exact', 'USD 6000000000 exact']],
    ['$5 million - 2024 round', ['USD 5000000 exact']],
  ])('does not take what stands beside for a range: "%s"', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'in 2024',
    'call 555-1234',
    'their 401(k)',
    'the S-1 of Series B',
    '10 million shares',
    '3.5 million users',
    '5,000 employees',
    'try 5 of 12 won',
    'a 5-for-1 split at 1.5x',
    '35%',
    'thirty people',
  ])('reads no money in "%s"', (text) => {
    expect(read(text, 'USD')).toEqual([]);
  });
});

const BEFORE_SIGNS = [
  ['$', 'USD'],
  ['US$', 'USD'],
  ['USD ', 'USD'],
  ['€', 'EUR'],
  ['EUR', 'EUR'],
  ['£', 'GBP'],
  ['A$', 'AUD'],
  ['HK$', 'HKD'],
  ['CHF ', 'CHF'],
  ['RMB', 'CNY'],
  ['Rs ', 'INR'],
  ['₩', 'KRW'],
] as const;
const BEHIND_WORDS = [
  [' dollars', 'USD'],
  [' euros', 'EUR'],
  [' yen', 'JPY'],
  [' yuan', 'CNY'],
  [' US dollars', 'USD'],
  [' Swedish kronor', 'SEK'],
  [' EUR', 'EUR'],
] as const;
const MAGNITUDES = [
  ['', 0],
  ['k', 3],
  [' thousand', 3],
  [' lakh', 5],
  ['m', 6],
  ['M', 6],
  ['mn', 6],
  [' Mn', 6],
  [' mln', 6],
  [' million', 6],
  ['-million', 6],
  [' crore', 7],
  [' Cr', 7],
  ['bn', 9],
  ['B', 9],
  [' Bn', 9],
  [' billion', 9],
  ['tn', 12],
  [' trillion', 12],
] as const;
const grouped = (whole: number, comma: string): string => String(whole).replace(/\B(?=(?:\d{3})+$)/g, comma);

describe('laws of the grammar', () => {
  const number = fc.record({
    whole: fc.integer({ min: 1, max: 9_999_999 }),
    part: fc.constantFrom('', '5', '25', '75', '125'),
    comma: fc.constantFrom('', ','),
  });
  const currency = fc.oneof(
    fc.constantFrom(...BEFORE_SIGNS).map(([sign, code]) => ({ before: sign, after: '', code })),
    fc.constantFrom(...BEHIND_WORDS).map(([words, code]) => ({ before: '', after: words, code })),
  );

  it('a sum printed in any style gives its value and its exact place', () => {
    fc.assert(
      fc.property(
        number,
        fc.constantFrom(...MAGNITUDES),
        currency,
        ({ whole, part, comma }, [word, power], { before, after, code }) => {
          const digits = `${grouped(whole, comma)}${part === '' ? '' : `.${part}`}`;
          const printed = `${before}${digits}${word}${after}`;
          const text = `Mill has raised ${printed} in all`;
          const [mention, ...others] = scanAmounts(text, 0, { yuanByDefault: false });
          const value = Rational.of(BigInt(`${whole}${part}`), 10n ** BigInt(part.length)).times(
            Rational.of(10n ** BigInt(power)),
          );
          expect(others).toEqual([]);
          expect(mention && text.slice(...mention.span)).toBe(printed);
          expect(mention?.amount.currency).toBe(code);
          expect(mention && 'value' in mention.amount && mention.amount.value.equals(value)).toBe(true);
        },
      ),
    );
  });

  it('scans whatever it is given, and its spans lie in the text, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'$€ 0123456789.,-–kmb billion to and Rs'), maxLength: 80 }),
        (text) => {
          let from = 0;
          for (const { span } of scanAmounts(text, 0, { yuanByDefault: false, currency: 'USD' })) {
            expect(span[0]).toBeGreaterThanOrEqual(from);
            expect(span[1]).toBeLessThanOrEqual(text.length);
            expect(span[1]).toBeGreaterThan(span[0]);
            from = span[1];
          }
        },
      ),
    );
  });
});

describe('percentages', () => {
  it('are read with their qualifier', () => {
    const [one, other] = scanPercents('just under 18 percent, and 6.5% of it', 0);
    expect([one?.percent.toString(), one?.qualifier]).toEqual(['18', 'nearly']);
    expect([other?.percent.toString(), other?.qualifier]).toEqual(['13/2', 'exact']);
    expect(
      scanPercents('12,5 % here, twenty-five per cent there, a 10pc share', 0).map(({ percent }) =>
        percent.toString(),
      ),
    ).toEqual(['25/2', '25', '10']);
  });
});
