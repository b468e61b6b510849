import { Rational } from '@tranche/core/rational';
import type { PlainDate } from '@tranche/core/time';
import { parsePlainDate } from '@tranche/core/time';
import { z } from 'zod';

/**
 * The leaves of every calculator's input. A wrong leaf reports its failure code as the message of its issue;
 * `failureOf` turns that into a failure. Each leaf carries the pattern that editors and other languages check by.
 */

const NUMBER = /^-?[0-9]+(\.[0-9]+)?$|^-?[0-9]+\/0*[1-9][0-9]*$/;
/** Long enough for any exact result; short enough that arithmetic on it stays quick. */
const MOST_DIGITS = 2000;

const coded = (code: string) => (issue: { readonly input?: unknown }) =>
  issue.input === undefined ? 'MISSING_FIELD' : code;

type Check = readonly [code: string, holds: (value: Rational) => boolean];

const numberWith = (description: string, ...checks: readonly Check[]) =>
  z
    .string({ error: coded('BAD_NUMBER') })
    .regex(NUMBER, { error: 'BAD_NUMBER' })
    .max(MOST_DIGITS, { error: 'BAD_NUMBER' })
    .describe(description)
    .transform((text, context): Rational => {
      const read = Rational.parse(text);
      const value = read.ok ? read.value : Rational.ZERO;
      const broken = read.ok ? checks.find(([, holds]) => !holds(value))?.[0] : 'BAD_NUMBER';
      if (broken !== undefined) context.addIssue({ code: 'custom', message: broken, input: text });
      return value;
    });

const NOT_NEGATIVE: Check = ['NEGATIVE_AMOUNT', (value) => value.sign() >= 0];
const NOT_ZERO: Check = ['OUT_OF_RANGE', (value) => value.sign() !== 0];
const AT_MOST_ONE: Check = ['OUT_OF_RANGE', (value) => value.compare(Rational.ONE) <= 0];
const BELOW_ONE: Check = ['OUT_OF_RANGE', (value) => value.compare(Rational.ONE) < 0];

/** Any number: `12`, `-0.1`, `20/23`. */
export const anyNumber = (description: string) => numberWith(description);
/** Zero or more. Fails: NEGATIVE_AMOUNT. */
export const amount = (description: string) => numberWith(description, NOT_NEGATIVE);
/** More than zero. Fails: NEGATIVE_AMOUNT below zero, OUT_OF_RANGE at zero. */
export const positive = (description: string) => numberWith(description, NOT_NEGATIVE, NOT_ZERO);
/** 0 to 1, both included. */
export const fraction = (description: string) => numberWith(description, NOT_NEGATIVE, AT_MOST_ONE);
/** 0 to 1, 1 left out: a discount, a share that others must be left room beside. */
export const properFraction = (description: string) => numberWith(description, NOT_NEGATIVE, BELOW_ONE);
/** Between 0 and 1, both left out: a part that is something and not the whole. */
export const openFraction = (description: string) =>
  numberWith(description, NOT_NEGATIVE, NOT_ZERO, BELOW_ONE);

/** A calendar day. Fails: BAD_DATE. */
export const date = (description: string) =>
  z
    .string({ error: coded('BAD_DATE') })
    .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, { error: 'BAD_DATE' })
    .describe(description)
    .transform((text, context): PlainDate => {
      if (!parsePlainDate(text).ok) context.addIssue({ code: 'custom', message: 'BAD_DATE', input: text });
      return text as PlainDate;
    });

/** A name that others refer to; not empty. */
export const id = (description: string) =>
  z
    .string({ error: coded('BAD_TYPE') })
    .min(1, { error: 'MISSING_FIELD' })
    .describe(description);

/** Three capital letters. Fails: BAD_CURRENCY. */
export const currency = (description: string) =>
  z
    .string({ error: coded('BAD_CURRENCY') })
    .regex(/^[A-Z]{3}$/, { error: 'BAD_CURRENCY' })
    .describe(description);

/** One of a closed list. Fails: BAD_ENUM. */
export const oneOf = <const T extends readonly [string, ...string[]]>(description: string, values: T) =>
  z.enum(values, { error: coded('BAD_ENUM') }).describe(description);

/** A whole JSON number from `least` to `most`. Fails: BAD_NUMBER; NEGATIVE_AMOUNT below zero, else OUT_OF_RANGE. */
export const integer = (description: string, least = 0, most = 1_000_000) =>
  z
    .int({ error: coded('BAD_NUMBER') })
    .min(least, { error: ({ input }) => (Number(input) < 0 ? 'NEGATIVE_AMOUNT' : 'OUT_OF_RANGE') })
    .max(most, { error: 'OUT_OF_RANGE' })
    .describe(description);

export const flag = (description: string) => z.boolean({ error: coded('BAD_TYPE') }).describe(description);

/** An object that refuses fields it does not know. */
export const object = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, { error: coded('BAD_TYPE') });

/**
 * A list; the text named by `unique`, or those texts together, occur once each. Fails: DUPLICATE_ID at the second:
 * at its field, or at the item where several fields together name it.
 */
export function list<T extends z.ZodType>(item: T, ...unique: readonly string[]) {
  const items = z.array(item, { error: coded('BAD_TYPE') });
  const [only, ...more] = unique;
  if (only === undefined) return items;
  // Also where an item is wrong: of all faults the first by place is told, and that may be an id used twice.
  const check = new z.core.$ZodCheck({
    check: 'custom',
    when: ({ value }) => Array.isArray(value),
  });
  check._zod.check = ({ value, issues }: z.core.ParsePayload<readonly unknown[]>) => {
    const seen = new Set<unknown>();
    for (const [index, one] of value.entries()) {
      const texts = unique.map((field) => textOf(one, field));
      if (texts.includes(undefined)) continue;
      const key = JSON.stringify(texts);
      if (seen.has(key)) {
        issues.push({
          code: 'custom',
          message: 'DUPLICATE_ID',
          path: more.length === 0 ? [index, only] : [index],
          input: texts.join(', '),
        });
      }
      seen.add(key);
    }
  };
  return items.check(check);
}

function textOf(item: unknown, field: string): string | undefined {
  const text = (item as Readonly<Record<string, unknown>> | null | undefined)?.[field];
  return typeof text === 'string' ? text : undefined;
}

/** Time over which something accrues; which of its fields go together, `checkAccrual` says. */
export const accrual = object({
  rate: amount('a year, as a fraction of 1'),
  method: oneOf('simple, or compound by the period', ['simple', 'compound']),
  compounds_per_year: integer('periods in a year; of a compound accrual', 1, 366).optional(),
  years: amount('the time in years; or give from, to and day_count').optional(),
  from: date('first day').optional(),
  to: date('last day, not counted').optional(),
  day_count: oneOf('how days become years', [
    'actual_365',
    'actual_360',
    'actual_365_25',
    '30_360',
    'actual_actual_isda',
  ]).optional(),
});
