import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { BREAKS_IN } from "../../simulate/breakNamed.ts";

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

/** How many traces of each world CI plays. */
const SHARES = { province: 200, carried: 40, kept: 30, joining: 30, destroyed: 30 } as const satisfies Record<
  keyof typeof BREAKS_IN,
  number
>;
const BROKEN = Object.entries(BREAKS_IN).flatMap(([world, breaks]) =>
  breaks.map((each) => ({ world, ...each })),
);
const FOUND = globSync("tests/simulate/found/*.json", { cwd: ROOT });

describe("the simulator: real desks, journals, loop, book and judge on a machine of which everything may fail", () => {
  it.each(Object.entries(SHARES))(
    "I1–I40: no trace of CI's share breaks an invariant: %s",
    {
      timeout: 5 * MINUTE,
    },
    async (world, traces) => {
      const share = ["--traces", String(traces), "--seed", "1", "--workers", "2"];
      const { code, text } = await simulate("--world", world, ...share);
      expect(text).toContain(`simulate: ${traces} traces from seed 1, 0 failed`);
      expect(code).toBe(0);
    },
  );

  it.each(Object.entries(BREAKS_IN))(
    "I1–I40: the traces that catch the breaks hold while nothing is broken: %s",
    {
      timeout: 3 * MINUTE,
    },
    async (world, breaks) => {
      const seeds = [...new Set(breaks.map(({ seed }) => seed))];
      const { code, text } = await simulate("--world", world, "--at", seeds.join(","));
      expect(text).toMatch(new RegExp(`simulate: ${seeds.length} traces from seed \\d+, 0 failed`));
      expect(code).toBe(0);
    },
  );

  it.each(BROKEN)("$rule broken is caught: $what", { timeout: 3 * MINUTE }, async ({ rule, seed }) => {
    const { code, text } = await simulate("--traces", "100", "--seed", String(seed), "--break", rule);
    expect(text).toMatch(/: caught by seed \d+: /);
    expect(code).toBe(0);
  });

  it("R1–R23: every rule has a break", () => {
    const rules = Array.from({ length: 23 }, (_, index) => `R${index + 1}`);
    expect([...new Set(BREAKS_IN.province.map(({ rule }) => rule))]).toEqual(rules);
  });

  it.each(FOUND)("what it once found stays mended: %s", { timeout: MINUTE }, async (file) => {
    expect(await simulate("--replay", join(ROOT, file))).toMatchObject({ code: 0 });
  });
});
