import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BookedOp } from "../../../shared/ops/op.ts";
import { stateHashInput } from "../../../shared/sync/stateHash.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { putsOf, sha256, type TestDesk } from "../../contract/center/aDesk.ts";
import { ARCHIVIST, archived, archivist, FILE, foldOf, purgeOf } from "../../contract/center/aDestruction.ts";
import { aRestorable, type Restorable } from "./aRestorable.ts";

let ground: Restorable;
beforeAll(async () => {
  ground = await aRestorable();
});
afterAll(() => ground?.end());

const MARK = "F79 restored";
const bookOf = async (desk: TestDesk) => {
  const { epoch, head } = await desk.hello();
  return { epoch, ...head, ops: (await desk.pull(0, epoch)).ops };
};
const facts = (desk: TestDesk, request: string) =>
  desk.op(putsOf(FILE.t, FILE.id, { request, applicationNo: "申〔2010〕7号" }));
const withMark = async (bureau: string): Promise<number> =>
  (
    await ground.rows<object>(
      `select 1 from op where bureau = $1 and position(convert_to($2, 'UTF8') in payload) > 0
       union all select 1 from rescued where bureau = $1 and position(convert_to($2, 'UTF8') in payload) > 0
       union all select 1 from entity where bureau = $1 and position($2 in state) > 0`,
      [bureau, MARK],
    )
  ).length;

describe("F79, F38: the province restores a backup from before the destruction", () => {
  it("F79, I39: the desks bring the destruction back, and what the backup had, and what only they had, is destroyed again", async () => {
    const desk = await aFoundedDesk(ground.center());
    const known = desk.op(archivist());
    const old = facts(desk, `${MARK} in the backup`);
    await desk.push([known, old, ...archived(desk, "2020-09-01")]);
    await desk.hello();
    await ground.backUp("before");
    await desk.moveTo(ground.url());
    const kept = await bookOf(desk);
    const later = facts(desk, `${MARK} after it`);
    await desk.push([later]);
    const purge = desk.op([purgeOf((await bookOf(desk)).ops, FILE, [old.h, later.h])], { actor: ARCHIVIST });
    expect((await desk.push([purge])).results.map(({ verdict }) => verdict)).toEqual(["ok"]);
    expect(await withMark(desk.bureau)).toBe(0);
    const before = await bookOf(desk);
    const lost = before.ops.filter(({ seq }) => seq > kept.seq);
    expect(lost.map(({ h, payload }: BookedOp) => [h, payload === ""])).toEqual([
      [later.h, true],
      [purge.h, false],
    ]);

    await ground.restore("before");
    await desk.moveTo(ground.url());
    expect(await withMark(desk.bureau)).toBeGreaterThan(0);
    const reply = await desk.hello({
      cursor: { epoch: before.epoch, seq: before.seq, chain: before.chain },
      sparse: [{ seq: kept.seq, chain: kept.chain }],
      report: { unsent: 0, oldestUnsentS: 0, conflicts: 0, contested: 0, stable: 0, rescue: lost.length },
    });
    expect(reply).toMatchObject({ recovering: true, common: kept.seq });
    expect((await desk.rescue(lost)).results.map(({ s }) => s)).toEqual(["kept", "kept"]);
    await desk.hello({ cursor: { epoch: reply.epoch, seq: 0, chain: "" } });

    const { ops } = await bookOf(desk);
    const [again, back] = [later.h, purge.h].map((h) => ops.find((op) => op.h === h));
    expect([again?.verdict, again?.payload, back?.verdict]).toEqual(["ok", "", "ok"]);
    expect(ops.find(({ h }) => h === old.h)?.payload).toBe("");
    expect(await withMark(desk.bureau)).toBe(0);
    expect(sha256(stateHashInput(foldOf(ops)))).toBe(await ground.center().stateHash(desk.bureau));
    expect(JSON.stringify(foldOf(ops).find(({ id }) => id === FILE.id))).toContain("申〔2010〕7号");
  });
});
