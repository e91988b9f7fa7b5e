import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import type { Op } from "../../../shared/ops/op.ts";
import { aFoundedDesk, aFurtherDesk } from "../../contract/center/aBureau.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { putsOf, type TestDesk } from "../../contract/center/aDesk.ts";

let center: Running & { readonly end: () => Promise<void> };
beforeAll(async () => {
  center = await aCenter();
});
afterAll(() => center?.end());

const fact = (desk: TestDesk, value: string): Op =>
  desk.op(putsOf("aidFile", "file-0001", { caseFacts: value }));
const said = async (desk: TestDesk, ops: readonly Op[]): Promise<readonly string[]> =>
  (await desk.push(ops)).results.map(({ s }) => s);
const bookOf = async (desk: TestDesk): Promise<readonly string[]> => {
  const { epoch } = await desk.hello();
  return (await desk.pull(0, epoch)).ops.map(({ h }) => h);
};

/** One key and one feed on two disks: both write at the same position, the second branch is held. */
const cloned = async () => {
  const desk = await aFoundedDesk(center);
  const at = desk.head();
  const main = [fact(desk, "主线"), fact(desk, "主线二")];
  const end = desk.head();
  desk.rewind(at);
  const branch = [fact(desk, "支线"), fact(desk, "支线二")];
  const tip = desk.head();
  expect(await said(desk, main)).toEqual(["ok", "ok"]);
  expect(await said(desk, branch)).toEqual(["held", "held"]);
  return { desk, main, end, branch, tip };
};

describe("F47, F48: one desk on two disks", () => {
  it("I6, I24: released by a person, the branch is booked in order, both lines grow on, and nothing is signed again", async () => {
    const { desk, main, end, branch, tip } = await cloned();
    expect((await desk.hello()).feedHead.state).toBe("frozen");
    desk.rewind(end);
    const meanwhile = fact(desk, "主线三");
    expect(await said(desk, [meanwhile])).toEqual(["held"]);
    const decision = { feed: desk.feed, decision: "released", by: "province" } as const;
    expect(await center.decideHold(desk.bureau, decision)).toMatchObject({ ok: true });
    expect(await center.decideHold(desk.bureau, decision)).toMatchObject({ refusal: { code: "not-found" } });
    expect((await desk.hello()).feedHead).toEqual({ ...desk.head(), state: "open" });
    const booked = await bookOf(desk);
    const own = [...main, ...branch, meanwhile].map(({ h }) => h);
    expect(booked.filter((h) => own.includes(h))).toEqual(own);

    // the released branch grows; the answer is about the line of the desk that asks
    desk.rewind(tip);
    const grown = [fact(desk, "支线三"), fact(desk, "支线四")];
    const reply = await desk.push([...branch, ...grown]);
    expect(reply.results.map(({ s }) => s)).toEqual(["dup", "dup", "ok", "ok"]);
    expect(reply.feedHead).toEqual(desk.head());
    expect(reply.receipt).toMatchObject(desk.head());
    const branchEnd = desk.head();
    desk.rewind({ n: JSON.parse(meanwhile.header).n, h: meanwhile.h });
    expect(await said(desk, [fact(desk, "主线四")])).toEqual(["ok"]);
    const mainEnd = desk.head();
    desk.rewind(branchEnd);
    expect(await said(desk, [fact(desk, "支线五")])).toEqual(["ok"]);
    expect((await desk.hello()).feedHead).toEqual({ ...mainEnd, state: "open" });

    // a third branch is a fork again
    desk.rewind(tip);
    expect(await said(desk, [fact(desk, "又一支")])).toEqual(["held"]);
    expect((await desk.hello()).feedHead.state).toBe("frozen");
  });

  it("I24: kept by a person, the branch stays outside the book, its growth too, and the main line goes on", async () => {
    const { desk, main, end, branch, tip } = await cloned();
    await center.decideHold(desk.bureau, { feed: desk.feed, decision: "kept", by: "province" });
    desk.rewind(end);
    expect(await said(desk, [fact(desk, "主线三")])).toEqual(["ok"]);
    const mainEnd = desk.head();
    desk.rewind(tip);
    expect(await said(desk, [...branch, fact(desk, "支线三")])).toEqual(["held", "held", "held"]);
    expect((await desk.hello()).feedHead).toEqual({ ...mainEnd, state: "open" });
    const booked = await bookOf(desk);
    expect(booked).toEqual(expect.arrayContaining(main.map(({ h }) => h)));
    expect(booked).not.toEqual(expect.arrayContaining([branch[0]?.h]));

    // whoever releases its growth releases the branch: nothing is in the book whose parent is not (I3)
    await center.decideHold(desk.bureau, { feed: desk.feed, decision: "released", by: "province" });
    const grown = { n: desk.head().n, h: desk.head().h };
    expect(await said(desk, [fact(desk, "支线四")])).toEqual(["ok"]);
    const whole = await bookOf(desk);
    const line = [...branch.map(({ h }) => h), grown.h, desk.head().h];
    expect(whole.filter((h) => line.includes(h))).toEqual(line);
  });
});

describe("F53: a revoked desk", () => {
  it("I34: what it sends is held until a person releases it, and it stays revoked", async () => {
    const desk = await aFoundedDesk(center);
    const other = await aFurtherDesk(center, desk.bureau, "二号工位");
    await center.revoke(desk.bureau, other.feed);
    const late = [fact(other, "停用后一"), fact(other, "停用后二")];
    expect(await said(other, late)).toEqual(["held", "held"]);
    expect(await bookOf(desk)).not.toEqual(expect.arrayContaining([late[0]?.h]));
    await center.decideHold(desk.bureau, { feed: other.feed, decision: "released", by: "province" });
    const booked = await bookOf(desk);
    expect(booked.filter((h) => late.some((op) => op.h === h))).toEqual(late.map(({ h }) => h));
    expect(await said(other, [fact(other, "停用后三")])).toEqual(["held"]);
    expect((await other.hello()).feedHead.state).toBe("revoked");
  });
});
