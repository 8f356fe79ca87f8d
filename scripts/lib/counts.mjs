/**
 * How many tests a suite passed, failed and skipped.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, skipped: 0 };

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/**
 * Reads the report of Vitest's JSON reporter. A file that could not be loaded, or whose set-up failed, has no failed
 * test of its own: it counts as one, so that a broken file can never look like a quiet success.
 *
 * @param {{ numPassedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Counts}
 */
export const countsOfReport = (report) => ({
  passed: report.numPassedTests,
  failed: report.testResults
    .map(({ status, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed').length;
      return failed === 0 && status === 'failed' ? 1 : failed;
    })
    .reduce((sum, failed) => sum + failed, 0),
  skipped: report.numPendingTests + report.numTodoTests,
});

/** The last line of `npm test`: other programs read it, so its shape is fixed. @param {Counts} counts */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** A run in which nothing passed proves nothing. @param {Counts} counts */
export const isGreen = ({ passed, failed }) => failed === 0 && passed > 0;
