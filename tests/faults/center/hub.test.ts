import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFoundedDesk, aFurtherDesk } from "../../contract/center/aBureau.ts";
import type { TestDesk } from "../../contract/center/aDesk.ts";
import { aCascade, bookOf, type Cascade, fact } from "./aCascade.ts";
import { foldBook } from "./foldBook.ts";

let ground: Cascade;
let first: TestDesk;
let second: TestDesk;
beforeAll(async () => {
  ground = await aCascade();
  first = await aFoundedDesk(ground.hub());
  second = await aFurtherDesk(ground.hub(), first.bureau, "二号工位");
});
afterAll(() => ground?.end());

describe("I32: a county's hub ships its book unchanged to the province", () => {
  it("one field from a desk through the hub to the province's book, with the same state hash", async () => {
    await first.push([fact(first, "file-0001", "申请人称欠薪三个月")]);
    expect(await ground.hub().ship()).toBe("even");
    const { ops, seq, chain, epoch } = await bookOf(first);
    expect(seq).toBe(5);
    const hash = await ground.province().stateHash(first.bureau);
    expect(hash).toBe(await ground.hub().stateHash(first.bureau));
    expect(hash).toBe(foldBook(ops).hash);
    const { shipped } = await first.hello();
    expect(shipped).toMatchObject({ epoch, seq, chain });
  });

  it("the province is away for weeks: desks work on with the hub, and everything goes up when it is back", async () => {
    const before = await ground.province().stateHash(first.bureau);
    await ground.stop("province");
    for (const [desk, id] of [
      [first, "file-0002"],
      [second, "file-0003"],
    ] as const) {
      const ops = Array.from({ length: 400 }, (_, n) => fact(desk, id, `第${n}次`));
      expect(new Set((await desk.push(ops)).results.map(({ s }) => s))).toEqual(new Set(["ok"]));
    }
    expect(await ground.hub().ship()).toBe("center-unreachable");
    const late = await aFurtherDesk(ground.hub(), first.bureau, "三号工位");
    await late.push([fact(late, "file-0004", "停网期间新增工位")]);
    await ground.restart("province");
    expect(await ground.province().stateHash(first.bureau)).toBe(before);
    expect(await ground.hub().ship()).toBe("even");
    expect(await ground.province().stateHash(first.bureau)).toBe(await ground.hub().stateHash(first.bureau));
    expect((await first.hello()).shipped?.seq).toBe((await bookOf(first)).seq);
  });

  it("what the province publishes reaches the hub's bureau as an op of the hub, and comes back with its book", async () => {
    const body = JSON.stringify({ name: "example", from: "2026-01-01", value: 1 });
    expect(await ground.province().publish({ kind: "PARAMETER", docNo: "滇司〔2026〕1号", body })).toBe(1);
    expect(await ground.hub().publish({ kind: "PARAMETER", docNo: "自行发布", body })).toBe(0);
    expect(await ground.hub().ship()).toBe("even");
    const { ops } = await bookOf(second);
    const booked = ops.filter(({ payload }) => payload.includes('"publication"'));
    expect(booked).toHaveLength(1);
    expect(booked[0]?.verdict).toBe("ok");
    expect(await ground.hub().ship()).toBe("even");
    expect(await ground.province().stateHash(first.bureau)).toBe(foldBook((await bookOf(second)).ops).hash);
  });

  it("the copy is the book byte for byte, times and verdicts included; the province numbers nothing of it itself", async () => {
    const { ops, epoch } = await bookOf(first);
    await expect(ground.province().revoke(first.bureau, second.feed)).resolves.toMatchObject({
      ok: false,
      refusal: { code: "not-home" },
    });
    await ground.stop("hub");
    expect((await ground.province().takeOver(first.bureau, { isStolen: false })).ok).toBe(true);
    await first.moveTo(ground.province().url);
    const copy = await bookOf(first);
    expect(copy.epoch).not.toBe(epoch);
    expect(copy.ops.slice(0, ops.length)).toEqual(ops);
  });
});
