import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { found } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import type { Move } from "./page/binding.ts";

let ground: Ground;
let desk: DeskPage;

beforeAll(async () => {
  ground = await aGround();
  desk = await aDeskPage(ground);
  await found(desk);
});
afterAll(async () => {
  await desk?.end();
  ground?.end();
});

const RUNS = 25;
const moves = fc.array(
  fc.record<Move>({
    do: fc.constantFrom(
      ...(["write", "write", "write", "write", "bind", "bind", "reopen"] as const),
      ...(["book", "refuse", "rollBack", "damage", "lose"] as const),
    ),
    which: fc.nat(20),
    count: fc.integer({ min: 1, max: 6 }),
  }),
  { minLength: 5, maxLength: 30, size: "max" },
);

describe("bound views (合订本)", () => {
  it("say what the records opened one by one say, and what waits is as many as counted, after whatever happened", async () => {
    const seen = { bound: 0, records: 0 };
    await fc.assert(
      fc.asyncProperty(moves, async (script) => {
        await desk.call("happen", script);
        const { known, bound, oneByOne, volumes, unsent, counted } = await desk.call("look");
        expect(bound).toEqual(oneByOne);
        expect(known).toEqual(oneByOne);
        expect(unsent).toBe(counted);
        seen.bound = Math.max(seen.bound, volumes);
        seen.records = Math.max(seen.records, oneByOne.length);
      }),
      { numRuns: RUNS },
    );
    expect([seen.bound > 2, seen.records > 5]).toEqual([true, true]);
  }, 300_000);

  it("are as true after the browser was closed between a record and its volume", async () => {
    const write = (which: number): Move => ({ do: "write", which, count: which + 1 });
    const bind: Move = { do: "bind", which: 0, count: 1 };
    await desk.call("happen", [...[0, 1, 2, 3, 4, 5].map(write), bind, bind, write(2), write(3)]);
    const before = await desk.call("look");
    await desk.closeBrowser();
    await desk.openBrowser();
    await desk.call("signIn", "hezq", "correct horse battery");
    await desk.call("openDesk");
    const after = await desk.call("look");
    expect(after.volumes).toBeGreaterThan(0);
    expect(after.bound).toEqual(before.oneByOne);
    await desk.call("happen", [bind, bind, bind]);
    expect((await desk.call("look")).bound).toEqual(before.oneByOne);
  });
});
