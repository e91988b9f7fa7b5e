import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aFoundedDesk, aFurtherDesk } from "./aBureau.ts";
import { aCenter } from "./aCenter.ts";
import { putsOf, type TestDesk } from "./aDesk.ts";

type Center = Awaited<ReturnType<typeof aCenter>>;
let center: Center;
let clock = Date.now();
beforeAll(async () => {
  center = await aCenter(() => clock);
});
afterAll(() => center.end());
// an hour between two tests: this machine alone enrols more desks in a minute than the rate limit allows
beforeEach(() => {
  clock += 3_600_000;
});

const fact = (desk: TestDesk, text = "甲") => desk.op(putsOf("aidFile", "file-0001", { caseFacts: text }));
/** What must not change when something is refused. */
const _standOf = async (desk: TestDesk): Promise<string> => {
  const { head, feedHead } = await desk.hello();
  return JSON.stringify([head.seq, head.chain, feedHead, await center.stateHash(desk.bureau)]);
};
const codeOf = ({ body }: { readonly body: unknown }): string =>
  (body as { refusal: { code: string } }).refusal.code;

describe("what is authentic is never dropped", () => {
  it("F59: an op that cannot be folded is quarantined, and later ops go on", async () => {
    const ordered = await aFoundedDesk(center);
    const [a, b, c] = [fact(ordered), ordered.op('{"muts":[{"k":"put"}]}'), fact(ordered, "乙")];
    expect((await ordered.push([a, b, c])).results.map(({ s, verdict }) => [s, verdict])).toEqual([
      ["ok", "ok"],
      ["quarantined", "quarantined"],
      ["ok", "ok"],
    ]);
    const { epoch } = await ordered.hello();
    expect((await ordered.pull(0, epoch)).ops.map(({ h }) => h)).toContain(b.h);
  });

  it("F55: an op of an actor without the right is booked without effect", async () => {
    const one = await aFoundedDesk(center);
    const hash = await center.stateHash(one.bureau);
    const stranger = one.op(putsOf("aidFile", "file-0001", { caseFacts: "甲" }), { actor: "staff-nobody-1" });
    const device = one.op(putsOf("device", one.feed, { key: "0".repeat(64) }));
    expect((await one.push([stranger, device])).results.map(({ s, verdict }) => [s, verdict])).toEqual([
      ["ok", "role-forbids"],
      ["ok", "role-forbids"],
    ]);
    expect(await center.stateHash(one.bureau)).toBe(hash);
  });

  it("F24: ops ahead of their parents wait (gap) and are taken once the parents are there", async () => {
    const one = await aFoundedDesk(center);
    const [a, b, c] = [fact(one), fact(one, "乙"), fact(one, "丙")];
    expect((await one.push([c])).results).toMatchObject([{ s: "gap" }]);
    expect((await one.push([b, c])).results.map(({ s }) => s)).toEqual(["gap", "gap"]);
    expect((await one.push([a, b, c])).results.map(({ s }) => s)).toEqual(["ok", "ok", "ok"]);
  });

  it("F23, I5: the same batch sent ten times at once is booked once", async () => {
    const one = await aFoundedDesk(center);
    const ops = Array.from({ length: 20 }, (_, n) => fact(one, `${n}`));
    const sendAll = async (): Promise<string[]> => {
      const bytes = one.bodyOf(ops);
      const answers = await Promise.all(Array.from({ length: 10 }, () => one.pushBytes(bytes, {})));
      return answers
        .filter(({ status }) => status === 200)
        .flatMap(({ body }) => (body as unknown as { results: { s: string }[] }).results.map(({ s }) => s));
    };
    const outcomes = await sendAll();
    expect(outcomes.filter((s) => s === "ok")).toHaveLength(20);
    expect(outcomes.every((s) => s === "ok" || s === "dup")).toBe(true);
    const { epoch } = await one.hello();
    const hashes = (await one.pull(0, epoch)).ops.map(({ h }) => h);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(ops.every(({ h }) => hashes.includes(h))).toBe(true);
  });

  it("F47, F48, I24: two different ops on one position: the first stays, the other branch is held whole, the feed is frozen", async () => {
    const one = await aFoundedDesk(center);
    const at = one.head();
    const first = [fact(one, "甲"), fact(one, "乙")];
    await one.push(first);
    one.rewind(at);
    const clone = [fact(one, "丙"), fact(one, "丁"), fact(one, "戊")];
    const { results, feedHead } = await one.push(clone);
    expect(results.map(({ s, verdict }) => [s, verdict])).toEqual([
      ["held", "fork"],
      ["held", undefined],
      ["held", undefined],
    ]);
    expect(feedHead.h).toBe(first[1]?.h);
    expect((await one.hello()).feedHead.state).toBe("frozen");
    expect((await one.push(clone)).results.map(({ s }) => s)).toEqual(["held", "held", "held"]);
  });

  it("F53, I34, S24: a revoked desk's ops are held, and it reads nothing more", async () => {
    const one = await aFoundedDesk(center);
    const two = await aFurtherDesk(center, one.bureau, "被盗工位");
    await center.revoke(one.bureau, two.feed);
    const { epoch } = await one.hello();
    expect((await two.push([fact(two)])).results).toMatchObject([{ s: "held" }]);
    expect((await two.pull(0, epoch)).code).toBe("device-revoked");
    expect(codeOf(await two.post("/v1/numbers", { series: "兰援", year: 2026, count: 1 }))).toBe(
      "device-revoked",
    );
    const last = (await one.pull(0, epoch)).ops.at(-1);
    expect(last?.payload).toContain("REVOKED");
  });

  it("F57: what a newer dictionary wrote is kept and handed on", async () => {
    const one = await aFoundedDesk(center);
    const newer = one.op(putsOf("aidFile", "file-0001", { fieldOfTomorrow: { a: 1 } }), {
      headerOver: { schema: 99 },
    });
    const older = one.op(putsOf("aidFile", "file-0001", { fieldOfTomorrow: { a: 1 } }));
    expect((await one.push([newer, older])).results.map(({ verdict }) => verdict)).toEqual([
      "ok",
      "field-unknown",
    ]);
  });
});

describe("tenancy (sync design §3.12, security S22)", () => {
  it("I19: one bureau's desk sees nothing of another's", async () => {
    const [one, two] = [await aFoundedDesk(center), await aFoundedDesk(center)];
    await one.push([fact(one, "只属于甲局")]);
    const { epoch } = await two.hello();
    const { ops } = await two.pull(0, epoch);
    expect(ops.every(({ header }) => JSON.parse(header).bureau === two.bureau)).toBe(true);
    expect((await two.pull(0, (await one.hello()).epoch)).code).toBe("gap");
  });
});
