import { headlineValue, type Qualifier, type StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import { AMOUNT, AMOUNT_IN_DIGITS, MAY_HOLD_SUM, MAY_HOLD_WORDS } from './amount-grammar.ts';
import type { AmountMention } from './amount-mention.ts';
import { type CurrencyHints, currencyCodeOf, magnitudeOfCurrency } from './currencies.ts';
import { magnitudeValue, numeralValue, wordValue } from './numerals.ts';
import { qualifierAt } from './qualifiers.ts';
import { figuresAmount, multiAmount, vagueAmount } from './vague-amounts.ts';

export interface ScanOptions extends CurrencyHints {
  /** Currency for sums printed without one, when the text before set none. */
  readonly currency?: string;
}

/** What one match of the grammar holds, and from where to scan on when it was not all of one sum. */
interface Found {
  readonly mentions: readonly AmountMention[];
  readonly next?: number;
}

/** All sums of money in `text`, left to right, spans counted from `offset`. */
export function scanAmounts(text: string, offset: number, options: ScanOptions): AmountMention[] {
  if (!MAY_HOLD_SUM.test(text)) return [];
  const grammar = MAY_HOLD_WORDS.test(text) ? AMOUNT : AMOUNT_IN_DIGITS;
  const found: AmountMention[] = [];
  let current = options.currency;
  grammar.lastIndex = 0;
  for (let match = grammar.exec(text); match !== null; match = grammar.exec(text)) {
    const { mentions, next } = interpret(match, text, {
      ...options,
      ...(current === undefined ? {} : { currency: current }),
    });
    for (const one of mentions) {
      found.push(one);
      if (!/\(\P{L}*$|\((?:[a-z]+ ){1,3}$/iu.test(text.slice(Math.max(0, one.start - 24), one.start)))
        current = one.amount.currency;
    }
    if (next !== undefined) grammar.lastIndex = next;
  }
  return found.map((one, at) => shifted(isYuan(one, at, found, text) ? inYuan(one) : one, offset));
}

/** What a dollar has bought of yuan, with room on both sides; of yen it is many times that. */
const YUAN_PER_DOLLAR = [Rational.of(5), Rational.of(10)] as const;

/** "¥500 million ($70 million)": the rate the text gives with the sign says which of its two currencies is meant. */
function isYuan(one: AmountMention, at: number, all: readonly AmountMention[], text: string): boolean {
  if (one.amount.currency !== 'JPY' || !/[¥￥]/.test(text.slice(...one.span))) return false;
  const [before, behind] = [all[at - 1], all[at + 1]];
  const other =
    behind !== undefined && CONVERTED.test(text.slice(one.span[1], behind.start))
      ? behind
      : before !== undefined && CONVERTED.test(text.slice(before.span[1], one.start))
        ? before
        : undefined;
  if (other?.amount.currency !== 'USD') return false;
  const [yuan, dollars] = [headlineValue(one.amount), headlineValue(other.amount)];
  const [least, most] = YUAN_PER_DOLLAR;
  return yuan.compare(dollars.times(least)) > 0 && yuan.compare(dollars.times(most)) < 0;
}
/** What stands between two sums that are one. */
const CONVERTED = /^ ?[([](?:[a-z]+ ){0,3}$|^,? (?:or|equal to|equivalent to|which is)(?: [a-z]+)? $/i;

const inYuan = (one: AmountMention): AmountMention => ({
  ...one,
  amount: { ...one.amount, currency: 'CNY' },
});

const shifted = (one: AmountMention, by: number): AmountMention => ({
  ...one,
  span: [one.span[0] + by, one.span[1] + by],
  start: one.start + by,
});

const NOTHING: Found = { mentions: [] };

function interpret(match: RegExpExecArray, text: string, options: ScanOptions): Found {
  const g = match.groups ?? {};
  const span = [match.index, match.index + match[0].length] as const;
  if (g.c1 !== undefined) return currencyFirst(match, text, options);
  if (g.c3 !== undefined) return currencyAfter(match, text, options);
  if (g.n5 !== undefined) {
    if (options.currency === undefined || isCount(text, span[1])) return NOTHING;
    return { mentions: [single(text, span, options.currency, times(numeralValue(g.n5), g.m5), true)] };
  }
  if (g.w1 !== undefined) return inWords(match, text, options);
  const vague = vagueIn(g, options);
  return vague === undefined ? NOTHING : { mentions: [{ amount: vague, span, start: span[0], bare: false }] };
}

function vagueIn(
  g: Readonly<Record<string, string | undefined>>,
  options: ScanOptions,
): StatedAmount | undefined {
  if (g.v1 !== undefined) return vagueAmount(g.v1, g.v2, g.v3, codeOf(g.c5, options) ?? 'USD');
  if (g.x1 !== undefined)
    return multiAmount(g.x1, codeOf(`${g.c7}s`, options) ?? codeOf(g.c7, options) ?? 'USD');
  if (g.f1 !== undefined)
    return figuresAmount(g.f1, g.p1, codeOf(g.c6, options) ?? options.usualCurrency?.() ?? 'USD');
  const unicorn = g.u1 ?? g.u2;
  if (unicorn === undefined) return undefined;
  const value = Rational.of(10n ** (unicorn.toLowerCase() === 'decacorn' ? 10n : 9n));
  return { currency: 'USD', value, qualifier: 'at_least' };
}

function currencyFirst(match: RegExpExecArray, text: string, options: ScanOptions): Found {
  const { c1 = '', n1 = '', m1, j1, c2, n2, m2, k1 } = match.groups ?? {};
  const currency = codeOf(c1 === '$' && k1 !== undefined ? `${k1}$` : c1, options);
  if (currency === undefined) return NOTHING;
  const own = m1 ?? magnitudeOfCurrency(c1);
  const [start, end] = [match.index, match.index + match[0].length];
  if (n2 === undefined || j1 === undefined)
    return { mentions: [single(text, [start, end], currency, times(numeralValue(n1), own))] };
  const firstEnd = start + match[0].indexOf(j1, c1.length + n1.length);
  const shared = own === undefined && m2 !== undefined && c2 === undefined ? m2 : own;
  const low = times(numeralValue(n1), own ?? (c2 === undefined || isSmall(n1) ? m2 : undefined));
  const high = times(numeralValue(n2), m2 ?? own);
  const isOne =
    (c2 === undefined || codeOf(c2, options) === currency) &&
    low.compare(high) < 0 &&
    !(c2 === undefined && m2 === undefined && (isCount(text, end) || isYear(n2))) &&
    isRange(text, start, j1, own === undefined && m2 !== undefined);
  if (isOne) return { mentions: [range(text, [start, end], currency, low, high)] };
  // Two sums, not a range: the first alone, which may leave its magnitude to the second, and the scan goes on behind it.
  const value =
    own === undefined && m2 !== undefined && isSmall(n1) && /to/i.test(j1)
      ? low
      : times(numeralValue(n1), c2 === undefined && /to/i.test(j1) ? shared : own);
  return { mentions: [single(text, [start, firstEnd], currency, value)], next: firstEnd };
}

function currencyAfter(match: RegExpExecArray, text: string, options: ScanOptions): Found {
  const { n3 = '', m3, j3, n4, m4, c3 } = match.groups ?? {};
  const currency = codeOf(c3, options);
  if (currency === undefined) return NOTHING;
  const [start, end] = [match.index, match.index + match[0].length];
  const isRate = /[=≈] ?$/.test(text.slice(Math.max(0, start - 2), start));
  if (m3 === undefined && m4 === undefined && !isRate && isSmall(n3) && WORDS_TOO.test(c3 ?? ''))
    return NOTHING;
  if (n4 === undefined || j3 === undefined)
    return { mentions: [single(text, [start, end], currency, times(numeralValue(n3), m3 ?? m4))] };
  const min = times(numeralValue(n3), m3 ?? m4);
  const max = times(numeralValue(n4), m4 ?? m3);
  if (min.compare(max) < 0 && !isYear(n3) && isRange(text, start, j3, m3 === undefined))
    return { mentions: [range(text, [start, end], currency, min, max)] };
  const join = start + match[0].indexOf(j3, n3.length);
  const first =
    m3 === undefined ? [] : [single(text, [start, join], currency, times(numeralValue(n3), m3), true)];
  return { mentions: first, next: join + j3.length };
}

/** "of 12 won", "5 pounds": so few of them are no money. */
const WORDS_TOO = /^(?:won|rand|pounds|crowns|dong|lei)$/i;

function inWords(match: RegExpExecArray, text: string, options: ScanOptions): Found {
  const { w1 = '', j5, w2, m6, c4 } = match.groups ?? {};
  const printed = codeOf(c4, options);
  const currency = printed ?? options.currency;
  const span = [match.index, match.index + match[0].length] as const;
  if (currency === undefined || (printed === undefined && isCount(text, span[1]))) return NOTHING;
  const first = fractionOrWord(w1);
  // "a million" without a currency is a figure of speech.
  if (first === undefined || (printed === undefined && /^an?$/i.test(w1))) return NOTHING;
  if (w2 === undefined || j5 === undefined)
    return { mentions: [single(text, span, currency, times(first, m6), printed === undefined)] };
  const second = wordValue(w2);
  return second === undefined
    ? NOTHING
    : { mentions: [range(text, span, currency, times(first, m6), times(second, m6))] };
}

function fractionOrWord(words: string): Rational | undefined {
  const text = words.toLowerCase();
  if (/^(?:a[ -])?half/.test(text)) return Rational.of(1, 2);
  if (/quarters?\sof/.test(text)) return Rational.of(text.startsWith('three') ? 3 : 1, 4);
  return text === 'a' || text === 'an' ? Rational.ONE : wordValue(text.replace(/\s/g, ' '));
}

const MOVES =
  /\b(?:rose|risen|rise|rising|grew|grown|grow|fell|fall(?:s|en)?|dropp?(?:s|ed)?|jump(?:s|ed)?|up|down|cut|reduced|lowered|slashed|shrink|shrank|climb(?:s|ed)?|increas(?:e|es|ed|ing)|rais(?:es|ed)|went|gone|moved?|doubled|tripled|valuation|price|upsized|expanded|boosted|soared|surged|plunged|slid) (?:[\p{L}\d’'-]+ ){0,4}from $/iu;

/** "A to B" is a range unless it is a move "from A to B"; "A and B" is one only after "between". */
function isRange(text: string, start: number, join: string, sharedUnit: boolean): boolean {
  const before = text.slice(Math.max(0, start - 60), start).replace(/\s/g, ' ');
  const plain = before.replace(/(?:about|around|roughly) $/i, '');
  if (/and/i.test(join)) return /\bbetween $/i.test(plain);
  if (!/to/i.test(join) || !/\bfrom $/i.test(plain)) return true;
  if (/\b(?:rang(?:e|es|ed|ing)|anywhere) from $/i.test(plain)) return true;
  return sharedUnit && !MOVES.test(plain);
}

const isYear = (numeral: string): boolean => /^(?:19|20)\d\d$/.test(numeral);
/** "$4 to $6 billion": so small a sum goes by the magnitude behind it. */
const isSmall = (numeral: string): boolean => /^\d{1,3}(?:\.\d+)?$/.test(numeral);

/** A number without a currency counts things when a plain noun follows ("1.2 billion working hours"). */
function isCount(text: string, end: number): boolean {
  const after = text.slice(end, end + 40);
  if (/^\s*(?:[.,;:!?)"”’]|$)/.test(after)) return false;
  return !/^\s(?:for|in|from|to|at|and|or|by|with|of (?:the |its |new )?(?:money|funding|capital|equity|debt)|round|raise|financing|funding|valuation|deal|landed|so far|is|was|would|will|on|over|more|next|net|each|apiece)\b/i.test(
    after,
  );
}

const codeOf = (printed: string | undefined, options: ScanOptions): string | undefined =>
  printed === undefined ? undefined : currencyCodeOf(printed, options);

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

function range(
  text: string,
  span: readonly [number, number],
  currency: string,
  min: Rational,
  max: Rational,
): AmountMention {
  const between = /(?:somewhere |anywhere )?between (?:about |around |roughly )?$/i.exec(
    text.slice(Math.max(0, span[0] - 34), span[0]),
  )?.[0];
  const around: { qualifier: Qualifier; start: number } =
    between === undefined
      ? qualifierAt(text, span[0], span[1])
      : {
          qualifier: /about|around|roughly/i.test(between) ? 'about' : 'exact',
          start: span[0] - between.length,
        };
  return {
    amount: { currency, min, max, qualifier: around.qualifier },
    span,
    start: around.start,
    bare: false,
  };
}
