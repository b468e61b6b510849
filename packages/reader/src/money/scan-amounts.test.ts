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

describe('percentages', () => {
  it('are read with their qualifier', () => {
    const [one, other] = scanPercents('just under 18 percent, and 6.5% of it', 0);
    expect([one?.percent.toString(), one?.qualifier]).toEqual(['18', 'nearly']);
    expect([other?.percent.toString(), other?.qualifier]).toEqual(['13/2', 'exact']);
  });
});
