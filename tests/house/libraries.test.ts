import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../build/runScript.mjs";
import { fileCount, TYPED_ROOMS } from "../../build/types.mjs";

const MINUTE = 60_000;
let folder = "";

/** What the compiler says of one line of code in a room. */
const compile = (room: string, line: string): string => {
  writeFileSync(join(folder, "planted.ts"), `export const planted = ${line};\n`);
  const options = { extends: `../../build/tsconfig/${room}.json`, include: ["planted.ts"] };
  const compilerOptions = { incremental: false, tsBuildInfoFile: null };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...options, compilerOptions }));
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
    encoding: "utf8",
  });
  return stdout;
};

it.each(Object.keys(TYPED_ROOMS))("the compiler has something to look at in %s", (room) => {
  expect(fileCount(room)).toBeGreaterThan(0);
});

describe("each room has only the libraries of its own machine", () => {
  beforeAll(() => {
    mkdirSync(join(ROOT, ".cache"), { recursive: true });
    folder = mkdtempSync(join(ROOT, ".cache/libraries-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ["shared", "window", false],
    ["shared", "process", false],
    ["shared", "Object.groupBy", true],
    ["renderer", "window", true],
    ["renderer", "process", false],
    ["host", "process", true],
    ["host", "window", false],
    ["center", "document", false],
    ["electron", "process.versions.electron", true],
  ])("%s: `%s` exists: %s", { timeout: 2 * MINUTE }, (room, line, exists) => {
    const said = compile(room, line);
    if (exists) expect(said).toBe("");
    else expect(said).toMatch(/TS(2304|2552|2580|2584|2591)/);
  });
});
