import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { canonicalJson } from "../../../shared/kernel/canonicalJson.ts";
import type { BookedOp, Op } from "../../../shared/ops/op.ts";
import { carriedUp, carriedWith } from "../bundles/carried.ts";
import { aFoundedDesk, aFurtherDesk } from "./aBureau.ts";
import { aDataFolder } from "./aCenter.ts";
import { aDesk, putsOf, type TestDesk } from "./aDesk.ts";
import { ARCHIVIST, archived, archivist, FILE, filesWith, purgeOf } from "./aDestruction.ts";

const folder = aDataFolder();
let center: Running;
let clock = Date.now();
beforeAll(async () => {
  process.env.LAD_LOG ??= "silent";
  center = await startCenter({ dataDir: folder.path, port: 0, now: () => clock });
});
afterAll(async () => {
  await center.stop();
  folder.remove();
});
beforeEach(() => {
  clock += 3_600_000;
});

const verdictsOf = async (desk: TestDesk, ...ops: readonly Op[]) =>
  (await desk.push(ops)).results.map(({ verdict }) => verdict);
const bookOf = async (desk: TestDesk): Promise<readonly BookedOp[]> =>
  (await desk.pull(0, (await desk.hello()).epoch)).ops;
const databaseOf = (): string => {
  const note = join(folder.path, "database-folder");
  return existsSync(note) ? readFileSync(note, "utf8") : join(folder.path, "pg");
};
const keyOfCenter = async (): Promise<string> => {
  const probe = aDesk(center.url, "bureau-probe-0001");
  return ((await probe.enrol(await center.issueCode())).body as { centerKey: string }).centerKey;
};
const parkedFiles = (): readonly string[] =>
  readdirSync(join(folder.path, "bundles", "parked")).filter((name) => name.endsWith(".ladb"));
/** A change that no fold takes: it lacks what a `put` must have. */
const odd = (mark: string, ...ids: readonly string[]): string =>
  canonicalJson({ muts: ids.map((id) => ({ k: "put", t: "aidFile", id, f: "caseFacts", said: mark })) });

/** A bureau with a case whose destruction is approved, and its own mark; `text` writes the mark into the case. */
const aCase = async () => {
  const desk = await aFoundedDesk(center);
  const mark = `F79-aside-${desk.bureau}`;
  const text = (by: TestDesk): Op => by.op(putsOf(FILE.t, FILE.id, { caseFacts: mark }));
  const [known, opened] = [desk.op(archivist()), text(desk)];
  const verdicts = await verdictsOf(desk, known, opened, ...archived(desk, "2020-09-01"));
  expect(new Set(verdicts)).toEqual(new Set(["ok"]));
  const destroys = async (...more: readonly Op[]) => {
    const ops = [opened, ...more].map(({ h }) => h);
    return verdictsOf(desk, desk.op([purgeOf(await bookOf(desk), FILE, ops)], { actor: ARCHIVIST }));
  };
  return { desk, mark, text, destroys };
};

