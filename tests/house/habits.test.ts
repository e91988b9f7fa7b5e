import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../build/runScript.mjs";

const CODE = "{shared,renderer,host,electron,center,build,tests}/**/*.{ts,tsx,mjs}";
const THIS = "tests/house/habits.test.ts";
const files = globSync(CODE, { cwd: ROOT })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path !== THIS)
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));

/** The lines of the given files that match, as `path:line`. */
const linesWith = (pattern: RegExp, only: RegExp): readonly string[] =>
  files
    .filter(({ path }) => only.test(path))
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
    );

describe("habits of the house", () => {
  it("the search itself works: it finds the imports of the tests", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(linesWith(/from "vitest"/, /^tests\//).length).toBeGreaterThan(0);
  });

  it.each([
    [
      "no test is skipped, focused or postponed",
      /\.(skip|only|todo|fixme|fails)\(|\bx(it|describe|test)\(/,
      /^tests\//,
    ],
    ["nothing is left open", /\b(TODO|FIXME|XXX)\b/, /./],
    ["the compiler is never silenced", /@ts-(ignore|nocheck)/, /./],
    [
      "the rooms write to no console",
      /\bconsole\.(log|error|warn|info|debug|trace)\b/,
      /^(shared|renderer|host|electron|center)\//,
    ],
    ["no path of one particular machine", /["'`(\s]\/(work|home|Users)\//, /./],
    [
      "sources name a law or say that none does: no section of a design paper",
      /(?<!protocol(\.md)? )§ ?\d|\b(house|domain|electron)\.md\b/,
      /^(shared|renderer|host|electron|center)\/(?!serve\/socket)/,
    ],
    [
      "lists leave the desk through exportFile alone, letters through their own screen",
      /"file\.save"/,
      /^renderer\/(?!data\/exportFile|features\/letters\/useLetter)/,
    ],
    [
      "a button that may not be pressed says why: only WaitingButton switches one off",
      /<Button\b[^>]*\bdisabled\b|^\s+disabled=(?!\{(disabled|props|closed|shared)\b)/,
      /^renderer\/(app|features|parts|print)\//,
    ],
    ["shared knows no clock and no dice", /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/, /^shared\//],
  ])("%s", (_, pattern, only) => {
    expect(linesWith(pattern, only)).toEqual([]);
  });

  it("no drawer for odds and ends", () => {
    const drawer = /(^|\/)(utils?|helpers?|common|managers?|services?|types)(\.tsx?|\/)/i;
    expect(
      files.map(({ path }) => path).filter((path) => drawer.test(path) && !path.startsWith("build/")),
    ).toEqual([]);
  });

  it("files are named after their main export: camelCase, components PascalCase", () => {
    const odd = files
      .map(({ path }) => path)
      .filter(
        (path) => !/^([a-z][A-Za-z0-9]*|[A-Z][A-Za-z0-9]*)(\.[a-z]+)*\.(ts|tsx|mjs)$/.test(basename(path)),
      )
      .filter((path) => !/\/migrations\/\d{4}-/.test(path));
    expect(odd).toEqual([]);
  });
});
