import type { Failure } from '@tranche/core/result';
import type { z } from 'zod';

/** What a person reads beside the code of a malformed input; `expected` where it helps. */
const MEANING: Readonly<Record<string, readonly [message: string, expected?: string]>> = {
  MISSING_FIELD: ['the field is missing'],
  UNKNOWN_FIELD: ['there is no such field'],
  BAD_TYPE: ['the value is of another kind'],
  BAD_NUMBER: ['not a number', 'a number in quotes such as "12", "0.1" or "20/23"'],
  BAD_ENUM: ['not one of the values'],
  BAD_DATE: ['not a calendar date', 'YYYY-MM-DD'],
  BAD_CURRENCY: ['not a currency code', 'three capital letters, such as USD'],
  NEGATIVE_AMOUNT: ['below zero, where that means nothing'],
  OUT_OF_RANGE: ['outside the range'],
  DUPLICATE_ID: ['used twice'],
};

/** The first issue of a refused input, as a failure: fields in the order of the schema, then the whole. */
export function failureOf(error: z.ZodError): Failure {
  const issue = firstByPlace(error.issues);
  if (issue === undefined) return { code: 'BAD_TYPE', path: '', message: 'the input was refused' };
  const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const code = issue.code === 'unrecognized_keys' ? 'UNKNOWN_FIELD' : codeOf(issue);
  const [message, expected] = MEANING[code] ?? [issue.message];
  const shown = expectedOf(issue) ?? expected ?? kindOf(issue);
  return {
    code,
    path: pathOf(keys),
    message: describe(message, issue.input),
    ...(shown === undefined ? {} : { expected: shown }),
  };
}

/** What the issue itself says was wanted, where that is more than its code says. */
function expectedOf(issue: z.core.$ZodIssue): string | undefined {
  if ('values' in issue) return `one of ${issue.values.join(', ')}`;
  const isWhole = issue.code === 'invalid_type' && ['int', 'number'].includes(issue.expected);
  if (isWhole) return 'a whole number, without quotes';
  if (issue.code === 'too_small' && issue.origin === 'int') return `at least ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.origin === 'int') return `at most ${issue.maximum}`;
  return undefined;
}

/**
 * Issues come by the order of the fields, but an id used twice only after all items of its list: it goes before the
 * faults of later items, and of the other fields of its own.
 */
function firstByPlace(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const [first, ...rest] = issues;
  return rest.reduce((best, issue) => (best !== undefined && isBefore(issue, best) ? issue : best), first);
}

function isBefore(issue: z.core.$ZodIssue, other: z.core.$ZodIssue): boolean {
  const split = issue.path.findIndex((key, depth) => key !== other.path[depth]);
  const [one, two] = [issue.path[split], other.path[split]];
  if (typeof one === 'number' && typeof two === 'number') return one < two;
  return (
    issue.message === 'DUPLICATE_ID' && typeof one === 'string' && typeof issue.path[split - 1] === 'number'
  );
}

const codeOf = (issue: z.core.$ZodIssue): string =>
  /^[A-Z]+(_[A-Z]+)+$/.test(issue.message) ? issue.message : 'BAD_TYPE';

const kindOf = (issue: z.core.$ZodIssue): string | undefined =>
  issue.code === 'invalid_type' ? `a value of the kind ${issue.expected}` : undefined;

function describe(message: string, input: unknown): string {
  if (input === '') return 'the field is empty';
  return typeof input === 'string' || typeof input === 'number'
    ? `${JSON.stringify(String(input).slice(0, 40))} is ${message}`
    : message;
}

/** `classes[0].shares`. */
export function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>(
    (path, key) =>
      typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`,
    '',
  );
}