describe("what is kept aside goes with the record it is about (《档案法实施条例》第24条；《个人信息保护法》第四十七条)", () => {
  it("F59, F79, I39: a quarantined op is named and emptied, and no file of the database holds it; one about another record is not to be named", async () => {
    const { desk, mark, destroys } = await aCase();
    const [gone, shared] = [desk.op(odd(mark, FILE.id)), desk.op(odd("别的案件", FILE.id, "file-0002"))];
    expect(await verdictsOf(desk, gone, shared)).toEqual(["quarantined", "quarantined"]);
    expect(await destroys(gone, shared)).toEqual(["destroy-list"]);
    expect(await destroys(gone)).toEqual(["ok"]);
    const book = await bookOf(desk);
    expect(book.find(({ h }) => h === gone.h)).toMatchObject({ payload: "", verdict: "quarantined" });
    expect(book.find(({ h }) => h === shared.h)?.payload).toContain("别的案件");
    await center.finishDestruction();
    expect(filesWith(databaseOf(), mark)).toEqual([]);
  });

  it("F56, F79: a desk of the release before, which does not name it, is not refused for that", async () => {
    const { desk, mark, destroys } = await aCase();
    expect(await verdictsOf(desk, desk.op(odd(mark, FILE.id)))).toEqual(["quarantined"]);
    expect(await destroys()).toEqual(["ok"]);
  });

  it("F48, F79, I39: held ops are emptied; released, they take their place in the book as `destroyed`, without content or effect", async () => {
    const { desk, mark, text, destroys } = await aCase();
    const twin = await aFurtherDesk(center, desk.bureau, "克隆工位");
    const at = twin.head();
    await twin.push([twin.op(putsOf("organ", "organ-0001", { name: "县医院" }))]);
    twin.rewind(at);
    const branch = [text(twin), twin.op(putsOf("organ", "organ-0002", { name: "镇医院" })), text(twin)];
    expect((await twin.push(branch)).results.map(({ s }) => s)).toEqual(["held", "held", "held"]);
    expect(await destroys()).toEqual(["ok"]);
    const hash = await center.stateHash(desk.bureau);
    await center.finishDestruction();
    expect(filesWith(databaseOf(), mark)).toEqual([]);
    await center.decideHold(desk.bureau, { feed: twin.feed, decision: "released", by: "console" });
    const came = (await bookOf(desk)).filter(({ h }) => branch.some((op) => op.h === h));
    expect(came.map(({ verdict, payload }) => [verdict, payload === ""])).toEqual([
      ["destroyed", true],
      ["ok", false],
      ["destroyed", true],
    ]);
    expect(await center.stateHash(desk.bureau)).not.toBe(hash);
    expect((await twin.push(branch)).results.map(({ s }) => s)).toEqual(["dup", "dup", "dup"]);
  });

  it("F79, I39: what is held later about a destroyed record waits for a person, and goes when it is kept outside", async () => {
    const { desk, mark, text, destroys } = await aCase();
    expect(await destroys()).toEqual(["ok"]);
    const late = await aFurtherDesk(center, desk.bureau, "停用工位");
    await center.revoke(desk.bureau, late.feed);
    expect((await late.push([text(late)])).results).toMatchObject([{ s: "held" }]);
    await center.finishDestruction();
    expect(filesWith(databaseOf(), mark).length).toBeGreaterThan(0);
    await center.decideHold(desk.bureau, { feed: late.feed, decision: "kept", by: "console" });
    await center.finishDestruction();
    expect(filesWith(databaseOf(), mark)).toEqual([]);
  });

  it("F50, F79, I39: a parked file that holds it is withdrawn, one that does not stays; the desk writes the rest again", async () => {
    const { desk, text, destroys } = await aCase();
    const key = await keyOfCenter();
    const [far, other] = [
      await aFurtherDesk(center, desk.bureau, "无网工位"),
      await aFurtherDesk(center, desk.bureau, "乡镇工位"),
    ];
    const organ = (by: TestDesk): Op => by.op(putsOf("organ", "organ-0003", { name: "卫生院" }));
    const [first, second] = [organ(far), text(far)];
    for (const [by, ops] of [
      [far, [second]],
      [other, [organ(other), organ(other)].slice(1)],
    ] as const)
      expect(await center.importBundle(await carriedUp(by, key, [[...ops]]))).toMatchObject({
        value: { is: "parked" },
      });
    // its attachment may be of what was destroyed: no op says anything else
    const third = await aFurtherDesk(center, desk.bureau, "扫描工位");
    const ops = [organ(third), organ(third)].slice(1);
    const scanned = await carriedWith(third, key, { ops, files: [{ content: Buffer.from("%PDF-") }] });
    expect(await center.importBundle(scanned)).toMatchObject({ value: { is: "parked" } });
    expect(parkedFiles()).toHaveLength(3);
    expect(await destroys()).toEqual(["ok"]);
    await center.finishDestruction();
    expect(parkedFiles()).toHaveLength(1);
    expect(await center.importBundle(await carriedUp(far, key, [[first, second]]))).toMatchObject({
      value: { is: "answered", newCount: 2 },
    });
  });
});
