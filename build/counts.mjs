/**
 * What a suite says of itself, read from its own JSON report.
 * A report that is missing or counts nothing is one failure: a green that checked nothing is red.
 */
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts */

const NOTHING = { passed: 0, failed: 1, skipped: 0 };

/** Adds a suite's exit code to its counts: red without a red test, or nothing looked at, is a failure. */
/** @param {Counts} counts @param {number} exitCode @returns {Counts} */
export const judged = (counts, exitCode) => {
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1 };
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};

/** Vitest's JSON report. A file that cannot even be loaded has no tests, and is one failure. */
/** @param {any} report @returns {Counts} */
export const vitestCounts = (report) => {
  const broken = report.testResults.filter(
    (/** @type {any} */ file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/** Playwright's JSON report. A flaky test passed only on a second try: that is a failure here. */
/** @param {any} report @returns {Counts} */
export const playwrightCounts = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + (stats.unexpected === 0 ? errors.length : 0),
  skipped: stats.skipped,
});

/** @param {string} path @param {(report: any) => Counts} read @returns {Counts} */
export const countsFrom = (path, read) =>
  existsSync(path) ? read(JSON.parse(readFileSync(path, "utf8"))) : NOTHING;

/** The one line that ends a run. @param {Counts} counts */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
