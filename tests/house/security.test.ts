import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../build/runScript.mjs";

const PAGE = readFileSync(join(ROOT, "docs/security.md"), "utf8");
const STATES = ["held", "in part", "not yet"] as const;
/** What is still owed. Changed knowingly or not at all: a row that is now held lowers a number, and only that does. */
const OWED = { "in part": 23, "not yet": 10 };
/** Rows of the design's list: the desk, then wire, center, files and people. */
const ROWS = [
  ...Array.from({ length: 60 }, (_, index) => String(index + 1)),
  ..."S07 S08 S12 S13 S14 S18 S19 S20 S21 S22 S23 S24 S25 S26 S27 S28 S29 S30 S31 S32 S33 S34 S35".split(" "),
];

const rows = PAGE.split("\n").flatMap((line) => {
  const [, number, what = "", state = "", shown = ""] =
    /^\| (\d+|S\d\d) \| (.+?) \| ([a-z ]+) \| (.+) \|$/.exec(line) ?? [];
  return number === undefined ? [] : [{ number, what, state, shown }];
});
/** Every test a row names: the file, and the titles quoted after it. */
const testsIn = (shown: string): readonly (readonly [file: string, title: string])[] =>
  [...shown.matchAll(/`(tests\/[^`]+)`: ((?:“[^”]+”(?:, )?)+)/g)].flatMap(([, file = "", titles = ""]) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = ""]) => [file, title] as const),
  );
/** Whether a test file says `title` where a test or a group of tests is named, or in a row of its table. */
const holds = (file: string, title: string): boolean => {
  const path = join(ROOT, file);
  return existsSync(path) && readFileSync(path, "utf8").includes(title);
};

describe("docs/security.md says what is true", () => {
  it("has every row of the list once, in order", () => {
    expect(rows.map(({ number }) => number)).toEqual(ROWS);
    expect(PAGE.match(/^\| (\d|S\d)/gm)).toHaveLength(ROWS.length);
  });

  it("every test it names exists", () => {
    const named = rows.flatMap(({ number, shown }) =>
      testsIn(shown).map((test) => [number, ...test] as const),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(([, file, title]) => !holds(file, title))).toEqual([]);
  });

  it("the check can fail: a title nobody wrote and a file that is not there are found", () => {
    expect(holds("tests/house/rooms.test.ts", `${"no such"} title`)).toBe(false);
    expect(holds("tests/house/nothing.test.ts", "x")).toBe(false);
    expect(testsIn("`tests/a.test.ts`: “one”, “two”; `tests/b.test.ts`: “three”. Missing: `x`")).toEqual([
      ["tests/a.test.ts", "one"],
      ["tests/a.test.ts", "two"],
      ["tests/b.test.ts", "three"],
    ]);
  });

  it("no test file is named without a title that was looked up", () => {
    const loose = rows.filter(
      ({ shown }) =>
        new Set(shown.match(/tests\/[\w/.]+/g)).size !== new Set(testsIn(shown).map(([file]) => file)).size,
    );
    expect(loose.map(({ number }) => number)).toEqual([]);
  });

  it.each(STATES)("a row that is %s says what belongs to it", (state) => {
    const these = rows.filter((row) => row.state === state);
    expect(these.length).toBeGreaterThan(0);
    for (const { number, shown } of these) {
      if (state !== "not yet") expect(testsIn(shown).length, number).toBeGreaterThan(0);
      if (state === "in part") expect(shown, number).toMatch(/Missing: |part of operations/);
      if (state !== "held") expect(shown, number).toMatch(/issue [34]|operations|row 58|see S07/);
      if (state === "held") expect(shown, number).not.toMatch(/Missing: /);
    }
  });

  it("what is owed is counted, so that it changes only knowingly", () => {
    expect(rows.filter(({ state }) => !STATES.some((known) => known === state))).toEqual([]);
    const count = (state: string): number => rows.filter((row) => row.state === state).length;
    expect({ "in part": count("in part"), "not yet": count("not yet") }).toEqual(OWED);
  });
});
