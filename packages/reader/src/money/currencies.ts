/** How a currency is written in running text. Codes are ISO 4217. */
interface CurrencyWords {
  readonly code: string;
  /** Written before the number: symbols and codes. */
  readonly before?: readonly string[];
  /** Written after the number, in words. */
  readonly after?: readonly string[];
}

const CURRENCIES: readonly CurrencyWords[] = [
  {
    code: 'USD',
    before: ['US$', 'U.S.$', 'USD', '$'],
    after: ['US dollars', 'U.S. dollars', 'American dollars', 'dollars', 'dollar', 'USD'],
  },
  { code: 'CAD', before: ['C$', 'CA$', 'CAD'], after: ['Canadian dollars'] },
  { code: 'AUD', before: ['A$', 'AU$', 'AUD'], after: ['Australian dollars'] },
  { code: 'NZD', before: ['NZ$', 'NZD'], after: ['New Zealand dollars'] },
  { code: 'SGD', before: ['S$', 'SGD'], after: ['Singapore dollars'] },
  { code: 'HKD', before: ['HK$', 'HKD'], after: ['Hong Kong dollars'] },
  { code: 'TWD', before: ['NT$', 'TWD'], after: ['Taiwan dollars'] },
  { code: 'BRL', before: ['R$', 'BRL'], after: ['reais', 'Brazilian reais'] },
  { code: 'EUR', before: ['€', 'EUR'], after: ['euros', 'euro', 'EUR', '€'] },
  { code: 'GBP', before: ['£', 'GBP'], after: ['pounds sterling', 'British pounds', 'pounds', 'GBP'] },
  { code: 'CHF', before: ['CHF', 'SFr'], after: ['Swiss francs', 'francs', 'CHF'] },
  { code: 'JPY', before: ['JP¥', 'JPY', '¥', '￥'], after: ['Japanese yen', 'yen', 'JPY', '円'] },
  {
    code: 'CNY',
    before: ['CN¥', 'RMB', 'CNY', 'Rmb'],
    after: ['Chinese yuan', 'yuan', 'renminbi', 'RMB', 'CNY', '元', '人民币'],
  },
  { code: 'INR', before: ['₹', 'INR', 'Rs.', 'Rs'], after: ['Indian rupees', 'rupees', 'INR'] },
  { code: 'KRW', before: ['₩', 'KRW'], after: ['Korean won', 'won', 'KRW'] },
  { code: 'NOK', before: ['NOK'], after: ['Norwegian kroner', 'Norwegian crowns', 'NOK'] },
  { code: 'SEK', before: ['SEK'], after: ['Swedish kronor', 'Swedish crowns', 'kronor', 'SEK'] },
  { code: 'DKK', before: ['DKK'], after: ['Danish kroner', 'Danish crowns', 'DKK'] },
  { code: 'ILS', before: ['₪', 'NIS', 'ILS'], after: ['shekels'] },
  { code: 'PLN', before: ['PLN'], after: ['zlotys', 'zloty'] },
  { code: 'AED', before: ['AED'], after: ['dirhams'] },
  { code: 'SAR', before: ['SAR'], after: ['Saudi riyals', 'riyals'] },
  { code: 'IDR', before: ['IDR', 'Rp'], after: ['rupiah'] },
  { code: 'ZAR', before: ['ZAR'], after: ['rand'] },
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = (one: string, other: string): number => other.length - one.length;

function table(side: 'before' | 'after'): { codes: ReadonlyMap<string, string>; source: string } {
  const codes = new Map<string, string>();
  for (const currency of CURRENCIES) {
    for (const word of currency[side] ?? []) codes.set(word.toLowerCase(), currency.code);
  }
  const words = CURRENCIES.flatMap((currency) => currency[side] ?? []).sort(longestFirst);
  return { codes, source: words.map(escaped).join('|').replaceAll(' ', '[ \\u00a0]') };
}

const BEFORE = table('before');
const AFTER = table('after');

export const CURRENCY_BEFORE = BEFORE.source;
export const CURRENCY_AFTER = AFTER.source;

/** The ISO code of a printed currency; `¥` is yen unless `yuanByDefault`. */
export function currencyCodeOf(printed: string, yuanByDefault: boolean): string | undefined {
  const word = printed.replace(/\u00a0/g, ' ').toLowerCase();
  if (yuanByDefault && (word === '¥' || word === '￥')) return 'CNY';
  return BEFORE.codes.get(word) ?? AFTER.codes.get(word);
}

/** Whether a bare yen sign means yuan in this text: it speaks of yuan and never of yen. */
export const yenSignMeansYuan = (text: string): boolean =>
  /\b(?:yuan|renminbi|RMB)\b/i.test(text) && !/\byen\b|\bJPY\b/i.test(text);
