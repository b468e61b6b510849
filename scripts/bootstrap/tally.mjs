/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 * @typedef {{ status: string, assertionResults: readonly { status: string }[] }} FileResult
 * @typedef {{ success: boolean, testResults: readonly FileResult[] }} VitestReport
 */

/** @type {Tally} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * The sum of tallies.
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function total(tallies) {
  return tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    NOTHING,
  );
}

/**
 * The tally of a step that is one check: a type check, a lint run.
 * @param {number} status its exit status
 * @returns {Tally}
 */
export function tallyOfStep(status) {
  return status === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/**
 * The tally of a vitest run from its JSON report. A test file that could not be loaded counts as one failure, and so
 * does a run that ended badly, left no report, or ran no test, though no single test failed.
 * @param {VitestReport | undefined} report
 * @param {number} status exit status of vitest
 * @returns {Tally}
 */
export function tallyOfVitest(report, status) {
  if (report === undefined) return { ...NOTHING, failed: 1 };
  const sum = total(report.testResults.map(tallyOfFile));
  const ranNothing = sum.passed + sum.failed === 0;
  if (sum.failed === 0 && (status !== 0 || !report.success || ranNothing)) return { ...sum, failed: 1 };
  return sum;
}

/** @param {FileResult} file @returns {Tally} */
function tallyOfFile(file) {
  const count = (/** @type {readonly string[]} */ names) =>
    file.assertionResults.filter((test) => names.includes(test.status)).length;
  const failed = count(['failed']);
  return {
    passed: count(['passed']),
    failed: failed === 0 && file.status === 'failed' ? 1 : failed,
    skipped: count(['skipped', 'pending', 'todo', 'disabled']),
  };
}

/**
 * The closing line of a test run, e.g. "812 passed, 0 failed" or "812 passed, 0 failed, 3 skipped".
 * @param {Tally} tally
 */
export function closingLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}
