import { LETTER, NO_LETTER_BEFORE, NO_LETTER_BEHIND } from '../words/index.ts';
import { CURRENCY_AFTER, CURRENCY_BEFORE } from './currencies.ts';
import { MAGNITUDE, MAGNITUDE_WORD, NUMBER_IN_WORDS, NUMERAL } from './numerals.ts';

/** A space within a sum, which a line break may be; and one that may be left out. */
const S = '[ \\u00a0\\u2009\\u202f\\n]';
const O = `${S}?`;
const JOIN = `(?:${O}[-–—]${O}|${S}(?:to|and)${S})`;
const NOT_IN_WORD = `(?<![${LETTER}\\d])`;
const NOT_IN_NUMBER = `(?<![${LETTER}\\d.,$€£¥₹₩])`;

/** Sums in digits:
 * - `first`: currency before the number ("$40bn", "Rs 3.42 lakh crore"), perhaps a range ("Rs 560-600 crore");
 * - `plain`: number and magnitude with the currency after it ("10 to 15 million euros");
 * - `bare`: number and magnitude whose currency the sums before it give. */
const IN_DIGITS = [
  `${NOT_IN_WORD}(?<c1>${CURRENCY_BEFORE})${O}(?<n1>${NUMERAL})(?:${O}-?(?<m1>${MAGNITUDE}))?(?![\\d])` +
    `(?:(?<j1>${JOIN})(?<c2>${CURRENCY_BEFORE})?${O}(?<n2>${NUMERAL})(?:${O}-?(?<m2>${MAGNITUDE}))?(?![\\d%]))?` +
    `(?:[ \\u00a0-](?:(?:US|U\\.S\\.)${S})?(?:dollars?|USD|(?<k1>CAD|CDN|AUD|NZD|SGD|HKD))${NO_LETTER_BEHIND})?`,
  `${NOT_IN_NUMBER}(?<n3>${NUMERAL})(?:${O}-?(?<m3>${MAGNITUDE}))?` +
    `(?:(?<j3>${JOIN})(?<n4>${NUMERAL}))?(?:${O}-?(?<m4>${MAGNITUDE}))?(?:${S}of)?${O}-?(?<c3>${CURRENCY_AFTER})(?![${LETTER}\\d])`,
  `${NOT_IN_NUMBER}(?<n5>${NUMERAL})${S}(?<m5>${MAGNITUDE_WORD}|crore|lakh${S}crore)${NO_LETTER_BEHIND}`,
];

const FIGURES = 'five|six|seven|eight|nine|ten|eleven|twelve';
const VAGUE = `several|a${S}few|a${S}couple${S}(?:of)?|tens${S}of|dozens${S}of|hundreds${S}of`;
const WHAT = 'sum|amount|round|investment|deal|raise|cheque|check|funding|financing|figure|valuation|stake';

/** Sums in words:
 * - `worded`: "half a trillion dollars", "two hundred and fifty million pounds", "a half-billion-dollar";
 * - `vague`: "several hundred million yuan", "a multibillion-dollar round";
 * - `figures`: "a nine-figure sum", "low eight figures"; and "a unicorn price". */
const IN_WORDS = [
  `${NO_LETTER_BEFORE}(?<w1>(?:a[ -])?half(?:${S}an?)?|(?:a${S}|three${S})?quarters?${S}of${S}a|${NUMBER_IN_WORDS}|an?)(?:(?<j5>${JOIN})(?<w2>${NUMBER_IN_WORDS}))?[ \\u00a0\\n-](?<m6>${MAGNITUDE_WORD})(?:[ \\u00a0\\n-](?<c4>${CURRENCY_AFTER}))?${NO_LETTER_BEHIND}`,
  `${NO_LETTER_BEFORE}(?<v1>${VAGUE})(?:${S}(?<v2>hundred|thousand))?(?:s${S}of)?${S}(?<v3>${MAGNITUDE_WORD})s?(?:${S}of)?${S}(?<c5>${CURRENCY_AFTER})${NO_LETTER_BEHIND}`,
  `${NO_LETTER_BEFORE}multi-?(?<x1>million|billion)[ -](?<c7>dollar|euro|pound|yen|yuan|rupee|won)${NO_LETTER_BEHIND}`,
  `${NO_LETTER_BEFORE}(?:(?:an?|the)${S}(?:(?!low|mid|high)[${LETTER}]+${S})?)?(?:(?<p1>low|mid|high)[ -](?:to[ -]mid[ -])?)?(?<f1>${FIGURES})[ -](?:figures${NO_LETTER_BEHIND}|figure(?:${S}(?<c6>${CURRENCY_AFTER}))?${S}(?:[${LETTER}]+${S})?(?:${WHAT})${NO_LETTER_BEHIND})`,
  `${NO_LETTER_BEFORE}(?:(?:an?|the)${S})?(?<u1>unicorn|decacorn)${S}(?:price|valuation|status|level|value|club|territory|ranks)${NO_LETTER_BEHIND}(?!${S}(?:of|at)${S})`,
  `(?<=${NO_LETTER_BEFORE}(?:bec(?:o|a)mes?|becoming|turn(?:s|ed|ing)?(?:${S}into)?|ma(?:d|k)(?:e|es|ing)${S}[^․.;,\\n]{2,40}?)${S}(?:(?:an?|the)${S})?(?:(?:new|latest|first|newest)${S})?)(?<u2>unicorn|decacorn)${NO_LETTER_BEHIND}`,
];

/** The amount grammar, tried at each place a number, a currency or a vague sum can begin. */
export const AMOUNT = new RegExp([...IN_DIGITS, ...IN_WORDS].join('|'), 'gi');
/** The same for a text whose sums are all in digits. */
export const AMOUNT_IN_DIGITS = new RegExp(IN_DIGITS.join('|'), 'gi');

/** Cheap sign of a sum: a digit, or what the grammar of sums in words needs. */
export const MAY_HOLD_SUM = /\d|illion|thousand|[ -]figure|corn/i;
export const MAY_HOLD_WORDS = new RegExp(
  `[${LETTER}]s?[ \\u00a0\\n-](?:hundred |of )?(?:thousand|[mb]illion|trillion)|multi-?[mb]illion|[ -]figure|corn\\b`,
  'i',
);
