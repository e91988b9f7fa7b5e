import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { BREAKS } from "../../simulate/breaks.ts";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../../..");
const MAIN = join(ROOT, "tests/simulate/main.ts");
const MINUTE = 60_000;

/** The simulator in a program of its own: it puts its machine in the place of Node's before the product is loaded. */
const simulate = async (
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly text: string }> => {
  try {
    return { code: 0, text: (await run(process.execPath, [MAIN, ...args])).stdout };
  } catch (cause) {
    const { code, stdout, stderr } = cause as {
      readonly code: number;
      readonly stdout: string;
      readonly stderr: string;
    };
    return { code, text: `${stdout}${stderr}` };
  }
};

const FOUND = globSync("tests/simulate/found/*.json", { cwd: ROOT });

describe("the simulator: real desks, journals, loop, book and judge on a machine of which everything may fail", () => {
  it("I1–I40: no trace of CI's share breaks an invariant", { timeout: 5 * MINUTE }, async () => {
    const { code, text } = await simulate("--traces", "200", "--seed", "1", "--workers", "2");
    expect(text).toMatch(/simulate: 200 traces from seed 1, 0 failed/);
    expect(code).toBe(0);
  });

  it("I1–I40: the traces that catch the breaks hold while nothing is broken", {
    timeout: 3 * MINUTE,
  }, async () => {
    const seeds = [...new Set(BREAKS.map(({ seed }) => seed))];
    const { code, text } = await simulate("--at", seeds.join(","));
    expect(text).toMatch(new RegExp(`simulate: ${seeds.length} traces from seed \\d+, 0 failed`));
    expect(code).toBe(0);
  });

  it.each(BREAKS)("$rule broken is caught: $what", { timeout: 3 * MINUTE }, async ({ rule, seed }) => {
    const { code, text } = await simulate("--traces", "100", "--seed", String(seed), "--break", rule);
    expect(text).toMatch(/: caught by seed \d+: /);
    expect(code).toBe(0);
  });

  it("R1–R23: every rule has a break", () => {
    const rules = Array.from({ length: 23 }, (_, index) => `R${index + 1}`);
    expect([...new Set(BREAKS.map(({ rule }) => rule))]).toEqual(rules);
  });

  it.each(FOUND)("what it once found stays mended: %s", { timeout: MINUTE }, async (file) => {
    expect(await simulate("--replay", join(ROOT, file))).toMatchObject({ code: 0 });
  });
});
