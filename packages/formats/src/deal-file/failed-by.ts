import type { Failure } from '@tranche/core/result';
import type { z } from 'zod';

/** Passes a failure of the ledger's own readers through a schema, so that its code and path stay. */
export function failedBy(context: z.core.$RefinementCtx, failure: Failure, below?: string): void {
  const inner = failure.path === '' ? [] : pathOf(failure.path);
  context.issues.push({
    code: 'custom',
    path: below === undefined ? inner : [below, ...inner],
    message: failure.message,
    input: context.value,
    params: { code: failure.code, ...(failure.expected === undefined ? {} : { expected: failure.expected }) },
    continue: true,
  });
}

/** `leads[0].name` as its steps. */
const pathOf = (path: string): (string | number)[] =>
  [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
