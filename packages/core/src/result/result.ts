/** Where a problem stands in a document: 1-based line and column, when they are known. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * An expected failure, as a value: a stable upper-case `code`, the `path` of the offending field
 * (`classes[0].shares`, spelt as in JSON: `exit_values[0]`; empty for the whole), what was expected, and the place in the file if there is one.
 */
export interface Failure {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly expected?: string;
  readonly place?: Place;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** Many rows read at once: the good ones, and one failure per bad one. */
export interface ValueWithFailures<T> {
  readonly value: T;
  readonly failures: readonly Failure[];
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (
  code: string,
  path: string,
  message: string,
  more: { readonly expected?: string; readonly place?: Place } = {},
): Result<never> => ({ ok: false, failure: { code, path, message, ...more } });

/** The value of a result that cannot have failed here; a failure is a broken invariant and throws. */
export function expectOk<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new InvariantError(
    `${result.failure.code} at ${result.failure.path || '(whole)'}: ${result.failure.message}`,
  );
}

/** A promise the code made to itself is broken. Never thrown for bad input. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** One line a person can act on: code, place, message, what was expected. */
export function describeFailure(failure: Failure): string {
  const { file, line, column } = failure.place ?? {};
  const at = [file, line, column].filter((part) => part !== undefined).join(':');
  const where = [at, failure.path].filter((part) => part !== '').join(' ');
  const expected = failure.expected === undefined ? '' : `; expected ${failure.expected}`;
  return `${failure.code}${where === '' ? '' : ` at ${where}`}: ${failure.message}${expected}`;
}
