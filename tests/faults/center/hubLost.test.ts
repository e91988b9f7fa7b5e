import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "../../../shared/api/syncApi.ts";
import type { BookedOp } from "../../../shared/ops/op.ts";
import { aFoundedDesk, aFurtherDesk } from "../../contract/center/aBureau.ts";
import { aDesk, type TestDesk } from "../../contract/center/aDesk.ts";
import { aCascade, bookOf, type Cascade, fact, greet } from "./aCascade.ts";
import { foldBook } from "./foldBook.ts";

let ground: Cascade;
let first: TestDesk;
let second: TestDesk;
/** Enrolled while the province was away: only the hub and the desks know it. */
let third: TestDesk;
/** The hub's book at its end, as a desk had pulled it. */
let last: Awaited<ReturnType<typeof bookOf>>;
let shippedSeq = 0;
const hashes = (ops: readonly BookedOp[]): readonly string[] => ops.map(({ h }) => h);

beforeAll(async () => {
  ground = await aCascade();
  first = await aFoundedDesk(ground.hub());
  second = await aFurtherDesk(ground.hub(), first.bureau, "二号工位");
  await first.push([fact(first, "file-0001", "一")]);
  await second.push([fact(second, "file-0002", "二")]);
  expect(await ground.hub().ship()).toBe("even");
  shippedSeq = (await bookOf(first)).seq;
  // the line to the province is cut: from here on only the hub has it
  await ground.stop("province");
  third = await aFurtherDesk(ground.hub(), first.bureau, "三号工位");
  await third.push([fact(third, "file-0003", "三")]);
  const granted = (await first.post(ROUTES.numbers, { series: "决", year: 2026, count: 50 })).body;
  expect(granted).toMatchObject({ from: 1, to: 50 });
  await first.push([fact(first, "file-0001", "一一")]);
  last = await bookOf(second);
  expect(last.seq).toBe(shippedSeq + 4);
});
afterAll(() => ground?.end());

describe("F41: a county's hub dies for good", () => {
  it("the province takes the book over; desks move there, bring back what the hub had not shipped, and go on (I20, I21, I18)", async () => {
    await ground.stop("hub");
    await ground.restart("province");
    // before somebody says so, nobody is taken: the hub is the only keeper of this book
    expect(await moved(first)).toBe("not-home");
    expect((await ground.province().takeOver(first.bureau, { isStolen: false })).ok).toBe(true);
    expect((await ground.province().takeOver(first.bureau, { isStolen: false })).ok).toBe(false);

    for (const desk of [first, second]) await desk.moveTo(ground.province().url);
    // the third is known to nobody here until another desk brings the hub's word for it
    expect(await moved(third)).toBe("device-unknown");
    const { epoch, common, recovering } = await second.hello({
      cursor: { epoch: last.epoch, seq: last.seq, chain: last.chain },
      sparse: [{ seq: shippedSeq, chain: await chainOf(shippedSeq) }],
      report: { unsent: 0, oldestUnsentS: 0, conflicts: 0, contested: 0, stable: 0, rescue: 4 },
    });
    expect({ common, recovering }).toEqual({ common: shippedSeq, recovering: true });
    expect(epoch).not.toBe(last.epoch);
    const early = fact(first, "file-0001", "新");
    expect((await first.pushBytes(first.bodyOf([early]), {})).body).toMatchObject({
      refusal: { code: "busy" },
    });
    const lost = last.ops.filter(({ seq }) => seq > shippedSeq);
    expect((await second.rescue(lost)).results.map(({ s }) => s)).toEqual(lost.map(() => "kept"));
    await third.moveTo(ground.province().url);
    expect(third.token()).not.toBe("");
    for (const desk of [second, third]) await greet(desk, epoch);
    expect(await greet(first, epoch)).toMatchObject({ recovering: false });

    expect((await first.push([early])).results).toMatchObject([{ s: "ok", verdict: "ok" }]);
    const now = await bookOf(third);
    expect(hashes(now.ops)).toEqual(expect.arrayContaining([...hashes(last.ops)]));
    expect(now.ops.every(({ verdict }) => verdict === "ok")).toBe(true);
    expect(foldBook(now.ops).factsOf("aidFile", "file-0003")).toMatchObject({ caseFacts: "三" });
    expect(await ground.province().stateHash(first.bureau)).toBe(foldBook(now.ops).hash);
    // the hub's block is not given away a second time
    const next = (await second.post(ROUTES.numbers, { series: "决", year: 2026, count: 10 })).body;
    expect((next as { from: number }).from).toBeGreaterThan(50);
  });
});

