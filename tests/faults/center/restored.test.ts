import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "../../../shared/api/syncApi.ts";
import type { BookedOp } from "../../../shared/ops/op.ts";
import { aFoundedDesk, aFurtherDesk, founding } from "../../contract/center/aBureau.ts";
import { aDesk, putsOf, type TestDesk } from "../../contract/center/aDesk.ts";
import { aRestorable, type Restorable } from "./aRestorable.ts";

const DAY_MS = 86_400_000;
let ground: Restorable;
let clock = Date.parse("2026-05-06T01:00:00.000Z");
beforeAll(async () => {
  ground = await aRestorable(() => clock);
});
afterAll(() => ground?.end());

const fact = (desk: TestDesk, id: string, value: string) =>
  desk.op(putsOf("aidFile", id, { caseFacts: value }));
/** The whole book as a desk pulls it. */
const bookOf = async (
  desk: TestDesk,
): Promise<{ epoch: string; seq: number; chain: string; ops: readonly BookedOp[] }> => {
  const { epoch, head } = await desk.hello();
  const { ops } = await desk.pull(0, epoch);
  return { epoch, seq: head.seq, chain: head.chain, ops };
};
/** Greets as a desk does that has taken over the new epoch and offers nothing more. */
const greet = (desk: TestDesk, epoch: string) => desk.hello({ cursor: { epoch, seq: 0, chain: "" } });
const hashes = (ops: readonly BookedOp[]): readonly string[] => ops.map(({ h }) => h);
const isCenters = ({ header }: BookedOp): boolean =>
  (JSON.parse(header) as { actor: string }).actor === "center";

describe("F38: the province restores last night's backup", () => {
  it("I21, I18: a new epoch; what was lost comes back from another desk in its old order, with the desk, the grant and the revocation that were forgotten", async () => {
    const first = await aFoundedDesk(ground.center());
    const second = await aFurtherDesk(ground.center(), first.bureau, "二号工位");
    const thief = await aFurtherDesk(ground.center(), first.bureau, "四号工位");
    await second.hello();
    await ground.backUp("monday");
    for (const desk of [first, second, thief]) await desk.moveTo(ground.url());
    const kept = await bookOf(first);
    const third = await aFurtherDesk(ground.center(), first.bureau, "三号工位");
    await third.push([fact(third, "file-0003", "三")]);
    await first.push([fact(first, "file-0001", "一"), fact(first, "file-0001", "一一")]);
    const granted = (await first.post(ROUTES.numbers, { series: "决", year: 2026, count: 50 })).body as {
      to: number;
    };
    await second.push([fact(second, "file-0002", "二")]);
    await ground.center().revoke(first.bureau, thief.feed);
    const before = await bookOf(second);
    const lost = before.ops.filter(({ seq }) => seq > kept.seq);
    expect(lost).toHaveLength(7);

    await ground.restore("monday");
    for (const desk of [first, second]) await desk.moveTo(ground.url());
    const reply = await first.hello({
      cursor: { epoch: before.epoch, seq: before.seq, chain: before.chain },
      sparse: [{ seq: kept.seq, chain: kept.chain }],
      report: { unsent: 0, oldestUnsentS: 0, conflicts: 0, contested: 0, stable: 0, rescue: 7 },
    });
    expect(reply).toMatchObject({ recovering: true, common: kept.seq });
    expect(reply.epoch).not.toBe(before.epoch);
    const epochOp = (await second.pull(kept.seq, reply.epoch)).ops[0] as BookedOp;
    expect(JSON.parse(epochOp.payload).muts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ t: "epoch", id: reply.epoch, f: "prevEpoch", new: before.epoch }),
        expect.objectContaining({ t: "epoch", f: "seq", new: kept.seq }),
        expect.objectContaining({ t: "epoch", f: "chain", new: kept.chain }),
      ]),
    );
    // rescue first: nothing new is taken, and no number is granted
    const early = fact(first, "file-0001", "新");
    expect((await first.pushBytes(first.bodyOf([early]), {})).body).toMatchObject({
      refusal: { code: "busy" },
    });
    expect((await first.post(ROUTES.numbers, { series: "决", year: 2026, count: 50 })).status).toBe(429);

    expect((await second.rescue(lost)).results.map(({ s }) => s)).toEqual(lost.map(() => "kept"));
    expect((await second.rescue(lost.slice(0, 2))).results.map(({ s }) => s)).toEqual(["kept", "kept"]);
    expect(await greet(second, reply.epoch)).toMatchObject({ recovering: true });
    expect(await greet(first, reply.epoch)).toMatchObject({ recovering: false });
    const after = await bookOf(first);
    expect(hashes(after.ops)).toEqual([...hashes(kept.ops), epochOp.h, ...hashes(lost)]);
    expect(after.ops.every(({ verdict }) => verdict === "ok")).toBe(true);

    expect((await first.push([early])).results[0]).toMatchObject({ s: "ok", verdict: "ok" });
    await third.moveTo(ground.url());
    expect((await third.push([fact(third, "file-0003", "三三")])).results[0]).toMatchObject({ s: "ok" });
    const next = (await first.post(ROUTES.numbers, { series: "决", year: 2026, count: 50 })).body as {
      from: number;
    };
    expect(next.from).toBe(granted.to + 1);
    await thief.moveTo(ground.url());
    expect((await thief.push([fact(thief, "file-0004", "四")])).results[0]).toMatchObject({ s: "held" });
    expect((await first.rescue(lost)).results.every(({ s }) => s === "ok")).toBe(true);
  });

  it("I20: a database and a data folder that came back together are found out by our own signature, which a desk kept", async () => {
    const desk = await aFoundedDesk(ground.center());
    await ground.backUp("image");
    await desk.moveTo(ground.url());
    await desk.push([fact(desk, "file-0001", "一")]);
    const { epoch, head } = await desk.hello();
    const signed = { epoch, seq: head.seq, chain: head.chain, sig: head.sig };
    await ground.restore("image", true);
    await desk.moveTo(ground.url());
    expect(await desk.hello()).toMatchObject({ epoch, recovering: false });
    expect(await desk.hello({ signed: { ...signed, seq: head.seq + 5 } })).toMatchObject({ epoch });
    const found = await desk.hello({ signed, cursor: { epoch, seq: head.seq, chain: head.chain } });
    expect(found).toMatchObject({ recovering: true });
    expect(found.epoch).not.toBe(epoch);
    expect(await desk.hello({ signed })).toMatchObject({ epoch: found.epoch });
  });

  it("a clean stop and start, and a start after a backup was only taken, keep the epoch", async () => {
    const desk = await aFoundedDesk(ground.center());
    const { epoch } = await desk.hello();
    await ground.backUp("onlytaken");
    await desk.moveTo(ground.url());
    expect(await desk.hello()).toMatchObject({ epoch, recovering: false });
  });
});

