import { describe, expect, it } from "vitest";
import type { Desk } from "../../../renderer/data/desk.ts";
import type { OpRow } from "../../../renderer/data/deskDb.ts";
import { beforeEmptied } from "../../../renderer/data/rollBack.ts";
import { canonicalJson } from "../../../shared/kernel/canonicalJson.ts";

const hash = (n: number): string => String(n).repeat(64);
const POINTS = [
  { seq: 8, chain: "at 8" },
  { seq: 4, chain: "at 4" },
  { seq: 2, chain: "at 2" },
];
const CURSOR = { epoch: "new", seq: 8, chain: "at 8" };

/** An op of the book that the desk gives up: a destruction of these ops, or nothing of the kind. */
const aRow = (seq: number, verdict: string, ops?: readonly string[]): OpRow => {
  const kept = { facts: {}, stages: {} };
  const purge = { k: "purge", t: "aidFile", id: "file-0001", of: "archive-0001", ops, kept };
  const payload = canonicalJson({ muts: ops === undefined ? [] : [purge] } as never);
  const body = { h: hash(seq), header: "{}", payload, sig: "", actorSig: "", recv: "", verdict };
  return { h: hash(seq), seq, sealed: body } as unknown as OpRow;
};
const aDesk = (places: Readonly<Record<string, number>>): Desk =>
  ({
    seal: { open: async (_: string, __: string, sealed: unknown) => sealed },
    db: {
      ops: {
        bulkGet: async (all: readonly string[]) =>
          all.map((h) => (places[h] === undefined ? undefined : { h, seq: places[h] })),
      },
      meta: { toArray: async () => [{ key: "points", value: POINTS }] },
    },
  }) as unknown as Desk;

describe("a destruction that is taken back with the book (F79, I10, I39)", () => {
  it("F79, I10: takes the desk back to before the first op that it emptied: the book gives these once more", async () => {
    const desk = aDesk({ [hash(5)]: 5, [hash(7)]: 7 });
    const above = [aRow(9, "ok", [hash(5), hash(7)])];
    expect(await beforeEmptied(desk, above, CURSOR)).toEqual({ epoch: "new", seq: 4, chain: "at 4" });
    const first = aDesk({ [hash(1)]: 1 });
    const end = await beforeEmptied(first, [aRow(9, "ok", [hash(1)])], CURSOR);
    expect([end.epoch, end.seq]).toEqual(["new", 0]);
  });

  it("F79: one that was refused, or emptied only what is taken back as well, takes nothing else back", async () => {
    const desk = aDesk({ [hash(5)]: 5, [hash(9)]: 9 });
    expect(await beforeEmptied(desk, [aRow(9, "destroy-list", [hash(5)])], CURSOR)).toBe(CURSOR);
    expect(await beforeEmptied(desk, [aRow(9, "ok"), aRow(10, "ok", [hash(9)])], CURSOR)).toBe(CURSOR);
  });
});