describe("F42: the old hub comes back after its bureau was handed over", () => {
  it("it is told in writing, books nothing more, and what only it has is offered; its word for a new desk waits for a person (I20, I6)", async () => {
    // for a day it runs without a line: one desk never heard of the hand-over, and one more is enrolled
    await ground.stop("province");
    await ground.restart("hub");
    await at(second, "hub");
    const written = fact(second, "file-0002", "在老中心写的");
    expect((await second.push([written])).results).toMatchObject([{ s: "ok" }]);
    const fourth = await aFurtherDesk(ground.hub(), first.bureau, "四号工位");
    const byFourth = fact(fourth, "file-0004", "在老中心新增的工位写的");
    expect((await fourth.push([byFourth])).results).toMatchObject([{ s: "ok" }]);

    await ground.restart("province");
    expect(await ground.hub().ship()).toBe("offering");
    expect((await second.hello()).handedOver).toMatchObject({ no: 2, seq: shippedSeq });
    const late = await second.pushBytes(second.bodyOf([fact(second, "file-0002", "再写")]), {});
    expect(late).toMatchObject({ status: 403, body: { refusal: { code: "not-home" } } });
    second.rewind({ n: second.head().n - 1, h: written.h });
    const numbers = await second.post(ROUTES.numbers, { series: "决", year: 2026, count: 5 });
    expect(numbers).toMatchObject({ status: 403, body: { refusal: { code: "not-home" } } });
    const ninth = aDesk(ground.hub().url, first.bureau, "九号工位");
    expect(await ninth.enrol(await ground.hub().issueCode(first.bureau))).toMatchObject({
      status: 403,
      body: { refusal: { code: "not-home" } },
    });

    // what a desk that the province knows wrote there is booked; who vouches for the fourth is the old hub alone
    await at(second, "province");
    expect(hashes((await bookOf(second)).ops)).toContain(written.h);
    expect(hashes((await bookOf(second)).ops)).not.toContain(byFourth.h);
    expect(await moved(fourth)).toBe("device-unknown");
    const hubFeed = (JSON.parse(last.ops[0]?.header ?? "{}") as { feed: string }).feed;
    const decision = { feed: hubFeed, decision: "released", by: "province" } as const;
    expect((await ground.province().decideHold(first.bureau, decision)).ok).toBe(true);
    expect(await ground.hub().ship()).toBe("handed-over");
    await at(fourth, "province");
    const { ops } = await bookOf(fourth);
    expect(hashes(ops)).toContain(byFourth.h);
    expect(ops.every(({ verdict }) => verdict === "ok")).toBe(true);
    expect(await ground.province().stateHash(first.bureau)).toBe(foldBook(ops).hash);
    expect((await fourth.push([fact(fourth, "file-0004", "改接后写的")])).results).toMatchObject([
      { s: "ok" },
    ]);
  });

  it("started again it still knows that it handed over, also without a line to the province", async () => {
    await ground.stop("province");
    await ground.restart("hub");
    await at(second, "hub");
    const refused = await second.pushBytes(second.bodyOf([fact(second, "file-0002", "又写")]), {});
    expect(refused).toMatchObject({ status: 403, body: { refusal: { code: "not-home" } } });
  });
});

const at = (desk: TestDesk, which: "province" | "hub") => desk.moveTo(ground[which]().url);
/** Tries to move a desk to the province; the code of the refusal, or "" when it got in. */
const moved = async (desk: TestDesk): Promise<string> => {
  await at(desk, "province");
  const { body } = await desk.signIn();
  return (body as { refusal?: { code: string } }).refusal?.code ?? "";
};
const chainOf = async (seq: number): Promise<string> =>
  (await second.pull(0, (await second.hello()).epoch, seq)).trailer.chain;
