/**
 * The red tests of a suite by name, with the first line of what went wrong, from its own JSON report: so that whoever has
 * only the end of a long output knows what to mend.
 */
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "./runScript.mjs";

const WIDTH = 300;
/** @param {string | undefined} text */
const firstLine = (text = "") => stripVTControlCharacters(text).trim().split("\n")[0]?.slice(0, WIDTH) ?? "";

/** Vitest's JSON report; a file that could not be loaded is named with what kept it from being so. */
/** @param {any} report @returns {readonly string[]} */
export const vitestRed = ({ testResults }) =>
  testResults.flatMap((/** @type {any} */ { name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    if (assertionResults.length === 0) return status === "failed" ? [`${file}: ${firstLine(message)}`] : [];
    return assertionResults
      .filter((/** @type {any} */ test) => test.status === "failed")
      .map((/** @type {any} */ test) => `${file}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
  });

/** Playwright's JSON report: suites in suites, and errors of no test. */
/** @param {any} report @returns {readonly string[]} */
export const playwrightRed = ({ suites = [], errors = [] }) => {
  /** @param {any} suite @returns {readonly string[]} */
  const inSuite = (suite) => [
    ...(suite.suites ?? []).flatMap(inSuite),
    ...(suite.specs ?? [])
      .filter(
        (/** @type {any} */ { ok, tests }) =>
          !ok || tests.some((/** @type {any} */ test) => test.status === "flaky"),
      )
      .map((/** @type {any} */ { file, title, tests }) => {
        const results = tests.flatMap((/** @type {any} */ test) => test.results);
        const error = results.find((/** @type {any} */ result) => result.error !== undefined)?.error;
        return `${file}: ${title}: ${firstLine(error?.message)}`;
      }),
  ];
  return [...suites.flatMap(inSuite), ...errors.map((/** @type {any} */ { message }) => firstLine(message))];
};

/** @param {string} path @param {(report: any) => readonly string[]} read */
export const redFrom = (path, read) => (existsSync(path) ? read(JSON.parse(readFileSync(path, "utf8"))) : []);
