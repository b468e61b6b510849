import { Rational } from '@tranche/core/rational';
import { parsePlainDate } from '@tranche/core/time';
import { z } from 'zod';
import { failedBy } from './failed-by.ts';
import { exactNumberOf, NUMBER_PATTERN } from './number-text.ts';

/** The leaves of a deal file. Numbers become exact; a wrong leaf carries its code and what was expected. */

export const text = z.string().min(1);

export const day = z
  .string()
  .describe('a calendar day, YYYY-MM-DD')
  .superRefine((value, context) => {
    const read = parsePlainDate(value);
    if (!read.ok) failedBy(context, read.failure);
  });

interface Check {
  readonly code: 'NEGATIVE_AMOUNT' | 'OUT_OF_RANGE';
  readonly holds: (value: Rational) => boolean;
  readonly message: string;
  readonly expected: string;
}

const NOT_NEGATIVE: Check = {
  code: 'NEGATIVE_AMOUNT',
  holds: (value) => value.sign() >= 0,
  message: 'below zero, where that means nothing',
  expected: 'zero or more',
};
const NOT_ZERO: Check = {
  code: 'OUT_OF_RANGE',
  holds: (value) => value.sign() !== 0,
  message: 'zero is outside the range',
  expected: 'more than zero',
};
const AT_MOST_ONE: Check = {
  code: 'OUT_OF_RANGE',
  holds: (value) => value.compare(Rational.ONE) <= 0,
  message: 'more than the whole',
  expected: 'a share from 0 to 1, such as 0.2 or 20%',
};
const BELOW_ONE: Check = {
  code: 'OUT_OF_RANGE',
  holds: (value) => value.compare(Rational.ONE) < 0,
  message: 'the whole or more',
  expected: 'a share from 0 to below 1, such as 0.2 or 20%',
};

const AMOUNTS = 'a number such as 1500000, 1_500_000, 1.5m or "20/23"';
const SHARES = 'a share such as 0.2, 20% or "1/3"';

const exact = (description: string, expected: string, checks: readonly Check[]) =>
  z
    .unknown()
    .meta({ description, anyOf: [{ type: 'number' }, { type: 'string', pattern: NUMBER_PATTERN }] })
    .transform((value, context): Rational => {
      const refuse = (code: string, message: string, wanted: string): Rational => {
        context.issues.push({ code: 'custom', input: value, message, params: { code, expected: wanted } });
        return Rational.ZERO;
      };
      if (value === undefined) return refuse('MISSING_FIELD', 'the field is missing', expected);
      const percent = typeof value === 'string' && value.includes('%');
      const number = percent && expected !== SHARES ? undefined : exactNumberOf(value);
      if (number === undefined) return refuse('BAD_NUMBER', `${shown(value)} is not a number here`, expected);
      const broken = checks.find(({ holds }) => !holds(number));
      if (broken === undefined) return number;
      return refuse(broken.code, `${shown(value)} is ${broken.message}`, broken.expected);
    });

/** Zero or more: money, shares. */
export const amount = (description: string) => exact(description, AMOUNTS, [NOT_NEGATIVE]);
/** More than zero. */
export const positive = (description: string) => exact(description, AMOUNTS, [NOT_NEGATIVE, NOT_ZERO]);
/** A share of a whole, the whole included. */
export const fraction = (description: string) => exact(description, SHARES, [NOT_NEGATIVE, AT_MOST_ONE]);
/** A share of a whole, the whole left out. */
export const properFraction = (description: string) => exact(description, SHARES, [NOT_NEGATIVE, BELOW_ONE]);
/** A rate: a share of something, which may be more than the whole. */
export const rate = (description: string) => exact(description, SHARES, [NOT_NEGATIVE]);

const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);
