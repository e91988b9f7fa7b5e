import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runLoop, type Script } from "../../spec/desk/aLine.ts";

const script: fc.Arbitrary<Script> = fc.record({
  pending: fc.nat(6),
  behind: fc.nat(6),
  weather: fc.array(fc.constantFrom("fails" as const, "fails" as const, "bug" as const, "works" as const), {
    maxLength: 25,
  }),
  chance: fc.double({ min: 0, max: 1, noNaN: true }),
  isOnline: fc.boolean(),
});

describe("the loop itself, over any weather (trap 10)", () => {
  it("I35: when the line is good in the end, everything is delivered and learned without further action", async () => {
    let failing = 0;
    await fc.assert(
      fc.asyncProperty(script, async (each) => {
        const end = await runLoop(each, 400);
        expect([end.pending, end.behind]).toEqual([0, 0]);
        failing += Number(each.weather.includes("fails"));
      }),
      { numRuns: 300 },
    );
    expect(failing).toBeGreaterThan(100);
  });

  it("R13: two attempts at a bad line are never closer than half a second", async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), async (chance) => {
        const end = await runLoop(
          {
            pending: 1,
            behind: 0,
            weather: Array.from({ length: 30 }, () => "fails" as const),
            chance,
            isOnline: true,
          },
          40,
        );
        expect(end.now).toBeGreaterThanOrEqual(500 * (end.attempts - 1));
        expect(end.attempts).toBeGreaterThan(10);
      }),
      { numRuns: 50 },
    );
  });
});
