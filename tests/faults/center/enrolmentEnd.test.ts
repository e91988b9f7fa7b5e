import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import type { Op } from "../../../shared/ops/op.ts";
import { carriedUp, openedDown } from "../../contract/bundles/carried.ts";
import { aBrowser } from "../../contract/center/aBrowser.ts";
import { aFoundedDesk, aFurtherDesk } from "../../contract/center/aBureau.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { aDesk, putsOf, type TestDesk } from "../../contract/center/aDesk.ts";

const DAY = 86_400_000;
let clock = Date.parse("2026-05-06T01:02:03Z");
let center: Running & { readonly end: () => Promise<void> };
let key = "";
beforeAll(async () => {
  center = await aCenter(() => clock);
  const probe = aDesk(center.url, "bureau-probe-0001");
  key = ((await probe.enrol(await center.issueCode())).body as { centerKey: string }).centerKey;
});
afterAll(() => center?.end());
// enrolments are limited per minute
beforeEach(() => {
  clock += 3_600_000;
});

const fact = (desk: TestDesk, value: string): Op =>
  desk.op(putsOf("aidFile", "file-0001", { caseFacts: value }));
const said = async (desk: TestDesk, ops: readonly Op[]): Promise<readonly string[]> =>
  (await desk.push(ops)).results.map(({ s }) => s);
const bookOf = async (desk: TestDesk) => {
  const { epoch } = await desk.hello();
  return (await desk.pull(0, epoch)).ops;
};
const endsOf = async (reader: TestDesk, feed: string): Promise<readonly string[]> =>
  (await bookOf(reader)).flatMap(({ payload }) =>
    (JSON.parse(payload) as { muts: { id: string; f: string; new: string }[] }).muts.flatMap((mut) =>
      mut.id === feed && mut.f === "notAfter" ? [mut.new] : [],
    ),
  );
const codeOf = ({ body }: { readonly body: unknown }): string =>
  (body as { refusal: { code: string } }).refusal.code;

/** Days pass at the center, where `busy` works on; everybody else is away. */
const pass = async (busy: TestDesk, days: number): Promise<void> => {
  for (let left = days; left > 0; left -= 30) {
    clock += Math.min(left, 30) * DAY;
    await busy.signIn();
    await busy.hello();
  }
};

/** A bureau with a desk that works every month, and one that goes away with three ops that nobody has. */
const away = async () => {
  const busy = await aFoundedDesk(center);
  const gone = await aFurtherDesk(center, busy.bureau, "下乡工位");
  await said(gone, [fact(gone, "走之前")]);
  const ops = ["一", "二", "三"].map((text) => fact(gone, text));
  return { busy, gone, ops };
};

