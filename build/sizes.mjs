/**
 * `npm run sizes`: how long our files and functions are, against the limits of the house.
 * Files of the rooms and of build are measured for the figures; tests obey the file limit only, because a
 * describe block is one long function by nature.
 */
import { globSync, readFileSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import ts from "typescript";

const ROOT = join(import.meta.dirname, "..");
/** A file that no longer fits on a few screens is two files. */
export const FILE_LIMIT = 250;
/** Rule and code tables are read by columns, not from top to bottom. */
export const TABLE_LIMIT = 400;
/** A function that does not fit on one screen is two functions. */
export const FUNCTION_LIMIT = 40;
/** The files that are tables: nothing but rows, a type and a look-up. */
export const TABLES = [
  "shared/dictionary/**",
  "shared/law/**",
  "shared/workflow/**",
  "shared/kernel/refusal*.ts",
  "shared/documents/letters*.ts",
  "shared/statistics/indicators*.ts",
  "renderer/ui/words*.ts",
  "build/demo/**",
  "build/year/matters.ts",
  "tests/simulate/breaks.ts",
];
const MEASURED = "{shared,renderer,host,electron,center,build}/**/*.{ts,tsx,mjs}";
const TESTS = "tests/**/*.{ts,tsx,mjs}";

/** The most lines this file may have. @param {string} path */
export const limitOf = (path) => (TABLES.some((glob) => matchesGlob(path, glob)) ? TABLE_LIMIT : FILE_LIMIT);

/** Lines that carry something: a blank line is paragraphing, not length. @param {string} text */
const lineCount = (text) => text.split("\n").filter((line) => line.trim() !== "").length;

/**
 * The functions of a file that are longer than the limit, as `name (line): count`.
 * @param {string} path @param {string} text
 */
export const longFunctions = (path, text) => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @type {string[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const count = lineCount(node.getText(source));
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      if (count > FUNCTION_LIMIT) found.push(`${path}:${line}: a function of ${count} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

/** @param {readonly number[]} sorted @param {number} share between 0 and 1 */
const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Every figure and every violation. @param {string} root */
export const measure = (root) => {
  const read = (/** @type {string} */ glob) =>
    globSync(glob, { cwd: root }).map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return { path: path.replaceAll("\\", "/"), text, lines: text.trimEnd().split("\n").length };
    });
  const ours = read(MEASURED);
  const sorted = ours.map(({ lines }) => lines).sort((a, b) => a - b);
  const largest = ours.reduce((a, b) => (b.lines > a.lines ? b : a), { path: "none", lines: 0, text: "" });
  const tooLong = [...ours, ...read(TESTS)].filter(({ path, lines }) => lines > limitOf(path));
  return {
    fileCount: ours.length,
    median: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
    largest,
    violations: [
      ...tooLong.map(({ path, lines }) => `${path}: ${lines} lines, at most ${limitOf(path)}`),
      ...ours.flatMap(({ path, text }) => longFunctions(path, text)),
    ],
  };
};

if (import.meta.main) {
  const { fileCount, median, p90, largest, violations } = measure(ROOT);
  for (const violation of violations) process.stdout.write(`${violation}\n`);
  process.stdout.write(
    `sizes: ${fileCount} files, median ${median}, p90 ${p90}, largest ${largest.lines} (${largest.path}), ` +
      `${violations.length} over a limit\n`,
  );
  process.exitCode = fileCount === 0 || violations.length > 0 ? 1 : 0;
}
