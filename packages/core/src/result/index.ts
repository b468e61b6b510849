export type { Failure, Place, Result, ValueWithFailures } from './result.ts';
export { describeFailure, expectOk, fail, InvariantError, invariant, ok } from './result.ts';
