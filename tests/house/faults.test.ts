import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const PAGE = readFileSync(join(ROOT, "docs/faults.md"), "utf8");
const FAULTS = 84;
const SHOWN = ["held", "in part"] as const;
const NOT_SHOWN = ["open", "not applicable", "cannot run here"] as const;
const STATES = [...SHOWN, ...NOT_SHOWN] as const;

type Row = {
  readonly number: number;
  readonly fault: string;
  readonly state: string;
  readonly shown: string;
};

const rows: readonly Row[] = [...PAGE.matchAll(/^\| F(\d+) \| ([^|]*) \| ([^|]*) \| (.*) \|$/gm)].map(
  ([, number, fault = "", state = "", shown = ""]) => ({ number: Number(number), fault, state, shown }),
);

/** Every test a row names: file and quoted title. */
const testsIn = (shown: string): readonly (readonly [file: string, title: string])[] =>
  [...shown.matchAll(/`(tests\/[^`]+)`: ((?:“[^”]*”(?:, )?)+)/g)].flatMap(([, file = "", titles = ""]) =>
    [...titles.matchAll(/“([^”]*)”/g)].map(([, title = ""]) => [file, title] as const),
  );

/** The faults a title names: "F13", and every number of "F1–F3". */
const faultsIn = (title: string): readonly number[] =>
  [...title.matchAll(/\bF(\d+)(?:–F?(\d+))?/g)].flatMap(([, first = "0", last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index),
  );

const holds = (file: string, title: string): boolean => {
  const path = join(ROOT, file);
  return existsSync(path) && readFileSync(path, "utf8").includes(title);
};

describe("docs/faults.md says what is true", () => {
  it("has every fault once, in order, with a state of the list", () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: FAULTS }, (_, index) => index + 1));
    expect(PAGE.match(/^\| F\d/gm)).toHaveLength(FAULTS);
    expect(rows.filter(({ state }) => !STATES.some((known) => known === state))).toEqual([]);
  });

  it("every test it names exists, and its title names the fault", () => {
    const named = rows.flatMap(({ number, shown }) =>
      testsIn(shown).map(([file, title]) => ({ number, file, title })),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ file, title }) => !holds(file, title))).toEqual([]);
    expect(named.filter(({ number, title }) => !faultsIn(title).includes(number))).toEqual([]);
  });

  it("what is held or held in part names a test; what is missing, open or not possible says why", () => {
    const isShown = ({ state }: Row): boolean => SHOWN.some((known) => known === state);
    expect(rows.filter((row) => isShown(row) !== testsIn(row.shown).length > 0)).toEqual([]);
    const reasonOf = ({ shown }: Row): string => shown.replace(/^.*”(\. )?/, "");
    expect(rows.filter((row) => row.state !== "held" && reasonOf(row).length < 15)).toEqual([]);
  });

  it("the counts at its head are those of its rows", () => {
    const counts = STATES.map((state) => `${state} ${rows.filter((row) => row.state === state).length}`);
    expect(PAGE).toContain(`\n${counts.join(" · ")}\n`);
  });

  it("the checks can fail: ranges are counted, a title nobody wrote is found", () => {
    expect(faultsIn("F1–F3, F10: a title (F22)")).toEqual([1, 2, 3, 10, 22]);
    expect(holds("tests/house/rooms.test.ts", `${"no such"} title`)).toBe(false);
    expect(testsIn("`tests/a.test.ts`: “F1: one”, “F2: two”. Missing: `x`")).toEqual([
      ["tests/a.test.ts", "F1: one"],
      ["tests/a.test.ts", "F2: two"],
    ]);
  });
});
