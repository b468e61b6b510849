import { Quantity, WholeNumber } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import { invariant } from '@tranche/core/result';
import { toSnake } from './spelling.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A calculator's output as JSON, and the node of the derivation behind each of its numbers, by output path. */
export interface Rendered {
  readonly output: Json;
  readonly figures: ReadonlyMap<string, string>;
}

/**
 * Quantities become number strings (exact ones integers or reduced fractions, others decimals of 17 digits), whole
 * numbers JSON integers, maps
 * become objects keyed by the ids of the input, and fields take the spelling of JSON.
 */
export function render(output: unknown): Rendered {
  const figures = new Map<string, string>();
  const visit = (value: unknown, path: string): Json => {
    if (value instanceof Quantity) {
      figures.set(path, value.node);
      return value.accuracy === undefined ? value.value.toString() : toDecimalText(value.value);
    }
    if (value instanceof WholeNumber) {
      figures.set(path, value.quantity.node);
      return value.toNumber();
    }
    if (value instanceof Map) {
      return Object.fromEntries(
        [...value].map(([key, item]) => [key, visit(item, `${path}${keyPath(String(key))}`)]),
      );
    }
    if (Array.isArray(value)) return value.map((item, index) => visit(item, `${path}[${index}]`));
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    invariant(
      typeof value === 'object' && !(value instanceof Rational),
      `${path} is a quantity, a text, a flag or a list of them`,
    );
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => {
        if (item === undefined) return [];
        const name = toSnake(key);
        return [[name, visit(item, path === '' ? name : `${path}.${name}`)]];
      }),
    );
  };
  return { output: visit(output, ''), figures };
}

/** `.id`, or `["2024-01-31"]` where the key is not a plain name. */
export const keyPath = (key: string): string =>
  /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;

const DIGITS = 17;

/** A decimal of 17 significant digits, never in exponent notation. */
function toDecimalText(value: Rational): string {
  if (value.sign() === 0) return '0';
  const magnitude = value.absolute();
  const whole = magnitude.floor();
  // Digits before the point, or (negative) zeros directly after it.
  const wholeDigits = whole === 0n ? -leadingZeros(magnitude) : whole.toString().length;
  return value.toDecimal(Math.max(0, DIGITS - wholeDigits), 'half_even');
}

function leadingZeros({ numerator, denominator }: Rational): number {
  let zeros = Math.max(0, denominator.toString().length - numerator.toString().length - 1);
  while (numerator * 10n ** BigInt(zeros + 1) < denominator) zeros += 1;
  return zeros;
}
