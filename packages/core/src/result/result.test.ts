import { expect, test } from 'vitest';
import { describeFailure, expectOk, fail, InvariantError, ok, type Result } from './index.ts';

const failureOf = (result: Result<unknown>) => (result.ok ? undefined : result.failure);

test('a failure is told in one line: code, place, field, what is wrong, what was expected', () => {
  const place = { file: 'deal.yaml', line: 4, column: 12 };
  const result = fail('BAD_DATE', 'rounds[0].date', '"soon" is not a date', {
    expected: 'YYYY-MM-DD',
    place,
  });
  const failure = failureOf(result);
  expect(failure && describeFailure(failure)).toBe(
    'BAD_DATE at deal.yaml:4:12 rounds[0].date: "soon" is not a date; expected YYYY-MM-DD',
  );
});

test('what is not known of a failure is left out', () => {
  const failure = failureOf(fail('RATE_NOT_FOUND', '', 'no rate'));
  expect(failure && describeFailure(failure)).toBe('RATE_NOT_FOUND: no rate');
});

test('a failure where none can be is a broken promise', () => {
  expect(expectOk(ok(7))).toBe(7);
  expect(() => expectOk(fail('BAD_NUMBER', 'amount', 'not a number'))).toThrow(InvariantError);
  expect(() => expectOk(fail('BAD_NUMBER', 'amount', 'not a number'))).toThrow(
    'BAD_NUMBER at amount: not a number',
  );
});
