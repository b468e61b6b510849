import { Rational } from '@tranche/core/rational';

/** Powers of ten behind the words and letters after a number, lower-cased. */
const MAGNITUDES: Readonly<Record<string, number>> = {
  thousand: 3,
  k: 3,
  lakh: 5,
  lakhs: 5,
  million: 6,
  millions: 6,
  mln: 6,
  mn: 6,
  mio: 6,
  m: 6,
  crore: 7,
  crores: 7,
  cr: 7,
  billion: 9,
  billions: 9,
  bln: 9,
  bn: 9,
  mrd: 9,
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

export const NUMERAL = '\\d{1,3}(?:,\\d{2,3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
export const MAGNITUDE =
  'lakh[ \\u00a0]crores?|trillions?|billions?|millions?|thousand|lakhs?|crores?|trn|tn|bln|bn|mln|mn|mio|mrd|cr|[kmbt](?![\\p{L}\\d])|[万億亿兆]';
export const MAGNITUDE_WORD = 'trillion|billion|million|thousand';
export const NUMBER_WORD = [...UNITS.slice(1), ...TENS]
  .sort((one, other) => other.length - one.length)
  .join('|');

/** `1,00,000` and `40.0` as exact numbers. */
export function numeralValue(digits: string): Rational {
  const [whole = '0', part = ''] = digits.replaceAll(',', '').split('.');
  return Rational.of(BigInt(whole + part), 10n ** BigInt(part.length));
}

export function magnitudeValue(word: string | undefined): Rational {
  const power = word === undefined ? 0 : (MAGNITUDES[word.replace(/\u00a0/g, ' ').toLowerCase()] ?? 0);
  return Rational.of(10n ** BigInt(power));
}

/** "fifteen", "twenty-five". Undefined when it is not a number in words below one hundred. */
export function wordValue(words: string): Rational | undefined {
  let total = 0;
  for (const word of words.toLowerCase().split(/[ -]/)) {
    const unit = UNITS.indexOf(word);
    const ten = TENS.indexOf(word);
    if (unit < 0 && ten < 0) return undefined;
    total += unit >= 0 ? unit : (ten + 2) * 10;
  }
  return Rational.of(total);
}