describe("F34: the center's data folder is gone, and its only backup knows who may come and not one op", () => {
  it("I21: the desks alone bring back every op, once, in one book", async () => {
    const first = aDesk(ground.url(), "bureau-known-by-name");
    await first.enrol(await ground.center().issueCode());
    await first.signIn();
    const second = await aFurtherDesk(ground.center(), first.bureau, "二号工位");
    await ground.backUp("bare");
    for (const desk of [first, second]) await desk.moveTo(ground.url());
    expect((await bookOf(first)).ops.filter((op) => !isCenters(op))).toEqual([]);
    await first.push([first.op(founding())]);
    for (const value of ["一", "二", "三"]) {
      await first.push([fact(first, "file-0001", value)]);
      await second.push([fact(second, "file-0002", value)]);
    }
    const desksOps = ({ ops }: { readonly ops: readonly BookedOp[] }) =>
      hashes(ops.filter((op) => !isCenters(op)));
    const before = await bookOf(second);
    expect(desksOps(before)).toHaveLength(7);

    await ground.restore("bare");
    for (const desk of [first, second]) await desk.moveTo(ground.url());
    const { epoch } = await greet(first, "");
    await first.rescue(before.ops);
    await second.rescue(before.ops);
    for (const desk of [first, second]) await greet(desk, epoch);
    expect(await greet(first, epoch)).toMatchObject({ recovering: false });
    expect(desksOps(await bookOf(first))).toEqual(desksOps(before));
    expect((await second.push([fact(second, "file-0001", "四")])).results[0]).toMatchObject({ s: "ok" });
  });
});

