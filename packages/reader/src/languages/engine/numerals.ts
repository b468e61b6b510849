import { Rational } from '@tranche/core/rational';

/** One value, or the bounds of a vague one ("数千万"). */
export interface Numeral {
  readonly low: Rational;
  readonly high?: Rational;
}

/** Powers of ten behind the characters that count in Chinese and Japanese. */
const POWERS: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  亿: 8,
  億: 8,
  兆: 12,
  万亿: 12,
  萬億: 12,
};
const DIGITS = '〇一二三四五六七八九';

const DIGIT_RUN = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const BIG = '万亿|萬億|[万萬亿億兆]';
const SMALL_RUN = '[一二两兩三四五六七八九十百千〇零]{1,7}';

/** A number with its counting characters: `1億5000万`, `3.42万亿`, `两千万`, `数十亿`, `1,000`. */
export const CJK_NUMERAL =
  `(?:(?:${DIGIT_RUN}) ?[余多餘数數]?(?:[十百千]?(?:${BIG})|[百千])(?:(?:\\d{1,4}(?:\\.\\d+)?) ?(?:千?[万萬]|[亿億]))?` +
  `|[数數][十百千]?(?:${BIG})|(?:${SMALL_RUN})(?:${BIG})|(?<=[近约約超过過逾上达])(?:[十百千]?(?:${BIG}))|${DIGIT_RUN})`;

const PART = new RegExp(
  `(?:(${DIGIT_RUN}) ?[余多餘数數]?([十百千])?|([数數])([十百千])?|(${SMALL_RUN}))?(${BIG})|(${DIGIT_RUN})([百千])?|([十百千])(?=[万萬亿億])`,
  'g',
);

const tenTo = (power: number): Rational => Rational.of(10n ** BigInt(power));

function digitsValue(digits: string): Rational {
  const [whole = '0', part = ''] = digits.replaceAll(',', '').split('.');
  return Rational.of(BigInt(whole + part), 10n ** BigInt(part.length));
}

/** "二十五", "两千", "十". */
function characterValue(run: string): Rational {
  let total = 0;
  let digit = 0;
  for (const char of run.replace(/[两兩]/g, '二').replace(/零/g, '〇')) {
    const value = DIGITS.indexOf(char);
    if (value >= 0) digit = value;
    else {
      total += (digit === 0 ? 1 : digit) * 10 ** (POWERS[char] ?? 0);
      digit = 0;
    }
  }
  return Rational.of(total + digit);
}

/** The value of what `CJK_NUMERAL` matched. */
export function cjkValue(printed: string): Numeral {
  let low = Rational.ZERO;
  let vague: Rational | undefined;
  for (const match of printed.matchAll(PART)) {
    const [, digits, step, several, severalStep, run, big, bare, bareStep] = match;
    if (bare !== undefined) {
      low = low.plus(digitsValue(bare).times(tenTo(POWERS[bareStep ?? ''] ?? 0)));
      continue;
    }
    const unit = tenTo((POWERS[big ?? ''] ?? 0) + (POWERS[step ?? severalStep ?? ''] ?? 0));
    if (several !== undefined) vague = unit;
    else if (digits !== undefined) low = low.plus(digitsValue(digits).times(unit));
    else if (run !== undefined) low = low.plus(characterValue(run).times(unit));
    else low = low.plus(unit);
  }
  if (vague !== undefined)
    return { low: vague.times(Rational.of(2)), high: vague.times(Rational.of(99, 10)) };
  return { low };
}

/** "1.234,5" or "1'234.5" or "3 500": points, apostrophes or spaces between thousands, a decimal comma. */
export const CONTINENTAL_NUMERAL = "\\d{1,3}(?:[.' ]\\d{3})+(?!\\d)(?:,\\d+)?|\\d+(?:[.,]\\d+)?";

export function continentalValue(printed: string): Rational {
  const grouped = /^\d{1,3}(?:[.' ]\d{3})+(?!\d)/.test(printed);
  const plain = grouped ? printed.replace(/[.' ]/g, '').replace(',', '.') : printed.replace(',', '.');
  return digitsValue(plain);
}

/** "zwei Milliarden", "trois millions": counts in words before a scale, as sums without their currency. */
export function wordedScales(
  counts: readonly (readonly [string, number])[],
  scales: readonly (readonly [string, number])[],
): { readonly source: string; readonly low: Rational }[] {
  return scales.flatMap(([scale, power]) =>
    counts.map(([count, value]) => ({
      source: `${count} ${scale}`,
      low: Rational.of(BigInt(value)).times(Rational.of(10n ** BigInt(power))),
    })),
  );
}
