import type { Qualifier, StatedAmount } from '@tranche/core/money';
import { Rational } from '@tranche/core/rational';
import type { Numeral } from './numerals.ts';

/** Words around a number that qualify it, the first kind that fits wins. */
export type QualifierWords = readonly (readonly [Qualifier, string])[];

/** How a language writes sums of money. All sources are parts of one regular expression. */
export interface MoneyWords {
  /** Currencies written before and after a number: code and source. */
  readonly before: readonly (readonly [string, string])[];
  readonly after: readonly (readonly [string, string])[];
  /** A number with counting characters in it; what `numeralValue` reads. */
  readonly numeral: string;
  readonly numeralValue: (printed: string) => Numeral;
  /** Words behind a number that multiply it: source and power of ten. */
  readonly scales: readonly (readonly [string, number])[];
  /** Between the bounds of a range ("至", " bis "). */
  readonly range: string;
  /** Before a range ("entre"); left out of the value. */
  readonly rangeOpens?: string;
  /** Between the number and the currency ("d'"). */
  readonly of: string;
  readonly qualifiersBefore: QualifierWords;
  readonly qualifiersAfter: QualifierWords;
  /** Sums in words: "eine halbe Milliarde", "plusieurs centaines de millions". Values are without the currency. */
  readonly worded: readonly WordedSum[];
  /** What stands behind a number with a scale and no currency when it is a sum ("3亿，"); none are when absent. */
  readonly bare?: RegExp;
  /** A percentage, with group `n`; `value` reads it. */
  readonly percent: RegExp;
  readonly percentValue: (printed: string) => Rational;
}

export interface WordedSum {
  readonly source: string;
  readonly low: Rational;
  readonly high?: Rational;
  readonly qualifier?: Qualifier;
  /** The words are a sum without a currency behind them ("ein dreistelliger Millionenbetrag"). */
  readonly complete?: boolean;
}

/** A sum in a line; places count characters of the line. `from` is where its qualifying words begin. */
export interface LineAmount {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly amount: StatedAmount;
}

export interface LinePercent {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly percent: Rational;
  readonly qualifier: Qualifier;
}

interface Grammar {
  readonly amount: RegExp;
  readonly qualifiersBefore: readonly (readonly [Qualifier, RegExp])[];
  readonly qualifiersAfter: readonly (readonly [Qualifier, RegExp])[];
}

const REACH = 30;
const grammars = new WeakMap<MoneyWords, Grammar>();

function grammarOf(words: MoneyWords): Grammar {
  const known = grammars.get(words);
  if (known !== undefined) return known;
  const either = (list: readonly (readonly [string, unknown])[]): string =>
    list.map(([source]) => source).join('|');
  const coded = (list: readonly (readonly [string, string])[], side: string): string =>
    list.map(([code, source]) => `(?<${side}${code}>${source})`).join('|');
  const scales = either(words.scales);
  const value = (name: string): string =>
    `(?<${name}>${words.numeral})(?:[ -]?(?<s${name}>${scales})(?![\\p{Script=Latin}\\d]))?`;
  const currency = coded(words.after, 'z');
  const open = words.rangeOpens === undefined ? '' : `(?:${words.rangeOpens})?`;
  const worded = words.worded.map(({ source }, index) => `(?<w${index}>${source})`).join('|');
  const after = `(?:${words.of})(?:${currency})(?!(?<=[A-Za-z])[\\p{Script=Latin}])`;
  const amount = new RegExp(
    [
      `(?<![\\p{Script=Latin}\\d])${open}(?:${coded(words.before, 'a')}) ?${value('a1')}(?!\\d)(?:(?:${words.range})(?:${either(words.before.map(([, source]) => [source, 0] as const))})? ?${value('a2')}(?!\\d))?(?: ?(?:${either(words.after.map(([, source]) => [source, 0] as const))})(?!(?<=[A-Za-z])[\\p{Script=Latin}]))?`,
      ...(worded === ''
        ? []
        : [`(?<![\\p{Script=Latin}])(?:${worded})(?:${after.replaceAll('(?<z', '(?<y')})?`]),
      `(?<![\\p{Script=Latin}\\d.,$€£¥])${open}${value('b1')}(?:(?:${words.of})(?:${either(words.after.map(([, source]) => [source, 0] as const))}))?(?:${words.range})${value('b2')}${after.replaceAll('(?<z', '(?<x')}`,
      `(?<![\\p{Script=Latin}\\d.,$€£¥])${value('c1')}${after}`,
      `(?<![\\p{Script=Latin}\\d.,$€£¥])(?<d1>${words.numeral})(?:[ -]?(?<sd1>${scales}))?`,
    ].join('|'),
    'gu',
  );
  const compiled = (list: QualifierWords, before: boolean): (readonly [Qualifier, RegExp])[] =>
    list.map(([qualifier, source]) => [
      qualifier,
      new RegExp(before ? `(?<![\\p{Script=Latin}])(${source}) ?$` : `^ ?(?:${source})`, 'iu'),
    ]);
  const grammar = {
    amount,
    qualifiersBefore: compiled(words.qualifiersBefore, true),
    qualifiersAfter: compiled(words.qualifiersAfter, false),
  };
  grammars.set(words, grammar);
  return grammar;
}

