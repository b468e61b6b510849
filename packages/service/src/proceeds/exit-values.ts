import type { Rational } from '@tranche/core/rational';
import { fail, ok, type Result } from '@tranche/core/result';
import { exactNumberOf } from '@tranche/formats/deal-file';

const EXPECTED = 'exit values such as 500000000, 500m or 1.5bn';

/** Exit values from what was typed. Fails: MISSING_FIELD without any, BAD_NUMBER, NEGATIVE_AMOUNT. */
export function exitValues(texts: readonly string[]): Result<readonly Rational[]> {
  if (texts.length === 0)
    return fail('MISSING_FIELD', 'at', 'no exit value is given', { expected: EXPECTED });
  const values: Rational[] = [];
  for (const text of texts) {
    const value = text.includes('%') ? undefined : exactNumberOf(text);
    if (value === undefined)
      return fail('BAD_NUMBER', 'at', `"${text.slice(0, 40)}" is not a number`, { expected: EXPECTED });
    if (value.sign() < 0)
      return fail('NEGATIVE_AMOUNT', 'at', `${text} is below zero`, { expected: EXPECTED });
    values.push(value);
  }
  return ok(values);
}
