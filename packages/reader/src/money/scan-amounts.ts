import type { Qualifier, StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { AmountMention } from './amount-mention.ts';
import { CURRENCY_AFTER, CURRENCY_BEFORE, currencyCodeOf } from './currencies.ts';
import {
  MAGNITUDE,
  MAGNITUDE_WORD,
  magnitudeValue,
  NUMBER_WORD,
  NUMERAL,
  numeralValue,
  wordValue,
} from './numerals.ts';
import { qualifierAt } from './qualifiers.ts';

const S = '[ \\u00a0]';
const COUNT = `(?:${NUMBER_WORD})(?:-(?:${NUMBER_WORD}))?`;
const JOIN = `(?:${S}?[-–—]${S}?|${S}(?:to|and)${S})`;

/**
 * The amount grammar as one alternation, tried at each place a number, a currency or a vague sum can begin:
 * - `first`: currency before the number ("$40bn", "Rs 3.42 lakh crore"), perhaps a range ("Rs 560-600 crore");
 * - `plain`: number and magnitude with the currency after it or taken from context ("10 to 15 million euros");
 * - `worded`: numbers in words ("half a trillion dollars", "between ten and fifteen million euros");
 * - `vague`: orders of magnitude ("several hundred million yuan", "a nine-figure sum", "a unicorn price").
 */
const AMOUNT = new RegExp(
  [
    `(?<![\\p{L}\\d])(?<c1>${CURRENCY_BEFORE})${S}?(?<n1>${NUMERAL})(?:${S}?-?(?<m1>${MAGNITUDE}))?(?![\\d])` +
      `(?:(?<j1>${JOIN})(?<c2>${CURRENCY_BEFORE})?${S}?(?<n2>${NUMERAL})(?:${S}?-?(?<m2>${MAGNITUDE}))?(?![\\d%]))?` +
      `(?:${S}(?:US${S})?dollars?\\b)?`,
    `(?<![\\p{L}\\d.,$€£¥₹₩])(?<n3>${NUMERAL})(?:${S}?-?(?<m3>${MAGNITUDE}))?` +
      `(?:(?<j3>${JOIN})(?<n4>${NUMERAL}))?(?:${S}?-?(?<m4>${MAGNITUDE}))?(?:${S}of)?${S}?-?(?<c3>${CURRENCY_AFTER})(?!\\p{L})`,
    `(?<![\\p{L}\\d.,$€£¥₹₩])(?<n5>${NUMERAL})${S}(?<m5>${MAGNITUDE_WORD}|crore|lakh crore)(?!\\p{L})`,
    `(?<!\\p{L})(?<w1>half${S}a|a${S}quarter${S}of${S}a|an?|${COUNT})(?:(?<j5>${JOIN})(?<w2>${COUNT}))?${S}(?<m6>${MAGNITUDE_WORD})(?:${S}(?<c4>${CURRENCY_AFTER}))?(?!\\p{L})`,
    `(?<!\\p{L})(?<v1>several|a${S}few|tens${S}of|hundreds${S}of)(?:${S}(?<v2>hundred|thousand))?${S}(?<v3>${MAGNITUDE_WORD})s?(?:${S}of)?${S}(?<c5>${CURRENCY_AFTER})(?!\\p{L})`,
    `(?<!\\p{L})(?:an?|the)${S}(?:\\p{L}+${S})?(?<f1>five|six|seven|eight|nine|ten|eleven|twelve)-figure(?:${S}(?<c6>${CURRENCY_AFTER}))?${S}(?:sum|amount|round|investment|deal|raise|cheque|check)`,
    `(?<!\\p{L})(?:an?|the)${S}(?<u1>unicorn|decacorn)${S}(?:price|valuation|status|level|value)`,
  ].join('|'),
  'giu',
);

/** Cheap sign of a sum: a digit, a large number in words, or an order of magnitude. */
const MAY_HOLD_SUM = /\d|illion|thousand|crore|lakh|-figure|unicorn|decacorn/i;

export interface ScanOptions {
  readonly yuanByDefault: boolean;
  /** Currency for sums printed without one, when the text before set none. */
  readonly currency?: string;
  /** Currency for orders of magnitude ("a nine-figure sum"); US dollars when the text has no usual one. */
  readonly usualCurrency?: string;
}

/** All sums of money in `text`, left to right, spans counted from `offset`. */
export function scanAmounts(text: string, offset: number, options: ScanOptions): AmountMention[] {
  if (!MAY_HOLD_SUM.test(text)) return [];
  const found: AmountMention[] = [];
  let current = options.currency;
  AMOUNT.lastIndex = 0;
  for (let match = AMOUNT.exec(text); match !== null; match = AMOUNT.exec(text)) {
    const read = interpret(match, text, {
      ...options,
      ...(current === undefined ? {} : { currency: current }),
    });
    for (const one of read) {
      found.push(shifted(one, offset));
      if (!/\(\P{L}*$|\((?:[a-z]+ ){1,3}$/iu.test(text.slice(Math.max(0, one.start - 24), one.start)))
        current = one.amount.currency;
    }
  }
  return found;
}

const shifted = (one: AmountMention, by: number): AmountMention => ({
  ...one,
  span: [one.span[0] + by, one.span[1] + by],
  start: one.start + by,
});

function interpret(match: RegExpExecArray, text: string, options: ScanOptions): AmountMention[] {
  const g = match.groups ?? {};
  const span = [match.index, match.index + match[0].length] as const;
  if (g.c1 !== undefined) return currencyFirst(match, text, options);
  if (g.c3 !== undefined) return currencyAfter(match, text, options);
  if (g.n5 !== undefined) {
    if (options.currency === undefined || isCount(text, span[1])) return [];
    return [single(text, span, options.currency, times(numeralValue(g.n5), g.m5), true)];
  }
  if (g.w1 !== undefined) return inWords(match, text, options);
  if (g.v1 !== undefined) return [vagueMagnitude(match, options)];
  if (g.f1 !== undefined) {
    const digits = FIGURES.indexOf(g.f1.toLowerCase()) + 5;
    const currency = codeOf(g.c6, options) ?? options.usualCurrency ?? 'USD';
    const low = Rational.of(10n ** BigInt(digits - 1));
    const high = Rational.of(999n * 10n ** BigInt(digits - 3));
    return [ranged(span, { currency, min: low, max: high, qualifier: 'exact' })];
  }
  const value = Rational.of(10n ** (g.u1?.toLowerCase() === 'decacorn' ? 10n : 9n));
  return [{ amount: { currency: 'USD', value, qualifier: 'at_least' }, span, start: span[0], bare: false }];
}

const FIGURES = 'five six seven eight nine ten eleven twelve'.split(' ');

function currencyFirst(match: RegExpExecArray, text: string, options: ScanOptions): AmountMention[] {
  const { c1 = '', n1 = '', m1, j1, c2, n2, m2 } = match.groups ?? {};
  const currency = codeOf(c1, options);
  if (currency === undefined) return [];
  const start = match.index;
  const end = start + match[0].length;
  if (n2 === undefined || j1 === undefined)
    return [single(text, [start, end], currency, times(numeralValue(n1), m1))];
  const low = times(numeralValue(n1), m1 ?? m2);
  const high = times(numeralValue(n2), m2 ?? m1);
  const worded = /to|and/.test(j1);
  const sameCurrency = c2 === undefined || codeOf(c2, options) === currency;
  const isOne =
    sameCurrency &&
    low.compare(high) < 0 &&
    isRange(text, start, j1, c2 === undefined && worded && m2 === undefined);
  if (isOne)
    return [
      ranged([start, end], { currency, min: low, max: high, qualifier: 'exact' }, rangeStart(text, start)),
    ];
  // Two sums, not a range: give back the first alone and let the scan go on behind it.
  const firstEnd = start + match[0].indexOf(j1, c1.length);
  AMOUNT.lastIndex = firstEnd;
  return [single(text, [start, firstEnd], currency, times(numeralValue(n1), m1))];
}

function currencyAfter(match: RegExpExecArray, text: string, options: ScanOptions): AmountMention[] {
  const { n3 = '', m3, j3, n4, m4, c3 } = match.groups ?? {};
  const currency = codeOf(c3, options);
  if (currency === undefined) return [];
  const span = [match.index, match.index + match[0].length] as const;
  if (n4 === undefined || j3 === undefined)
    return [single(text, span, currency, times(numeralValue(n3), m3 ?? m4))];
  const min = times(numeralValue(n3), m3 ?? m4);
  const max = times(numeralValue(n4), m4 ?? m3);
  if (min.compare(max) >= 0) return [single(text, span, currency, max)];
  return [ranged(span, { currency, min, max, qualifier: 'exact' }, rangeStart(text, span[0]))];
}

function inWords(match: RegExpExecArray, text: string, options: ScanOptions): AmountMention[] {
  const { w1 = '', j5, w2, m6, c4 } = match.groups ?? {};
  const printed = codeOf(c4, options);
  const currency = printed ?? options.currency;
  const span = [match.index, match.index + match[0].length] as const;
  if (currency === undefined || (printed === undefined && isCount(text, span[1]))) return [];
  const first = fractionOrWord(w1);
  if (first === undefined) return [];
  // "a million" without a currency is a figure of speech.
  if (printed === undefined && /^an?$/i.test(w1)) return [];
  if (w2 === undefined || j5 === undefined)
    return [single(text, span, currency, times(first, m6), printed === undefined)];
  const second = wordValue(w2);
  if (second === undefined) return [];
  return [
    ranged(
      span,
      { currency, min: times(first, m6), max: times(second, m6), qualifier: 'exact' },
      rangeStart(text, span[0]),
    ),
  ];
}

function fractionOrWord(words: string): Rational | undefined {
  const text = words.toLowerCase();
  if (text.startsWith('half')) return Rational.of(1, 2);
  if (text.includes('quarter')) return Rational.of(1, 4);
  return text === 'a' || text === 'an' ? Rational.ONE : wordValue(text);
}

/** "several hundred million": from two of the unit to just under the next power; "tens of": 10 to 99 of it. */
function vagueMagnitude(match: RegExpExecArray, options: ScanOptions): AmountMention {
  const { v1 = '', v2, v3, c5 } = match.groups ?? {};
  const currency = codeOf(c5, options) ?? 'USD';
  const unit = magnitudeValue(v3);
  const span = [match.index, match.index + match[0].length] as const;
  const scale = (factor: number): Rational => unit.times(Rational.of(factor));
  const word = v1.toLowerCase();
  const hundred = v2?.toLowerCase() === 'hundred';
  const [low, high] = word.startsWith('tens')
    ? [scale(10), scale(99)]
    : word.startsWith('hundreds')
      ? [scale(100), scale(999)]
      : hundred
        ? [scale(200), scale(999)]
        : [scale(2), scale(9)];
  return ranged(span, { currency, min: low, max: high, qualifier: 'about' });
}

/** "A to B" is a range unless it is a move "from A to B"; "A and B" is one only after "between". */
function isRange(text: string, start: number, join: string, sharedUnit: boolean): boolean {
  const before = text.slice(Math.max(0, start - 40), start).toLowerCase();
  if (join.includes('and')) return /\bbetween[ \u00a0](?:about |around |roughly )?$/.test(before);
  if (!join.includes('to')) return true;
  return (
    sharedUnit ||
    !/\bfrom[ \u00a0](?:about |around |roughly )?$/.test(before) ||
    /\brang(?:e|es|ed|ing) from[ \u00a0]$/.test(before)
  );
}

function rangeStart(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 24), start);
  const match = /(?:somewhere )?between $/i.exec(before);
  return match ? start - match[0].length : start;
}

/** A number without a currency counts things when a plain noun follows ("1.2 billion working hours"). */
function isCount(text: string, end: number): boolean {
  const after = text.slice(end, end + 40);
  if (/^[ \u00a0]*(?:[.,;:!?)"”’']|$)/.test(after)) return false;
  return !/^[ \u00a0](?:for|in|from|to|at|and|or|by|with|of (?:the |its |new )?(?:money|funding|capital|equity|debt)|round|raise|financing|funding|valuation|deal|landed|so far|is|was|would|will|on|over|more|next|net)\b/i.test(
    after,
  );
}

const codeOf = (printed: string | undefined, options: ScanOptions): string | undefined =>
  printed === undefined ? undefined : currencyCodeOf(printed, options.yuanByDefault);

const times = (value: Rational, magnitude: string | undefined): Rational =>
  value.times(magnitudeValue(magnitude));

function single(
  text: string,
  span: readonly [number, number],
  currency: string,
  value: Rational,
  bare = false,
): AmountMention {
  const trimmed = [span[0], span[0] + text.slice(span[0], span[1]).trimEnd().length] as const;
  const { qualifier, start } = qualifierAt(text, trimmed[0], trimmed[1]);
  return { amount: { currency, value, qualifier }, span: trimmed, start, bare };
}

const ranged = (
  span: readonly [number, number],
  amount: StatedAmount & { readonly qualifier: Qualifier },
  start = span[0],
): AmountMention => ({ amount, span, start, bare: false });
