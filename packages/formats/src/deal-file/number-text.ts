import { Rational } from '@tranche/core/rational';

/** `12`, `-0.5`, `1_000_000`, `1,000,000`, `12.5m`, `20%`, `20/23`: what an editor checks a quoted number by. */
export const NUMBER_PATTERN =
  '^-?[0-9]+(_[0-9]+|,[0-9]{3})*(\\.[0-9]+)?( ?(k|m|bn|tn|%))?$|^-?[0-9]+/0*[1-9][0-9]*$';

const NUMBER = /^(-?\d+(?:_\d+|,\d{3})*(?:\.\d+)?)(?: ?(k|m|bn|tn|%))?$|^(-?\d+\/0*[1-9]\d*)$/;

/** Long enough for any exact result; short enough that arithmetic on it stays quick. */
const MOST_CHARACTERS = 400;

const SCALES: Readonly<Record<string, Rational>> = {
  k: Rational.of(1_000n),
  m: Rational.of(1_000_000n),
  bn: Rational.of(1_000_000_000n),
  tn: Rational.of(1_000_000_000_000n),
  '%': Rational.of(1n, 100n),
};

/**
 * The exact number that a field of the file holds, or undefined when it holds none. A number without quotes counts by
 * its decimal spelling, so that 0.1 is one tenth; `readDealFile` has refused one with more digits than it keeps.
 */
export function exactNumberOf(value: unknown): Rational | undefined {
  if (typeof value === 'number') {
    const read = Rational.fromShortestDecimal(value);
    return read.ok ? read.value : undefined;
  }
  if (typeof value !== 'string' || value.length > MOST_CHARACTERS) return undefined;
  const match = NUMBER.exec(value.trim());
  if (match === null) return undefined;
  const [, digits, scale, quotient] = match;
  const read = Rational.parse(quotient ?? (digits ?? '').replace(/[_,]/g, ''));
  if (!read.ok) return undefined;
  return scale === undefined ? read.value : read.value.times(SCALES[scale] ?? Rational.ONE);
}

/** Whether a number that YAML has read lost digits of its spelling: 0.12345678901234567890 without quotes. */
export function losesDigits(spelling: string, value: number): boolean {
  const exact = Rational.parse(spelling.replaceAll('_', '').replace(/^\+/, ''));
  const kept = Rational.fromShortestDecimal(value);
  return exact.ok && !(kept.ok && kept.value.equals(exact.value));
}
