import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { HUB_ROUTES } from "../../../shared/api/hubApi.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { sha256, type TestDesk } from "../../contract/center/aDesk.ts";
import { fetchWhole, handOver, name, statesOf } from "../../contract/center/attachments.ts";
import { aCascade, type Cascade, fact } from "./aCascade.ts";

/** Four chunks, the last one short; the first two are the same in every one. */
const aScan = (last: string): Buffer =>
  Buffer.concat([Buffer.alloc(1_048_576, "%PDF-1.7 "), Buffer.alloc(700_000, last)]);

let ground: Cascade;
let desk: TestDesk;
const first = aScan("a");
const second = aScan("b");
const third = aScan("c");
beforeAll(async () => {
  ground = await aCascade();
  desk = await aFoundedDesk(ground.hub());
});
afterAll(() => ground?.end());
afterEach(() => vi.restoreAllMocks());

/** The line from the hub to its province, as this test's own: which routes were asked, and what happens at each. */
const onTheLine = (at: (route: string, count: number) => Promise<void>): readonly string[] => {
  const asked: string[] = [];
  const real = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const { pathname } = new URL(String(input));
    if (pathname.startsWith("/v1/hub/")) {
      asked.push(pathname);
      await at(pathname, asked.filter((route) => route === pathname).length);
    }
    return real(input, init);
  });
  return asked;
};
const chunksIn = (asked: readonly string[]): number =>
  asked.filter((route) => route === HUB_ROUTES.blobChunk).length;
const quiet = async (): Promise<void> => undefined;

describe("I30, I32: attachments follow a hub's book to the province", () => {
  it("F67: cut in the middle, the line costs one chunk: the rest goes up in the next round, and then nothing more", async () => {
    await name(desk, first);
    await handOver(desk, first);
    const cut = onTheLine(async (route, count) => {
      if (route === HUB_ROUTES.blobChunk && count === 3) throw new TypeError("the cable was pulled");
    });
    expect(await ground.hub().ship()).toBe("even");
    expect(chunksIn(cut)).toBe(3);
    vi.restoreAllMocks();
    const rest = onTheLine(quiet);
    expect(await ground.hub().ship()).toBe("even");
    expect(chunksIn(rest)).toBe(2);
    expect(await ground.hub().ship()).toBe("even");
    expect(rest.filter((route) => route === HUB_ROUTES.blobComplete)).toHaveLength(1);
    expect(rest.filter((route) => route === HUB_ROUTES.blobState)).toHaveLength(1);
  });

  it("what the province has of another attachment is not sent again", async () => {
    await name(desk, second);
    await handOver(desk, second);
    const asked = onTheLine(quiet);
    expect(await ground.hub().ship()).toBe("even");
    expect(chunksIn(asked)).toBe(2);
  });

  it("R23: an op that is booked meanwhile goes up before the next chunk", async () => {
    await name(desk, third);
    await handOver(desk, third);
    const asked = onTheLine(async (route, count) => {
      if (route === HUB_ROUTES.blobChunk && count === 1)
        await desk.push([fact(desk, "file-0009", "新的申请")]);
    });
    expect(await ground.hub().ship()).toBe("even");
    expect(chunksIn(asked)).toBe(1);
    expect(await ground.hub().ship()).toBe("even");
    const again = asked.slice(asked.lastIndexOf(HUB_ROUTES.hello));
    expect(again.indexOf(HUB_ROUTES.ship)).toBeLessThan(again.indexOf(HUB_ROUTES.blobChunk));
    expect(chunksIn(again)).toBe(1);
    expect(await ground.province().stateHash(desk.bureau)).toBe(await ground.hub().stateHash(desk.bureau));
  });

  it("F41: the hub dies for good: its desks find every attachment at the province", async () => {
    await ground.stop("hub");
    expect((await ground.province().takeOver(desk.bureau, { isStolen: false })).ok).toBe(true);
    await desk.moveTo(ground.province().url);
    await desk.hello();
    const { held, wanted } = await statesOf(desk, [first, second, third]);
    expect(wanted).toEqual([]);
    for (const content of [first, second, third]) {
      const at = held.find(({ id }) => id === sha256(content))?.name ?? "";
      expect((await fetchWhole(desk, at)).equals(content)).toBe(true);
    }
  });
});
