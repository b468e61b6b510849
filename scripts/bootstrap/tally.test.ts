import { expect, test } from 'vitest';
import { closingLine, NOTHING, tallyOfStep, tallyOfVitest, total } from './tally.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

test('a run counts its passed, failed and skipped tests over all files', () => {
  const report = {
    success: false,
    testResults: [file('failed', 'passed', 'failed', 'passed'), file('passed', 'passed', 'pending', 'todo')],
  };
  expect(tallyOfVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('a test file that could not be loaded is one failure', () => {
  const report = { success: false, testResults: [file('failed'), file('passed', 'passed')] };
  expect(tallyOfVitest(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a run that ended badly without a failed test is one failure', () => {
  const report = { success: true, testResults: [file('passed', 'passed')] };
  expect(tallyOfVitest(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a run without a report, or without a test, is one failure', () => {
  expect(tallyOfVitest(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(tallyOfVitest({ success: true, testResults: [] }, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a step counts as one check', () => {
  expect(total([tallyOfStep(0), tallyOfStep(2), NOTHING])).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('the closing line names skipped tests only when there are some', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(closingLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
});
