import { Rational } from '@tranche/core/rational';
import { LETTER, NO_LETTER_BEHIND } from '../words/index.ts';

/** Powers of ten behind the words and letters after a number, lower-cased. */
const MAGNITUDES: Readonly<Record<string, number>> = {
  thousand: 3,
  thousands: 3,
  k: 3,
  lakh: 5,
  lakhs: 5,
  million: 6,
  millions: 6,
  mln: 6,
  mn: 6,
  mio: 6,
  mil: 6,
  mill: 6,
  mm: 6,
  m: 6,
  crore: 7,
  crores: 7,
  cr: 7,
  billion: 9,
  billions: 9,
  bln: 9,
  bn: 9,
  mrd: 9,
  mld: 9,
  b: 9,
  'lakh crore': 12,
  'lakh crores': 12,
  trillion: 12,
  trillions: 12,
  trn: 12,
  tn: 12,
  t: 12,
  万: 4,
  億: 8,
  亿: 8,
  兆: 12,
};

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const NARROW = '\\u00a0\\u2009\\u202f';
/** `1,250,000`, `1,00,000`, `1.250.000`, `1 250 000`, `1.5`, and `1,5` where a magnitude follows. */
export const NUMERAL =
  `\\d{1,3}(?:,\\d{2,3})*,\\d{3}(?!,?\\d)(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d{3}){2,}(?!\\d)|\\d{1,3}(?:[ ${NARROW}]\\d{3})+(?![\\d])|` +
  `\\d{1,4},\\d{1,2}(?=[ ${NARROW}]?(?:m|b|tr|k|€))|\\d+(?:\\.\\d+)?`;
const CURRENCY_LETTERS = 'EUR|USD|GBP|SEK|NOK|DKK|CHF|€|\\$|£';
export const MAGNITUDE =
  `lakh[ \\u00a0]crores?|trillions?|billions?|millions?|thousand|lakhs?|crores?|trn|tn${NO_LETTER_BEHIND}|bln|bn|mln|mn${NO_LETTER_BEHIND}|mio|mill${NO_LETTER_BEHIND}|mil${NO_LETTER_BEHIND}|mrd|mld|mm${NO_LETTER_BEHIND}|cr${NO_LETTER_BEHIND}|` +
  `[kmbt](?=${CURRENCY_LETTERS})|[kmbt](?![${LETTER}\\d])|[万億亿兆]`;
export const MAGNITUDE_WORD = 'trillion|billion|million|thousand';
const NUMBER_WORD = [...UNITS.slice(1), ...TENS].sort((one, other) => other.length - one.length).join('|');
const SMALL = `(?:${NUMBER_WORD})(?:[- ](?:${NUMBER_WORD}))?`;
/** "ten", "twenty-five", "a hundred", "two hundred and fifty", "one and a half". */
export const NUMBER_IN_WORDS = `(?:(?:an?|${SMALL})[- ]hundred(?:(?:[- ]and)?[- ]${SMALL})?|${SMALL})(?:[- ]and[- ]an?[- ](?:half|quarter))?`;

/** Digits as printed, exact: grouped by commas, points or spaces, with a point or a comma before decimals. */
export function numeralValue(digits: string): Rational {
  const bare = digits.replace(/[ \u00a0\u2009\u202f]/g, '');
  const [whole = '0', part = ''] = /^\d+,\d{1,2}$/.test(bare)
    ? bare.split(',')
    : /^\d{1,3}(?:\.\d{3}){2,}$/.test(bare)
      ? [bare.replaceAll('.', '')]
      : bare.replaceAll(',', '').split('.');
  return Rational.of(BigInt(whole + part), 10n ** BigInt(part.length));
}

export function magnitudeValue(word: string | undefined): Rational {
  const power = word === undefined ? 0 : (MAGNITUDES[word.replace(/\s/g, ' ').toLowerCase()] ?? 0);
  return Rational.of(10n ** BigInt(power));
}

/** A number in words as `NUMBER_IN_WORDS` finds it. Undefined when it is none. */
export function wordValue(words: string): Rational | undefined {
  let total = 0;
  let fraction = Rational.ZERO;
  for (const word of words.toLowerCase().split(/[ -]/)) {
    if (word === 'and' || word === 'a' || word === 'an') continue;
    if (word === 'hundred') total = (total || 1) * 100;
    else if (word === 'half') fraction = Rational.of(1, 2);
    else if (word === 'quarter') fraction = Rational.of(1, 4);
    else {
      const unit = UNITS.indexOf(word);
      const ten = TENS.indexOf(word);
      if (unit < 0 && ten < 0) return undefined;
      total += unit >= 0 ? unit : (ten + 2) * 10;
    }
  }
  return Rational.of(total).plus(fraction);
}
