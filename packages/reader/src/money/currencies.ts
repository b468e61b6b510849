/** How a currency is written in running text. Codes are ISO 4217; the code itself may always stand on either side. */
interface CurrencyWords {
  readonly code: string;
  /** Written before the number: symbols and short forms. */
  readonly before?: string;
  /** Written after the number, in words. */
  readonly after?: string;
}

const CURRENCIES: readonly CurrencyWords[] = [
  {
    code: 'USD',
    before: 'US$|US $|U.S.$|U.S. $|USD$|USD $|$|US dollars',
    after: 'US dollars|U.S. dollars|American dollars|dollars|dollar|$',
  },
  { code: 'CAD', before: 'C$|CA$|Can$|CDN$|CAD$|CAD $|CDN $', after: 'Canadian dollars' },
  { code: 'AUD', before: 'A$|AU$|AUD$|AUD $|AU $', after: 'Australian dollars' },
  { code: 'NZD', before: 'NZ$|NZD$|NZD $', after: 'New Zealand dollars' },
  { code: 'SGD', before: 'S$|SG$|SGD$|SGD $', after: 'Singapore dollars' },
  { code: 'HKD', before: 'HK$|HKD$|HKD $', after: 'Hong Kong dollars' },
  { code: 'TWD', before: 'NT$|NTD$|NTD $', after: 'Taiwan dollars|New Taiwan dollars' },
  { code: 'BRL', before: 'R$', after: 'reais|Brazilian reais' },
  { code: 'MXN', before: 'MX$|Mex$', after: 'Mexican pesos' },
  { code: 'EUR', before: '€', after: 'euros|euro|€' },
  { code: 'GBP', before: '£|GBP £|UK£', after: 'pounds sterling|British pounds|pounds|£' },
  { code: 'CHF', before: 'SFr', after: 'Swiss francs|francs' },
  { code: 'JPY', before: 'JP¥|¥|￥', after: 'Japanese yen|yen|円' },
  { code: 'CNY', before: 'CN¥|RMB|RMB¥', after: 'Chinese yuan|yuan|renminbi|RMB|元|人民币' },
  { code: 'INR', before: '₹|Rs.|Rs|INR ₹', after: 'Indian rupees|rupees' },
  { code: 'PKR', before: 'PKR', after: 'Pakistani rupees' },
  { code: 'KRW', before: '₩', after: 'Korean won|South Korean won|won' },
  { code: 'NOK', after: 'Norwegian kroner|Norwegian crowns|kroner' },
  { code: 'SEK', before: 'kr|Skr', after: 'Swedish kronor|Swedish crowns|Swedish krona|kronor|krona|crowns' },
  { code: 'DKK', before: 'DKr', after: 'Danish kroner|Danish crowns' },
  { code: 'ISK', after: 'Icelandic kronur' },
  { code: 'ILS', before: '₪|NIS', after: 'shekels|Israeli shekels' },
  { code: 'PLN', after: 'zlotys|zloty|Polish zlotys|złoty' },
  { code: 'CZK', after: 'Czech koruna|Czech crowns|koruna' },
  { code: 'HUF', after: 'forints|forint' },
  { code: 'RON', after: 'Romanian lei' },
  { code: 'AED', before: 'Dh', after: 'dirhams|UAE dirhams' },
  { code: 'SAR', after: 'Saudi riyals|riyals' },
  { code: 'QAR', after: 'Qatari riyals' },
  { code: 'KWD', after: 'Kuwaiti dinars' },
  { code: 'BHD', after: 'Bahraini dinars' },
  { code: 'EGP', after: 'Egyptian pounds' },
  { code: 'IDR', before: 'Rp', after: 'rupiah' },
  { code: 'MYR', before: 'RM', after: 'ringgit|Malaysian ringgit' },
  { code: 'THB', before: '฿', after: 'baht' },
  { code: 'PHP', before: '₱', after: 'Philippine pesos' },
  { code: 'VND', before: '₫', after: 'dong' },
  { code: 'TRY', before: '₺', after: 'Turkish lira|lira|liras' },
  { code: 'RUB', before: '₽', after: 'rubles|roubles' },
  { code: 'UAH', before: '₴', after: 'hryvnias|hryvnia' },
  { code: 'ZAR', after: 'rand' },
  { code: 'NGN', before: '₦', after: 'naira' },
  { code: 'KES', before: 'KSh|KSh.|Sh|Sh.', after: 'Kenyan shillings|shillings' },
  { code: 'TZS', before: 'TSh', after: 'Tanzanian shillings' },
  { code: 'UGX', before: 'USh', after: 'Ugandan shillings' },
  { code: 'GHS', after: 'cedis' },
  { code: 'CLP', after: 'Chilean pesos' },
  { code: 'COP', after: 'Colombian pesos' },
  { code: 'ARS', after: 'Argentine pesos' },
  { code: 'KZT', after: 'tenge' },
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = (one: string, other: string): number => other.length - one.length;
const written = (currency: CurrencyWords, side: 'before' | 'after'): string[] => [
  currency.code,
  ...(currency[side]?.split('|') ?? []),
];

function table(side: 'before' | 'after'): { codes: ReadonlyMap<string, string>; source: string } {
  const codes = new Map<string, string>();
  for (const currency of CURRENCIES) {
    for (const word of written(currency, side)) codes.set(word.toLowerCase(), currency.code);
  }
  const words = [...codes.keys()].sort(longestFirst);
  return { codes, source: words.map(escaped).join('|').replaceAll(' ', '[ \\u00a0]') };
}

const BEFORE = table('before');
const AFTER = table('after');

/** With the thousands or millions that Nordic notices write before the code ("MSEK 50"). */
export const CURRENCY_BEFORE = `[MT](?:SEK|EUR|NOK|DKK|USD)|${BEFORE.source}`;
export const CURRENCY_AFTER = AFTER.source;

/** Codes that are words when they are not in capitals. */
const WORDS_TOO = /^(?:try|cop|php|rm|ron|mad)$/;
/** Crowns that do not say whose they are. */
const CROWNS = new Set(['kr', 'kronor', 'krona', 'kroner', 'crowns']);

export interface CurrencyHints {
  /** `¥` is yuan in this text. */
  readonly yuanByDefault: boolean;
  /** The currency most sums of the text are in; asked only where a sign leaves it open. */
  readonly usualCurrency?: (() => string | undefined) | undefined;
}

/** The ISO code of a printed currency; an ambiguous sign goes by the text's usual currency. */
export function currencyCodeOf(
  printed: string,
  { yuanByDefault, usualCurrency }: CurrencyHints,
): string | undefined {
  if (WORDS_TOO.test(printed)) return undefined;
  const word = printed.replace(/\u00a0/g, ' ').toLowerCase();
  if (yuanByDefault && (word === '¥' || word === '￥')) return 'CNY';
  const usual = CROWNS.has(word) ? usualCurrency?.() : undefined;
  if (usual !== undefined && /^(?:SEK|NOK|DKK)$/.test(usual)) return usual;
  return BEFORE.codes.get(word) ?? AFTER.codes.get(word) ?? BEFORE.codes.get(word.slice(1));
}

/** "MSEK" counts in millions, "TEUR" in thousands. */
export const magnitudeOfCurrency = (printed: string): string | undefined =>
  /^[mt][a-z]{3}$/i.test(printed) && !BEFORE.codes.has(printed.toLowerCase())
    ? printed.charAt(0).toLowerCase() === 'm'
      ? 'million'
      : 'thousand'
    : undefined;

/** Whether a bare yen sign means yuan in this text: it speaks of yuan and never of yen. */
export const yenSignMeansYuan = (text: string): boolean =>
  /\b(?:yuan|renminbi|RMB)\b/i.test(text) && !/\byen\b|\bJPY\b/i.test(text);