describe("F39: restored twice, from different backups", () => {
  it("I21: after both, one book with everything, and both points where lineages parted", async () => {
    const first = await aFoundedDesk(ground.center());
    const second = await aFurtherDesk(ground.center(), first.bureau, "二号工位");
    await ground.backUp("older");
    for (const desk of [first, second]) await desk.moveTo(ground.url());
    await first.push([fact(first, "file-0001", "一")]);
    await ground.backUp("newer");
    for (const desk of [first, second]) await desk.moveTo(ground.url());
    await second.push([fact(second, "file-0002", "二")]);
    const before = await bookOf(first);

    await ground.restore("newer");
    for (const desk of [first, second]) await desk.moveTo(ground.url());
    const { epoch } = await greet(first, "");
    await first.rescue(before.ops);
    await greet(first, epoch);
    expect(await greet(second, epoch)).toMatchObject({ recovering: false });
    const middle = await bookOf(first);

    await ground.restore("older");
    for (const desk of [first, second]) await desk.moveTo(ground.url());
    const again = await greet(second, "");
    expect([before.epoch, middle.epoch]).not.toContain(again.epoch);
    await second.rescue(middle.ops);
    await greet(first, again.epoch);
    expect(await greet(second, again.epoch)).toMatchObject({ recovering: false });
    const after = await bookOf(first);
    expect(hashes(after.ops)).toEqual(expect.arrayContaining([...hashes(middle.ops)]));
    expect(after.ops).toHaveLength(middle.ops.length + 1);
    const everything = [...before.ops].filter((op) => !isCenters(op));
    expect(hashes(after.ops).filter((h) => hashes(everything).includes(h))).toEqual(hashes(everything));
    expect(
      (await ground.rows("select 1 from entity where bureau = $1 and t = 'epoch'", [first.bureau])).length,
    ).toBe(2);
  });
});

describe("the window of a recovering book", () => {
  it("closes by itself when a desk does not come; its numbers are passed over, and its late offer is still booked", async () => {
    const first = await aFoundedDesk(ground.center());
    const late = await aFurtherDesk(ground.center(), first.bureau, "二号工位");
    await late.hello();
    const granted = (await first.post(ROUTES.numbers, { series: "审", year: 2026, count: 10 })).body as {
      to: number;
    };
    await ground.backUp("latecomer");
    await late.moveTo(ground.url());
    await late.push([fact(late, "file-0002", "迟")]);
    // the first block of a series that the backup has never heard of
    const forgotten = (await late.post(ROUTES.numbers, { series: "结", year: 2026, count: 10 })).body as {
      to: number;
    };
    const lost = (await bookOf(late)).ops;
    await ground.restore("latecomer");
    for (const desk of [first, late]) await desk.moveTo(ground.url());
    const { epoch } = await greet(first, "");
    expect(await greet(first, epoch)).toMatchObject({ recovering: true });
    clock += DAY_MS + 1;
    for (const desk of [first, late]) await desk.moveTo(ground.url());
    expect(await greet(first, epoch)).toMatchObject({ recovering: false });
    const next = (await first.post(ROUTES.numbers, { series: "审", year: 2026, count: 10 })).body as {
      from: number;
    };
    expect(next.from).toBe(granted.to + 201);
    const begun = (await first.post(ROUTES.numbers, { series: "结", year: 2026, count: 10 })).body as {
      from: number;
    };
    expect(begun.from).toBe(201);
    expect(begun.from).toBeGreaterThan(forgotten.to);
    expect((await late.rescue(lost)).results.every(({ s }) => s === "ok")).toBe(true);
    expect((await late.push([fact(late, "file-0002", "后")])).results[0]).toMatchObject({ s: "ok" });
    // now every desk has been heard: a series begins at its beginning again
    await greet(late, epoch);
    const whole = (await first.post(ROUTES.numbers, { series: "补", year: 2026, count: 10 })).body;
    expect(whole).toMatchObject({ from: 1, to: 10 });
  });

  it("I4, F76: what nobody signed is refused, and a foreign desk's op under an own name as well", async () => {
    const desk = await aFoundedDesk(ground.center());
    const stranger = aDesk(ground.url(), desk.bureau);
    const booked = (op: ReturnType<TestDesk["op"]>): BookedOp => ({ ...op, seq: 9, recv: "", verdict: "ok" });
    const real = fact(desk, "file-0001", "真");
    const forged = [
      booked(fact(stranger, "file-0001", "假")),
      booked({ ...real, sig: stranger.signed(real.header) }),
      booked(stranger.op(putsOf("device", stranger.feed, { key: stranger.key, state: "ACTIVE" }))),
    ];
    expect((await desk.rescue(forged)).results.map(({ s, verdict }) => [s, verdict])).toEqual([
      ["refused", "device-unknown"],
      ["refused", "signature-invalid"],
      ["refused", "device-unknown"],
    ]);
    expect((await desk.rescue([booked(real)])).results[0]).toMatchObject({ s: "ok" });
  });
});