/** All sums of a line, left to right. `fallback` is the currency of sums that name none; without it they are no sums. */
export function amountsIn(line: string, words: MoneyWords, fallback?: string): LineAmount[] {
  const grammar = grammarOf(words);
  const found: LineAmount[] = [];
  let last = fallback;
  for (const match of line.matchAll(grammar.amount)) {
    const read = readValue(match, words, line, last);
    if (read === undefined) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const around = qualifierAround(line, start, end, grammar);
    const qualifier = read.qualifier ?? around.qualifier;
    const amount: StatedAmount =
      read.high === undefined
        ? { currency: read.currency, value: read.low, qualifier }
        : { currency: read.currency, min: read.low, max: read.high, qualifier };
    found.push({ start, end, from: around.from, amount });
    last = read.currency;
  }
  return found;
}

interface ReadValue extends Numeral {
  readonly currency: string;
  readonly qualifier?: Qualifier;
}

function readValue(
  match: RegExpExecArray,
  words: MoneyWords,
  line: string,
  fallback: string | undefined,
): ReadValue | undefined {
  const groups = match.groups ?? {};
  const currency = Object.keys(groups).find(
    (name) => /^[axyz][A-Z]{3}$/.test(name) && groups[name] !== undefined,
  );
  const code = currency?.slice(1);
  const scaled = (name: string, other?: string): Numeral | undefined => {
    const printed = groups[name];
    if (printed === undefined) return undefined;
    const scale =
      groups[`s${name}`] ?? (other === undefined || hasScale(printed) ? undefined : groups[`s${other}`]);
    const power = Rational.of(10n ** BigInt(scale === undefined ? 0 : powerOf(scale, words)));
    const { low, high } = words.numeralValue(printed);
    return high === undefined
      ? { low: low.times(power) }
      : { low: low.times(power), high: high.times(power) };
  };
  const index = words.worded.findIndex((_, at) => groups[`w${at}`] !== undefined);
  const sum = words.worded[index];
  if (sum !== undefined) {
    const known = code ?? (sum.complete === true ? (fallback ?? 'EUR') : undefined);
    if (known === undefined) return undefined;
    return {
      currency: known,
      low: sum.low,
      ...(sum.high === undefined ? {} : { high: sum.high }),
      ...(sum.qualifier === undefined ? {} : { qualifier: sum.qualifier }),
    };
  }
  const single = scaled('c1') ?? (groups.a2 === undefined ? scaled('a1') : undefined);
  if (single !== undefined && code !== undefined) return vague(single, code, match[0]);
  const low = scaled('a1', 'a2') ?? scaled('b1', 'b2');
  const high = scaled('a2') ?? scaled('b2');
  if (low !== undefined && high !== undefined && code !== undefined) {
    const first = raised(
      low.low,
      high.low,
      groups.b1 ?? groups.a1 ?? '',
      groups.b2 ?? groups.a2 ?? '',
      words,
    );
    return first.compare(high.low) < 0 ? { currency: code, low: first, high: high.low } : undefined;
  }
  const bare = scaled('d1');
  const behind = line.slice(match.index + match[0].length);
  if (bare === undefined || fallback === undefined || words.bare === undefined) return undefined;
  const counts = groups.sd1 !== undefined || hasScale(groups.d1 ?? '');
  return counts && words.bare.test(behind) ? vague(bare, fallback, match[0]) : undefined;
}

const COUNTING = /[十百千万萬亿億兆]/;
const hasScale = (printed: string): boolean => COUNTING.test(printed);

/** "20至30亿": the first bound counts in what the second one does. */
function raised(low: Rational, high: Rational, first: string, second: string, words: MoneyWords): Rational {
  if (hasScale(first) || !hasScale(second) || low.compare(high) >= 0) return low;
  const bare = words.numeralValue(/^[\d.,]+/.exec(second)?.[0] ?? '1').low;
  return low.times(high).dividedBy(bare);
}

/** "数亿元" is about a range; "10余亿" is more than the number. */
function vague(numeral: Numeral, currency: string, printed: string): ReadValue {
  if (numeral.high !== undefined) return { ...numeral, currency, qualifier: 'about' };
  return /[余餘多]/.test(printed) ? { ...numeral, currency, qualifier: 'over' } : { ...numeral, currency };
}

function powerOf(scale: string, words: MoneyWords): number {
  return words.scales.find(([source]) => new RegExp(`^(?:${source})$`, 'u').test(scale))?.[1] ?? 0;
}

function qualifierAround(
  line: string,
  start: number,
  end: number,
  grammar: Grammar,
): { qualifier: Qualifier; from: number } {
  const before = line.slice(Math.max(0, start - REACH), start);
  for (const [qualifier, pattern] of grammar.qualifiersBefore) {
    const match = pattern.exec(before);
    if (match) return { qualifier, from: start - before.length + match.index };
  }
  const after = line.slice(end, end + REACH);
  for (const [qualifier, pattern] of grammar.qualifiersAfter) {
    if (pattern.test(after)) return { qualifier, from: start };
  }
  return { qualifier: 'exact', from: start };
}

/** All percentages of a line, left to right. */
export function percentsIn(line: string, words: MoneyWords): LinePercent[] {
  const grammar = grammarOf(words);
  return [...line.matchAll(words.percent)].map((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const { qualifier, from } = qualifierAround(line, start, end, grammar);
    return { start, end, from, qualifier, percent: words.percentValue(match.groups?.n ?? '0') };
  });
}