describe("F83: an enrolment ends while its desk is offline for months", () => {
  it("a desk that comes by in time never notices: each contact of its second half renews it", async () => {
    const { busy } = await away();
    await pass(busy, 600);
    const ends = await endsOf(busy, busy.feed);
    expect(ends.length).toBeGreaterThan(1);
    expect(ends).toEqual(ends.toSorted());
    expect((await busy.hello()).feedHead.state).toBe("open");
  });

  it("I6: back within the days of grace, everything is booked and the enrolment renewed by the same push", async () => {
    const { busy, gone, ops } = await away();
    await pass(busy, 400 + 60);
    await gone.signIn();
    expect(await said(gone, ops)).toEqual(["ok", "ok", "ok"]);
    expect((await gone.hello()).feedHead).toEqual({ ...gone.head(), state: "open" });
    expect(await endsOf(gone, gone.feed)).toHaveLength(2);
  });

  it("I6, I34: later what it brings is held, nothing is read; renewed by a person it is booked in order and goes on", async () => {
    const { busy, gone, ops } = await away();
    await pass(busy, 400 + 120);
    await gone.signIn();
    expect((await gone.hello()).feedHead.state).toBe("ended");
    expect(await said(gone, ops)).toEqual(["held", "held", "held"]);
    expect(await said(gone, ops)).toEqual(["held", "held", "held"]);
    const { epoch } = await busy.hello();
    expect((await gone.pull(0, epoch)).code).toBe("device-ended");
    expect(codeOf(await gone.post("/v1/numbers", { series: "兰援", year: 2027, count: 1 }))).toBe(
      "device-ended",
    );
    const booked = (await bookOf(busy)).map(({ h }) => h);
    expect(booked).not.toEqual(expect.arrayContaining([ops[0]?.h]));

    expect(await center.renew(busy.bureau, { feed: gone.feed, by: "province" })).toMatchObject({ ok: true });
    const own = ops.map(({ h }) => h);
    expect((await bookOf(gone)).map(({ h }) => h).filter((h) => own.includes(h))).toEqual(own);
    expect((await gone.hello()).feedHead).toEqual({ ...gone.head(), state: "open" });
    const next = fact(gone, "四");
    expect((await gone.push([...ops, next])).results.map(({ s }) => s)).toEqual(["dup", "dup", "dup", "ok"]);
    const wishes = (await bookOf(busy)).map(
      ({ header }) => (JSON.parse(header) as { intent: string }).intent,
    );
    expect(wishes).toEqual(expect.arrayContaining(["device.renew", "hold.release"]));
  });

  it("the console shows the desk, says what to ask, and renews it there", async () => {
    const { busy, gone, ops } = await away();
    await pass(busy, 400 + 120);
    await gone.signIn();
    expect(await said(gone, ops)).toEqual(["held", "held", "held"]);
    const browser = aBrowser(center.url);
    await browser.post("/console/sign-in", { login: "province", password: center.firstPassword ?? "" });
    const set = await browser.csrfOf("/console/password");
    await browser.post("/console/password", { csrf: set, password: "correct horse 电池" });
    const page = `/console/bureaus/${busy.bureau}`;
    const { text } = await browser.send(page);
    expect(text).toContain("登记有效期已过");
    expect(text).toContain("不是法律规定");
    expect(text.match(/续期，暂存内容入账/g)).toHaveLength(2);
    const csrf = await browser.csrfOf(page);
    const renewal = { csrf, feed: gone.feed };
    expect((await browser.post(`${page}/renew`, { csrf, feed: "0".repeat(24) })).status).toBe(404);
    expect(await browser.post(`${page}/renew`, renewal)).toMatchObject({ status: 303, to: page });
    expect((await browser.send(page)).text).not.toContain("续期，暂存内容入账");
    expect((await gone.hello()).feedHead).toEqual({ ...gone.head(), state: "open" });
  });

  it("a stopped desk is not renewed: who is stopped stays stopped", async () => {
    const { busy, gone, ops } = await away();
    await center.revoke(busy.bureau, gone.feed);
    await pass(busy, 230);
    await gone.signIn();
    expect(await said(gone, ops)).toEqual(["held", "held", "held"]);
    expect(await center.renew(busy.bureau, { feed: gone.feed, by: "province" })).toMatchObject({
      refusal: { code: "not-found" },
    });
    expect(await endsOf(busy, gone.feed)).toHaveLength(1);
  });

  it("I26: by stick: within the days of grace the answer renews it; later the file is held, and answered once renewed", async () => {
    const { busy, gone, ops } = await away();
    await pass(busy, 400 + 60);
    const file = await carriedUp(gone, key, [ops]);
    const taken = await center.importBundle(file);
    if (!taken.ok || taken.value.is !== "answered") throw new Error(JSON.stringify(taken));
    expect(taken.value).toMatchObject({ newCount: 3, heldCount: 0 });
    expect((await openedDown(gone, taken.value.answer)).manifest.hello.feedHead.state).toBe("open");
    expect(await endsOf(busy, gone.feed)).toHaveLength(2);

    await pass(busy, 400 + 120);
    const late = await carriedUp(gone, key, [[fact(gone, "又一年")]]);
    expect(await center.importBundle(late)).toMatchObject({ refusal: { code: "device-ended" } });
    expect(await center.renew(busy.bureau, { feed: gone.feed, by: "province" })).toMatchObject({ ok: true });
    const again = await center.importBundle(late);
    if (!again.ok || again.value.is !== "answered") throw new Error(JSON.stringify(again));
    expect((await openedDown(gone, again.value.answer)).manifest.hello.feedHead).toEqual({
      ...gone.head(),
      state: "open",
    });
  });

  it("I22, F44: a clock that jumps two years ends nobody's enrolment", async () => {
    const { gone, ops } = await away();
    const before = clock;
    clock += 730 * DAY;
    await gone.signIn();
    expect((await gone.hello()).feedHead.state).toBe("open");
    expect(await said(gone, ops)).toEqual(["ok", "ok", "ok"]);
    expect(await endsOf(gone, gone.feed)).toHaveLength(1);
    clock = before;
  });
});
