import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHAIN_START, chainInput } from "../../../shared/sync/chain.ts";
import { aFoundedDesk, aFurtherDesk } from "../../contract/center/aBureau.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { putsOf, sha256 } from "../../contract/center/aDesk.ts";

type Center = Awaited<ReturnType<typeof aCenter>>;
let center: Center;
beforeAll(async () => {
  center = await aCenter();
});
afterAll(() => center.end());

const DESKS = 10;
const BATCHES = 8;
const PER_BATCH = 12;

describe("ten desks at once", () => {
  it("F35, I8: while ten desks push, one that pulls never sees a hole, and the chain holds at every page", async () => {
    const first = await aFoundedDesk(center);
    const desks = [first];
    while (desks.length < DESKS)
      desks.push(await aFurtherDesk(center, first.bureau, `${desks.length + 1}号工位`));
    const reader = await aFurtherDesk(center, first.bureau, "读取工位");
    const { epoch, head } = await reader.hello();
    let isPushing = true;
    const pushing = Promise.all(
      desks.map(async (desk, who) => {
        for (let batch = 0; batch < BATCHES; batch += 1)
          await desk.push(
            Array.from({ length: PER_BATCH }, (_, n) =>
              desk.op(putsOf("aidFile", "file-shared", { caseFacts: `${who}-${batch}-${n}` })),
            ),
          );
      }),
    ).finally(() => {
      isPushing = false;
    });
    let cursor = 0;
    let chain = CHAIN_START;
    let pages = 0;
    const hashes: string[] = [];
    for (let isLast = false; !isLast; ) {
      isLast = !isPushing;
      const { ops, trailer } = await reader.pull(cursor, epoch, 50);
      for (const { seq, h, verdict } of ops) {
        expect(seq).toBe(cursor + 1);
        cursor = seq;
        chain = sha256(chainInput(chain, h, verdict));
        hashes.push(h);
      }
      expect(trailer.chain).toBe(chain);
      pages += 1;
      isLast &&= ops.length === 0;
      if (ops.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await pushing;
    expect(pages).toBeGreaterThan(5);
    expect(new Set(hashes).size).toBe(head.seq + DESKS * BATCHES * PER_BATCH);
    expect(hashes.length).toBe(cursor);
    expect((await reader.hello()).head).toMatchObject({ seq: cursor, chain });
  });

  it("F36: parallel pushes and grants of one bureau neither deadlock nor fail", async () => {
    const one = await aFoundedDesk(center);
    const two = await aFurtherDesk(center, one.bureau, "二号工位");
    const statuses = await Promise.all(
      [one, two].flatMap((desk) => [
        desk.push([desk.op(putsOf("aidFile", "file-0001", { caseFacts: desk.name }))]).then(() => 200),
        desk.post("/v1/numbers", { series: "兰援", year: 2026, count: 3 }).then(({ status }) => status),
      ]),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});
